-- What a decision promised to change: an indicator, a target, a day; the figures measured since; and how it ended.
create schema commitments;

create table commitments.commitment (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  text text not null default '',
  -- what promised it, `vote:12`, `answer:3`, `measure:4`: another room
  decision text not null check (decision ~ '^[a-z-]{1,40}:[0-9a-z-]{1,40}$'),
  decision_title text not null check (length(decision_title) between 1 and 300),
  decision_url text not null check (decision_url ~ '^/([^/\\]|$)'),
  committee_id bigint,
  service_id bigint,
  measure_id bigint,
  owner_kind text not null check (owner_kind in ('service', 'agent', 'elected')),
  owner_name text not null check (length(owner_name) between 1 and 200),
  owner_function text not null default '',
  indicator text not null check (length(indicator) between 1 and 200),
  unit text not null default '',
  direction text not null check (direction in ('at-most', 'at-least')),
  target double precision not null check (target between -1e12 and 1e12),
  source text not null check (source ~ '^(readings|evaluation:(satisfaction|clarity|waiting|help))$'),
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  made_on date not null,
  due_on date not null,
  review_on date,
  search tsvector generated always as (to_tsvector('kernel.french', title || ' ' || indicator || ' ' || decision_title || ' ' || text)) stored,
  primary key (body_id, id),
  check (due_on > made_on),
  -- an indicator of an evaluation is that of one service
  check (source = 'readings' or service_id is not null)
);
create index on commitments.commitment (body_id, due_on, id);
create index on commitments.commitment (body_id, service_id);
create index on commitments.commitment (body_id, measure_id);
create index on commitments.commitment (body_id, committee_id);
create index on commitments.commitment (body_id, decision);
create index on commitments.commitment using gin (search);

-- `progress`: a note. `delay`: another day, the old one stays. `endangered`: found at risk, once per day promised. The others end it, once.
create table commitments.step (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  commitment_id bigint not null,
  kind text not null check (kind in ('progress', 'delay', 'endangered', 'kept', 'missed', 'withdrawn')),
  note text not null default '',
  due_before date,
  due_on date,
  -- the figure it was judged on; none when nothing had been measured
  measured double precision,
  by_id uuid references kernel.person,
  taken_at timestamptz not null,
  taken_on date not null,
  primary key (body_id, id),
  foreign key (body_id, commitment_id) references commitments.commitment,
  check ((kind = 'delay') = (due_on is not null)),
  check ((kind = 'delay') = (due_before is not null)),
  check (due_on > due_before),
  check (kind in ('endangered', 'kept', 'missed') or length(note) >= 1)
);
create unique index on commitments.step (body_id, commitment_id) where kind in ('kept', 'missed', 'withdrawn');
create index on commitments.step (body_id, commitment_id, id);

-- A figure of a day. The last one recorded for a day counts; a correction leaves the first one readable.
create table commitments.reading (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  commitment_id bigint not null,
  measured_on date not null,
  value double precision not null check (value between -1e12 and 1e12),
  source text not null check (length(source) between 1 and 300),
  url text check (url ~ '^/([^/\\]|$)'),
  by_id uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, commitment_id) references commitments.commitment
);
create index on commitments.reading (body_id, commitment_id, measured_on, id);

select kernel.protect('commitments.commitment', 'append');
select kernel.protect('commitments.step', 'append');
select kernel.protect('commitments.reading', 'append');
