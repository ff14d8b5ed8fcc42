-- Asking to join the working group of a measure. Who sits in it is kept by its assembly, under the owner 'measure:<id>'.
create table measures.group_request (
  body_id integer not null,
  id bigint generated always as identity,
  measure_id bigint not null,
  person_id uuid not null references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  motive text not null default '',
  asked_at timestamptz not null,
  decision text check (decision in ('accepted', 'refused', 'withdrawn')),
  reason text not null default '',
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, measure_id) references measures.measure,
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'refused' or reason <> '')
);
create unique index group_asked_once on measures.group_request (body_id, measure_id, person_id) where decision is null;
create index on measures.group_request (body_id, measure_id, id);
create index on measures.group_request (person_id);
create index on measures.group_request (decided_by);

select kernel.protect('measures.group_request');
