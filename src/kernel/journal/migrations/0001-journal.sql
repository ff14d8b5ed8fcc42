-- Append-only. The chain holds keyed digests and event names; what is personal lives in journal.content and can be erased
-- without breaking it. Links are sealed in batches, so that writers never queue behind one another.
create schema journal;

-- No reference to kernel.body here: every act of a body would lock that one row. Bodies are never deleted.
create table journal.entry (
  body_id integer not null,
  id bigint generated always as identity,
  at timestamptz not null,
  event text not null,
  subject text not null,
  digest bytea not null check (length(digest) = 32),
  primary key (body_id, id)
);
create index on journal.entry (body_id, subject, id);

create table journal.content (
  body_id integer not null,
  entry_id bigint not null,
  salt bytea not null,
  person_id uuid,
  keyed_by uuid,
  channel text not null,
  form text,
  data jsonb not null,
  primary key (body_id, entry_id)
);
create index on journal.content (person_id);
create index on journal.content (keyed_by) where keyed_by is not null;

create table journal.pending (
  body_id integer not null,
  entry_id bigint not null,
  primary key (body_id, entry_id)
);

create table journal.link (
  body_id integer not null,
  position bigint not null,
  entry_id bigint not null,
  digest bytea not null check (length(digest) = 32),
  sealed_at timestamptz not null default now(),
  primary key (body_id, position),
  unique (body_id, entry_id),
  foreign key (body_id, entry_id) references journal.entry
);

-- How far each consumer of events has read.
create table journal.consumer (
  body_id integer not null references kernel.body,
  name text not null,
  position bigint not null default 0,
  primary key (body_id, name)
);
-- An event that a consumer could not digest, put aside so that the others go on.
create table journal.failure (
  body_id integer not null,
  consumer text not null,
  position bigint not null,
  reason text not null,
  failed_at timestamptz not null default now(),
  primary key (body_id, consumer, position)
);

select kernel.protect('journal.entry', 'append');
select kernel.protect('journal.content', 'append');
select kernel.protect('journal.pending', 'append');
select kernel.protect('journal.link', 'append');
select kernel.protect('journal.consumer', 'append');
select kernel.protect('journal.failure', 'append');
-- Nobody rewrites the chain, not even jobs; jobs only seal, and erase personal content.
revoke update, delete on journal.entry, journal.link from yvette_jobs;
revoke insert on journal.link, journal.consumer, journal.failure from yvette_application;
revoke select on journal.pending from yvette_application;
