create schema questions;

create table questions.question (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) >= 1),
  asked_by uuid references kernel.person,
  asked_at timestamptz not null,
  asked_on date not null,
  -- the service of the catalogue it is about; the catalogue is another room
  service_id bigint,
  search tsvector generated always as (to_tsvector('kernel.french', title || ' ' || text)) stored,
  primary key (body_id, id)
);
create index on questions.question (body_id, asked_at desc, id desc);
create index on questions.question using gin (search);
create index on questions.question (asked_by) where asked_by is not null;
select kernel.protect('questions.question', 'append');
