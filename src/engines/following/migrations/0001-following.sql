-- Who wants to know what becomes of a subject, what they were told, and how often they want letters.
create schema following;

create table following.interest (
  body_id integer not null references kernel.body,
  subject text not null check (subject ~ '^[a-z-]+:[0-9a-z-]+$'),
  person_id uuid not null references kernel.person,
  because text not null check (because in ('author', 'supporter', 'member', 'follower')),
  since timestamptz not null,
  primary key (body_id, subject, person_id, because)
);
create index on following.interest (body_id, person_id);

-- Left a subject: no news of it any more, whatever the interest; following it again ends this.
create table following.leave (
  body_id integer not null references kernel.body,
  subject text not null,
  person_id uuid not null references kernel.person,
  left_at timestamptz not null,
  primary key (body_id, subject, person_id)
);
create index on following.leave (body_id, person_id);

create table following.rhythm (
  body_id integer not null references kernel.body,
  person_id uuid not null references kernel.person,
  rhythm text not null check (rhythm in ('immediately', 'daily', 'weekly', 'never')),
  changed_at timestamptz not null,
  primary key (body_id, person_id)
);

create table following.notification (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  event bigint not null,
  subject text not null,
  title text not null,
  url text not null check (url like '/%'),
  what jsonb not null,
  because text not null,
  happened_at timestamptz not null,
  read_at timestamptz,
  settled_at timestamptz,
  primary key (body_id, id),
  unique (body_id, person_id, event)
);
create index on following.notification (body_id, person_id, id desc);
create index on following.notification (body_id, person_id) where read_at is null;
create index on following.notification (body_id, person_id) where settled_at is null;

create table following.digest (
  body_id integer not null references kernel.body,
  person_id uuid not null references kernel.person,
  sent_on date not null,
  sent_at timestamptz not null,
  primary key (body_id, person_id, sent_at)
);

select kernel.protect('following.interest');
select kernel.protect('following.leave');
select kernel.protect('following.rhythm');
select kernel.protect('following.notification');
select kernel.protect('following.digest', 'append');

-- A notification is read by the person it is for, and by nobody else.
create policy own_reading on following.notification as restrictive for select to yvette_application
  using (person_id = (select kernel.current_person()));
create policy own_change on following.notification as restrictive for update to yvette_application
  using (person_id = (select kernel.current_person()));
