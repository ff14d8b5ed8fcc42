-- What is stored, not where it may be seen: the service that stored a file decides who may read it.
create schema files;

create table files.file (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  key text not null unique,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size integer not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  purpose text not null,
  stored_by uuid references kernel.person,
  stored_at timestamptz not null,
  primary key (body_id, id)
);
create index on files.file (stored_by) where stored_by is not null;
select kernel.protect('files.file');
