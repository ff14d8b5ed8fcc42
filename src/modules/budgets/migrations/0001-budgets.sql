create schema budgets;

-- A participatory budget. Until it is published only the town hall sees it.
create table budgets.budget (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  summary text not null default '',
  created_by uuid references kernel.person,
  created_at timestamptz not null,
  published_by uuid references kernel.person,
  published_at timestamptz,
  -- a budget of the past, read from a file; its name and its digest
  archive text check (archive <> ''),
  primary key (body_id, id)
);
create index on budgets.budget (created_by);
create index on budgets.budget (published_by);

-- Its rules, version after version; the last one holds. What has begun may not change: the form refuses it.
create table budgets.rules (
  body_id integer not null,
  budget_id bigint not null,
  version integer not null check (version > 0),
  envelope_cents bigint not null check (envelope_cents > 0),
  -- what one project may cost at most; null: the envelope
  ceiling_cents bigint check (ceiling_cents > 0),
  ideas_from date not null,
  ideas_until date not null check (ideas_until >= ideas_from),
  study_until date not null check (study_until >= ideas_until),
  vote_from date not null check (vote_from > study_until),
  vote_until date not null check (vote_until >= vote_from),
  -- rules of the participation roll, another room; null: anyone signed in
  propose_rule_id bigint,
  vote_rule_id bigint,
  vote_kind text not null check (vote_kind in ('approval', 'points', 'knapsack')),
  -- approval: so many projects at most, null without limit
  most_choices integer check (most_choices > 0),
  -- points to share out
  points integer check (points > 0),
  method text not null check (method in ('equal-shares', 'greedy')),
  -- why this version
  note text not null default '',
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, budget_id, version),
  foreign key (body_id, budget_id) references budgets.budget
);
create index on budgets.rules (written_by);

-- Sectors sort ideas; they don't share out the money.
create table budgets.sector (
  body_id integer not null,
  budget_id bigint not null,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  primary key (body_id, id),
  unique (body_id, budget_id, name),
  foreign key (body_id, budget_id) references budgets.budget
);

-- The commune's own schematic map: named places, and lines (limit, river, railway, road) drawn from points.
create table budgets.place (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 100),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  primary key (body_id, id),
  unique (body_id, name)
);
create table budgets.map_line (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  kind text not null check (kind in ('limit', 'river', 'railway', 'road')),
  name text not null default '',
  -- [[latitude, longitude], …]
  points jsonb not null check (jsonb_array_length(points) >= 2),
  primary key (body_id, id)
);

create table budgets.idea (
  body_id integer not null,
  id bigint generated always as identity,
  budget_id bigint not null,
  sector_id bigint,
  title text not null check (length(title) between 1 and 200),
  text text not null check (text <> ''),
  place_text text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  check ((latitude is null) = (longitude is null)),
  version integer not null default 1,
  -- null when the author left, or read from a file
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  proposed_at timestamptz not null,
  -- its name in the file of a past budget
  file_id text,
  words tsvector generated always as (to_tsvector('kernel.french', title || ' ' || text || ' ' || place_text)) stored,
  primary key (body_id, id),
  foreign key (body_id, budget_id) references budgets.budget,
  foreign key (body_id, sector_id) references budgets.sector
);
create index on budgets.idea (body_id, budget_id, id);
create index on budgets.idea (author_id);
create index on budgets.idea (keyed_by) where keyed_by is not null;
create index on budgets.idea using gin (words);
create index on budgets.idea using gin (title gin_trgm_ops);

-- What the idea said before each change.
create table budgets.idea_version (
  body_id integer not null,
  idea_id bigint not null,
  number integer not null check (number > 0),
  title text not null,
  text text not null,
  place_text text not null default '',
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, idea_id, number),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.idea_version (written_by);

-- Everyone whose idea it is: its author, and those of the ideas merged into it.
create table budgets.credit (
  body_id integer not null,
  idea_id bigint not null,
  person_id uuid not null references kernel.person,
  primary key (body_id, idea_id, person_id),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.credit (person_id);

-- An idea merged into another, or withdrawn by its author: once, for ever.
create table budgets.merge (
  body_id integer not null,
  idea_id bigint not null,
  into_id bigint not null check (into_id <> idea_id),
  reason text not null check (reason <> ''),
  merged_by uuid references kernel.person,
  merged_at timestamptz not null,
  primary key (body_id, idea_id),
  foreign key (body_id, idea_id) references budgets.idea,
  foreign key (body_id, into_id) references budgets.idea
);
create index on budgets.merge (body_id, into_id);
create index on budgets.merge (merged_by);
create table budgets.withdrawal (
  body_id integer not null,
  idea_id bigint not null,
  reason text not null default '',
  withdrawn_by uuid references kernel.person,
  withdrawn_at timestamptz not null,
  primary key (body_id, idea_id),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.withdrawal (withdrawn_by);

-- What the agents found, and what they still ask; the last one holds.
create table budgets.study (
  body_id integer not null,
  id bigint generated always as identity,
  idea_id bigint not null,
  outcome text not null check (outcome in ('admissible', 'inadmissible', 'to-adapt')),
  reason text not null check (reason <> ''),
  -- the function in whose name it is said: « direction des espaces verts »
  said_as text not null check (said_as <> ''),
  -- [{"label": "…", "cents": 120000}]
  lines jsonb not null default '[]',
  cost_cents bigint check (cost_cents >= 0),
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, id),
  check ((outcome = 'admissible') = (cost_cents is not null)),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.study (body_id, idea_id, id desc);
create index on budgets.study (written_by);

-- The author answers a refusal, once; the town hall answers, once.
create table budgets.appeal (
  body_id integer not null,
  study_id bigint not null,
  text text not null check (text <> ''),
  author_id uuid references kernel.person,
  filed_at timestamptz not null,
  primary key (body_id, study_id),
  foreign key (body_id, study_id) references budgets.study
);
create index on budgets.appeal (author_id);
create table budgets.appeal_answer (
  body_id integer not null,
  study_id bigint not null,
  outcome text not null check (outcome in ('maintained', 'reopened')),
  reason text not null check (reason <> ''),
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, study_id),
  foreign key (body_id, study_id) references budgets.appeal
);
create index on budgets.appeal_answer (written_by);

-- What author, residents and agents say to one another about the file.
create table budgets.message (
  body_id integer not null,
  id bigint generated always as identity,
  idea_id bigint not null,
  text text not null check (text <> ''),
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.message (body_id, idea_id, id);
create index on budgets.message (author_id);
create index on budgets.message (keyed_by) where keyed_by is not null;

-- A ballot being filled in; it goes when the ballot is cast, or with the night after the close.
create table budgets.draft (
  body_id integer not null,
  budget_id bigint not null,
  person_id uuid not null references kernel.person,
  -- {"12": 1, "15": 3}: what each project is given
  choices jsonb not null,
  primary key (body_id, budget_id, person_id),
  foreign key (body_id, budget_id) references budgets.budget
);
create index on budgets.draft (person_id);

-- A ballot that was cast. Until the close it knows whose it is, so that it can be changed; at the close the name goes for ever.
-- No hour is kept, and the name it is published under is drawn at random.
create table budgets.ballot (
  body_id integer not null,
  budget_id bigint not null,
  pseudonym text not null default replace(gen_random_uuid()::text, '-', ''),
  person_id uuid references kernel.person,
  channel text not null check (channel in ('screen', 'desk', 'phone', 'guardian', 'paper', 'file')),
  choices jsonb not null,
  district text,
  age text,
  primary key (body_id, budget_id, pseudonym),
  foreign key (body_id, budget_id) references budgets.budget
);
-- one person, one ballot
create unique index one_ballot on budgets.ballot (body_id, budget_id, person_id) where person_id is not null;
create index on budgets.ballot (person_id);

-- A paper ballot handed out: its code is drawn at random, and nothing says to whom. Two different people key it in.
create table budgets.sheet (
  body_id integer not null,
  budget_id bigint not null,
  code text not null check (code ~ '^[0-9A-Z]{6}$'),
  primary key (body_id, budget_id, code),
  foreign key (body_id, budget_id) references budgets.budget
);
create table budgets.sheet_entry (
  body_id integer not null,
  budget_id bigint not null,
  code text not null,
  reading integer not null check (reading in (1, 2, 3)),
  choices jsonb not null,
  keyed_by uuid references kernel.person,
  primary key (body_id, budget_id, code, reading),
  foreign key (body_id, budget_id, code) references budgets.sheet
);
-- two readings by the same person are one reading
create unique index two_people on budgets.sheet_entry (body_id, budget_id, code, keyed_by);
create index on budgets.sheet_entry (keyed_by);
-- the ballot that came of it, once
create table budgets.sheet_counted (
  body_id integer not null,
  budget_id bigint not null,
  code text not null,
  primary key (body_id, budget_id, code),
  foreign key (body_id, budget_id, code) references budgets.sheet
);

-- Numbers drawn in public to settle what neither cost nor votes could.
create table budgets.lot (
  body_id integer not null,
  budget_id bigint not null,
  seed text not null check (seed <> ''),
  -- where, when and before whom it was drawn
  note text not null check (note <> ''),
  entered_by uuid references kernel.person,
  entered_at timestamptz not null,
  primary key (body_id, budget_id),
  foreign key (body_id, budget_id) references budgets.budget
);
create index on budgets.lot (entered_by);

-- A count: made at the close, made again after a lot. The last one holds.
create table budgets.count (
  body_id integer not null,
  budget_id bigint not null,
  number integer not null check (number > 0),
  content jsonb not null,
  counted_at timestamptz not null,
  primary key (body_id, budget_id, number),
  foreign key (body_id, budget_id) references budgets.budget
);

-- The measure that a winner became.
create table budgets.measure (
  body_id integer not null,
  idea_id bigint not null,
  measure_id bigint not null,
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, idea_id),
  unique (body_id, measure_id),
  foreign key (body_id, idea_id) references budgets.idea
);
create index on budgets.measure (made_by);

select kernel.protect('budgets.budget');
select kernel.protect('budgets.rules', 'append');
select kernel.protect('budgets.sector');
select kernel.protect('budgets.place');
select kernel.protect('budgets.map_line');
select kernel.protect('budgets.idea');
select kernel.protect('budgets.idea_version', 'append');
select kernel.protect('budgets.credit', 'append');
select kernel.protect('budgets.merge', 'append');
select kernel.protect('budgets.withdrawal', 'append');
select kernel.protect('budgets.study', 'append');
select kernel.protect('budgets.appeal', 'append');
select kernel.protect('budgets.appeal_answer', 'append');
select kernel.protect('budgets.message', 'append');
select kernel.protect('budgets.draft');
select kernel.protect('budgets.ballot');
select kernel.protect('budgets.sheet');
select kernel.protect('budgets.sheet_entry', 'append');
select kernel.protect('budgets.sheet_counted', 'append');
select kernel.protect('budgets.lot', 'append');
select kernel.protect('budgets.count', 'append');
select kernel.protect('budgets.measure', 'append');
