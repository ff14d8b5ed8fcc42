create schema needs;

-- A call to state needs about one service, for a while. Lines may be stated at any time; those stated during a round are its lines.
create table needs.round (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- the service of the catalogue; the catalogue is another room
  service_id bigint not null,
  title text not null check (length(title) between 1 and 200),
  introduction text not null default '',
  -- both included
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  opened_by uuid references kernel.person,
  opened_at timestamptz not null,
  -- what the town hall keeps of it, said when it closes
  conclusion text check (conclusion <> ''),
  closed_by uuid references kernel.person,
  closed_at timestamptz check ((closed_at is null) = (conclusion is null)),
  primary key (body_id, id)
);
-- one at a time for a service
create unique index one_open_round on needs.round (body_id, service_id) where closed_at is null;
create index on needs.round (body_id, service_id, id desc);
create index on needs.round (opened_by);
create index on needs.round (closed_by);

-- One line of the shared statement: what works or what fails, for whom, when or where, and what should change.
create table needs.line (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  service_id bigint not null,
  round_id bigint,
  kind text not null check (kind in ('works', 'fails')),
  what text not null check (length(what) between 1 and 300),
  audience text not null default '',
  place text not null default '',
  change text not null default '',
  -- a page of this site that shows it: a survey, an evaluation, a consultation
  evidence text not null default '' check (evidence = '' or evidence ~ '^/[^/\\[:cntrl:]][^\\[:cntrl:]]{0,250}$'),
  college text not null check (college in ('users', 'agents', 'elected')),
  -- null when the author left
  author_id uuid references kernel.person,
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  stated_at timestamptz not null,
  words tsvector generated always as (to_tsvector('kernel.french', what || ' ' || audience || ' ' || place || ' ' || change)) stored,
  primary key (body_id, id),
  foreign key (body_id, round_id) references needs.round
);
create index on needs.line (body_id, service_id, id);
create index on needs.line (body_id, round_id, id);
create index on needs.line (author_id);
create index on needs.line (keyed_by) where keyed_by is not null;
create index on needs.line using gin (words);

-- Everyone whose words are in a line: its author, and those of the lines grouped into it.
create table needs.credit (
  body_id integer not null,
  line_id bigint not null,
  person_id uuid not null references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  primary key (body_id, line_id, person_id),
  foreign key (body_id, line_id) references needs.line
);
create index on needs.credit (person_id);

-- A line that says the same as another is grouped into it, once and for ever; its page stays.
create table needs.grouping (
  body_id integer not null,
  line_id bigint not null,
  into_line_id bigint not null check (into_line_id <> line_id),
  reason text not null check (reason <> ''),
  author_id uuid references kernel.person,
  grouped_at timestamptz not null,
  primary key (body_id, line_id),
  foreign key (body_id, line_id) references needs.line,
  foreign key (body_id, into_line_id) references needs.line
);
create index on needs.grouping (body_id, into_line_id);
create index on needs.grouping (author_id);

-- “I see it too”: once per person, whatever the channel. Taking it back deletes the row; the journal remembers both.
create table needs.agreement (
  body_id integer not null,
  line_id bigint not null,
  person_id uuid not null references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  agreed_at timestamptz not null,
  primary key (body_id, line_id, person_id),
  foreign key (body_id, line_id) references needs.line
);
create index on needs.agreement (person_id);
create index on needs.agreement (keyed_by) where keyed_by is not null;

-- A short precision on a line; not a debate.
create table needs.precision (
  body_id integer not null,
  id bigint generated always as identity,
  line_id bigint not null,
  text text not null check (length(text) between 1 and 500),
  college text not null check (college in ('users', 'agents', 'elected')),
  author_id uuid references kernel.person,
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, line_id) references needs.line
);
create index on needs.precision (body_id, line_id, id);
create index on needs.precision (author_id);
create index on needs.precision (keyed_by) where keyed_by is not null;

-- The life of a line: each step is a dated row with its author and reason; the latest is where it stands.
create table needs.step (
  body_id integer not null,
  line_id bigint not null,
  id bigint generated always as identity,
  step text not null check (step in ('recognised', 'not-recognised', 'adapted', 'became', 'done', 'checked', 'closed')),
  reason text not null default '' check (reason <> '' or step = 'became'),
  -- the day it happened, which may be before it was written here
  happened_on date not null,
  -- only for an effect that was checked: what was so, what is so, and whether the need is met
  before_text text,
  after_text text,
  effect text check (effect in ('met', 'partly', 'not-met')),
  author_id uuid references kernel.person,
  college text check (college in ('users', 'agents', 'elected')),
  made_at timestamptz not null,
  primary key (body_id, line_id, id),
  foreign key (body_id, line_id) references needs.line,
  check ((step = 'checked') = (effect is not null and before_text is not null and after_text is not null))
);
create index on needs.step (body_id, made_at desc, id desc);
create index on needs.step (author_id);

-- What a line gave birth to in the measures: an amendment, or a measure proposed.
create table needs.offspring (
  body_id integer not null,
  line_id bigint not null,
  kind text not null check (kind in ('amendment', 'proposal')),
  number bigint not null,
  measure_id bigint check (kind = 'proposal' or measure_id is not null),
  born_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'merged', 'published', 'refused', 'withdrawn')),
  outcome_reason text,
  outcome_at timestamptz check ((outcome_at is null) = (outcome is null)),
  primary key (body_id, line_id, kind, number),
  foreign key (body_id, line_id) references needs.line
);
create unique index on needs.offspring (body_id, kind, number);
create index on needs.offspring (body_id, measure_id) where measure_id is not null;

select kernel.protect('needs.round');
select kernel.protect('needs.line', 'append');
select kernel.protect('needs.credit', 'append');
select kernel.protect('needs.grouping', 'append');
select kernel.protect('needs.agreement');
select kernel.protect('needs.precision', 'append');
select kernel.protect('needs.step', 'append');
select kernel.protect('needs.offspring');
