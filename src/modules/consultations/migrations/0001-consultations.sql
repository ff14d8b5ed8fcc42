-- What people think of a measure or of a service, one short statement at a time.
create schema consultations;

create table consultations.consultation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  introduction text not null,
  -- CRPA, L131-1: who organises it, why, what is done with it, where its results are published
  organiser text not null,
  purpose text not null,
  follow_up text not null,
  results_at text not null default '',
  -- what it is about; measures and services are other rooms
  measure_id bigint,
  service_id bigint,
  moderated text not null default 'before' check (moderated in ('before', 'after')),
  who_adds text not null default 'anyone' check (who_adds in ('anyone', 'signed-in', 'verified', 'nobody')),
  -- the current step; consultations.step keeps them all with their authors
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'published')),
  opens_on date not null,
  closes_on date not null,
  -- an archive held elsewhere before: where it comes from, under which licence, and its files' own columns
  source text not null default '',
  licence text not null default '',
  imported jsonb,
  created_by uuid references kernel.person,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  search tsvector generated always as (to_tsvector('kernel.french', title || ' ' || introduction || ' ' || purpose)) stored,
  primary key (body_id, id),
  check (closes_on >= opens_on)
);
create index on consultations.consultation (body_id, closes_on desc, id desc);
create index on consultations.consultation (body_id, measure_id) where measure_id is not null;
create index on consultations.consultation (body_id, service_id) where service_id is not null;
create index on consultations.consultation using gin (search);
create index on consultations.consultation (created_by) where created_by is not null;

-- What happened to it, when, by whom, and why.
create table consultations.step (
  body_id integer not null,
  id bigint generated always as identity,
  consultation_id bigint not null,
  kind text not null check (kind in ('drafted', 'imported', 'opened', 'corrected', 'prolonged', 'closed', 'published')),
  at timestamptz not null,
  -- null when the date alone closed it, or when the author left
  author_id uuid references kernel.person,
  reason text not null default '',
  closes_on date,
  primary key (body_id, id),
  foreign key (body_id, consultation_id) references consultations.consultation,
  check (kind not in ('corrected', 'prolonged') or reason <> '')
);
create index on consultations.step (body_id, consultation_id, id);
create index on consultations.step (author_id) where author_id is not null;

-- A short sentence to agree or disagree with. Its number is the one printed on paper and written in files.
create table consultations.statement (
  body_id integer not null,
  consultation_id bigint not null,
  number integer not null check (number >= 0),
  text text not null check (length(text) between 1 and 4000),
  is_seed boolean not null default false,
  -- who proposed it: a person who was signed in, a participant known by a device only, or somebody who left
  author_id uuid references kernel.person,
  participant_id bigint,
  keyed_by uuid references kernel.person,
  proposed_at timestamptz not null,
  -- follows what moderation decides
  state text not null check (state in ('visible', 'held', 'hidden')),
  changed_at timestamptz not null,
  -- the columns of a file it was imported from
  imported jsonb,
  primary key (body_id, consultation_id, number),
  foreign key (body_id, consultation_id) references consultations.consultation
);
create index on consultations.statement (author_id) where author_id is not null;
create index on consultations.statement (keyed_by) where keyed_by is not null;

-- A pile of identical sheets: the statements that were printed, as they were worded that day.
create table consultations.print_run (
  body_id integer not null,
  id bigint generated always as identity,
  consultation_id bigint not null,
  printed_at timestamptz not null,
  printed_by uuid references kernel.person,
  statements jsonb not null,
  primary key (body_id, id),
  foreign key (body_id, consultation_id) references consultations.consultation
);
create index on consultations.print_run (body_id, consultation_id, id);
create index on consultations.print_run (printed_by) where printed_by is not null;

create table consultations.sheet (
  body_id integer not null,
  id bigint generated always as identity,
  run_id bigint not null,
  consultation_id bigint not null,
  number integer not null check (number between 1 and 500),
  primary key (body_id, id),
  unique (body_id, run_id, number),
  foreign key (body_id, run_id) references consultations.print_run
);

-- Somebody who takes part: a person, a browser without account (a pseudonymous key for this consultation alone), a sheet of
-- paper, or a line of an imported file. No reference to the consultation: a crowd would queue to lock its row; the
-- statement that writes here reads it first, and nobody may delete one.
create table consultations.participant (
  body_id integer not null,
  consultation_id bigint not null,
  id bigint generated always as identity,
  device_key bytea check (length(device_key) = 16),
  person_id uuid references kernel.person,
  -- had proven to live here when they voted
  is_verified boolean not null default false,
  channel text not null check (channel in ('screen', 'paper', 'desk', 'phone', 'guardian', 'import')),
  keyed_by uuid references kernel.person,
  sheet_id bigint,
  -- its votes were attached to this other participant, once
  merged_into bigint,
  joined_at timestamptz not null,
  imported_id text,
  imported jsonb,
  primary key (body_id, consultation_id, id),
  foreign key (body_id, sheet_id) references consultations.sheet
);
create unique index participant_device on consultations.participant (body_id, consultation_id, device_key) where device_key is not null;
create unique index participant_person on consultations.participant (body_id, consultation_id, person_id) where person_id is not null;
create unique index participant_sheet on consultations.participant (body_id, sheet_id) where sheet_id is not null;
create unique index participant_imported on consultations.participant (body_id, consultation_id, imported_id) where imported_id is not null;
create index on consultations.participant (person_id) where person_id is not null;
create index on consultations.participant (keyed_by) where keyed_by is not null;

-- The vote that counts: one per participant and statement, the last one.
create table consultations.vote (
  body_id integer not null,
  consultation_id bigint not null,
  participant_id bigint not null,
  statement integer not null,
  value smallint not null check (value in (-1, 0, 1)),
  voted_at timestamptz not null,
  -- how an imported file writes its time
  written text,
  primary key (body_id, consultation_id, participant_id, statement),
  foreign key (body_id, consultation_id, participant_id) references consultations.participant on delete cascade
);
-- Only asked whether anybody voted lately; small, and never mistaken by the planner for the way to one vote.
create index vote_lately on consultations.vote using brin (voted_at) with (pages_per_range = 16);

-- What it replaced, for files that tell votes in the order of time.
create table consultations.earlier_vote (
  body_id integer not null,
  consultation_id bigint not null,
  participant_id bigint not null,
  statement integer not null,
  value smallint not null check (value in (-1, 0, 1)),
  voted_at timestamptz not null,
  written text,
  id bigint generated always as identity,
  primary key (body_id, consultation_id, participant_id, statement, id),
  foreign key (body_id, consultation_id, participant_id) references consultations.participant on delete cascade
);

-- The map between two publications: provisional, drawn again when votes changed.
create table consultations.live_map (
  body_id integer not null,
  consultation_id bigint not null,
  computed_at timestamptz not null,
  content jsonb not null,
  -- statement → how much one more vote would teach
  priorities jsonb not null,
  primary key (body_id, consultation_id),
  foreign key (body_id, consultation_id) references consultations.consultation
);

-- A result as it was published, with what anyone needs to compute it again. The numbers of its participants were drawn for
-- it and lead back to nobody.
create table consultations.publication (
  body_id integer not null,
  id bigint generated always as identity,
  consultation_id bigint not null,
  number integer not null check (number > 0),
  published_at timestamptz not null,
  published_by uuid references kernel.person,
  reason text not null default '',
  content jsonb not null,
  -- null when too few people took part to say more than counts
  bundle bytea,
  primary key (body_id, id),
  unique (body_id, consultation_id, number),
  foreign key (body_id, consultation_id) references consultations.consultation
);
create index on consultations.publication (published_by) where published_by is not null;

select kernel.protect('consultations.consultation');
revoke delete on consultations.consultation from yvette_application, yvette_jobs;
select kernel.protect('consultations.step', 'append');
select kernel.protect('consultations.statement');
revoke delete on consultations.statement from yvette_application, yvette_jobs;
select kernel.protect('consultations.print_run', 'append');
select kernel.protect('consultations.sheet', 'append');
select kernel.protect('consultations.participant');
select kernel.protect('consultations.vote');
select kernel.protect('consultations.earlier_vote');
select kernel.protect('consultations.live_map');
select kernel.protect('consultations.publication', 'append');
