create schema example;

create table example.remark (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  author_id uuid references kernel.person,
  text text not null check (length(text) between 1 and 2000),
  written_on date not null,
  written_at timestamptz not null,
  primary key (body_id, id),
  -- One remark a day for each person, whatever the code does.
  unique (body_id, author_id, written_on)
);
create index on example.remark (body_id, written_at desc, id desc);
create index on example.remark (body_id, author_id);

select kernel.protect('example.remark');
