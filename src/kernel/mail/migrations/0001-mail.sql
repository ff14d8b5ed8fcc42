-- Letters wait here, written in the transaction that caused them; a job sends them. They can hold sign-in links: a request may
-- add one and never read one back, except in a demonstration, where the mailbox page shows them.
create schema mail;

create table mail.message (
  body_id integer not null references kernel.body,
  id uuid not null,
  person_id uuid references kernel.person,
  address text not null,
  subject text not null,
  text text not null,
  html text,
  locale text not null,
  unsubscribe_url text,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  sent_at timestamptz,
  abandoned_at timestamptz,
  failure text,
  primary key (body_id, id),
  check (sent_at is null or abandoned_at is null)
);
create index on mail.message (body_id, due_at, id) where sent_at is null and abandoned_at is null;
create index on mail.message (body_id, queued_at);
create index on mail.message (person_id) where person_id is not null;

-- An address that a mail server refused for good, and in what words; forgotten when a letter reaches it again.
create table mail.refusal (
  body_id integer not null references kernel.body,
  address text not null,
  reason text not null,
  refused_at timestamptz not null,
  primary key (body_id, address)
);

select kernel.protect('mail.message', 'append');
revoke select on mail.message from yvette_application;
select kernel.protect('mail.refusal', 'append');
revoke insert on mail.refusal from yvette_application;

create function mail.mailbox() returns setof mail.message language sql stable security definer
set search_path = pg_catalog as $$
  select * from mail.message
  where body_id = kernel.current_body() and exists (select from kernel.instance where kind = 'demonstration')
$$;
revoke all on function mail.mailbox from public;
grant execute on function mail.mailbox to yvette_application, yvette_jobs;
