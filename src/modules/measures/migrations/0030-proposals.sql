-- A measure that someone proposes. It is nobody's measure until the town hall publishes it; then it lives like the others.
create table measures.proposal (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 300),
  text text not null check (text <> ''),
  reason text not null default '',
  -- the page of this site that gave birth to it, `/besoins/lignes/12`; empty when it came by itself
  origin text not null default '' check (origin = '' or origin ~ '^/[a-z0-9/_-]{1,199}$'),
  -- null when the author left
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  proposed_at timestamptz not null,
  primary key (body_id, id)
);
create index on measures.proposal (author_id);
create index on measures.proposal (keyed_by) where keyed_by is not null;

-- What became of it: one row for ever, the key says so.
create table measures.proposal_decision (
  body_id integer not null,
  proposal_id bigint not null,
  outcome text not null check (outcome in ('published', 'refused', 'withdrawn')),
  reason text not null check (reason <> '' or outcome = 'withdrawn'),
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  decided_at timestamptz not null,
  -- the measure that it became
  measure_id bigint,
  primary key (body_id, proposal_id),
  foreign key (body_id, proposal_id) references measures.proposal,
  foreign key (body_id, measure_id) references measures.measure,
  check ((measure_id is not null) = (outcome = 'published'))
);
create index on measures.proposal_decision (author_id);
create index on measures.proposal_decision (body_id, decided_at desc, proposal_id desc);
create unique index on measures.proposal_decision (body_id, measure_id) where measure_id is not null;

select kernel.protect('measures.proposal', 'append');
select kernel.protect('measures.proposal_decision', 'append');

-- An amendment also remembers the page that gave birth to it.
alter table measures.amendment add column origin text not null default ''
  check (origin = '' or origin ~ '^/[a-z0-9/_-]{1,199}$');
