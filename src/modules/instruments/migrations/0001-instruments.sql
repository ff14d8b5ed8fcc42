-- Petitions, and the files of consultations, referendums and public participations. The electoral register is never here: only how many electors it holds.
create schema instruments;

-- How many electors the register holds, as a dated figure. No name.
create table instruments.electorate (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  counted_on date not null,
  electors integer not null check (electors between 1 and 100000000),
  source text not null check (length(source) between 1 and 300),
  recorded_by uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, id)
);
create index on instruments.electorate (body_id, counted_on desc, id desc);

create table instruments.petition (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  kind text not null check (kind in ('consultation', 'deliberation')),
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) between 1 and 8000),
  -- null when the author left
  proposed_by uuid references kernel.person,
  proposed_at timestamptz not null,
  opened_on date not null,
  closes_on date not null,
  search tsvector generated always as (to_tsvector('kernel.french', title || ' ' || text)) stored,
  primary key (body_id, id),
  check (closes_on > opened_on)
);
create index on instruments.petition (body_id, closes_on, id);
create index on instruments.petition using gin (search);
create index on instruments.petition (proposed_by) where proposed_by is not null;

-- One person signs a petition once, and one petition a period: both by a key.
create table instruments.signature (
  body_id integer not null references kernel.body,
  petition_id bigint not null,
  person_id uuid not null references kernel.person,
  -- the quarter or the year it counts in, `2026-T4`
  period text not null check (period ~ '^\d{4}(-T[1-4])?$'),
  signed_at timestamptz not null,
  channel text not null check (channel in ('screen', 'paper', 'desk', 'phone', 'guardian')),
  keyed_by uuid references kernel.person,
  primary key (body_id, petition_id, person_id),
  unique (body_id, person_id, period),
  foreign key (body_id, petition_id) references instruments.petition
);
create index on instruments.signature (person_id);
create index on instruments.signature (keyed_by) where keyed_by is not null;

-- What becomes of a petition, each step once. The figures it was judged on are written with it.
create table instruments.petition_step (
  body_id integer not null references kernel.body,
  petition_id bigint not null,
  kind text not null check (kind in ('submitted', 'checked', 'acknowledged', 'informed', 'answered', 'withdrawn', 'expired')),
  happened_on date not null,
  note text not null default '',
  url text check (url ~ '^/([^/\\]|$)'),
  outcome text check (outcome in ('accepted', 'refused')),
  signatures integer check (signatures >= 0),
  valid integer check (valid >= 0),
  electors integer check (electors > 0),
  threshold integer check (threshold > 0),
  by_id uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, petition_id, kind),
  foreign key (body_id, petition_id) references instruments.petition,
  check ((kind = 'answered') = (outcome is not null)),
  check (kind not in ('answered', 'withdrawn') or note <> ''),
  check (kind <> 'submitted' or (signatures >= threshold and electors is not null)),
  check ((kind = 'checked') = (valid is not null))
);

-- The file of a vote or of a participation. What it says is in its versions, the last one counts.
create table instruments.legal_file (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  kind text not null check (kind in ('consultation', 'referendum', 'participation')),
  opened_by uuid references kernel.person,
  opened_at timestamptz not null,
  primary key (body_id, id)
);
create index on instruments.legal_file (opened_by) where opened_by is not null;

create table instruments.file_version (
  body_id integer not null references kernel.body,
  file_id bigint not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  question text not null check (length(question) between 1 and 1000),
  area text not null default '',
  -- the council that decides, or the first day of a participation
  council_on date not null,
  transmitted_on date,
  -- the day of the vote that is wished, or the last day of a participation
  wished_on date,
  last_on date,
  measure_id bigint,
  petition_id bigint,
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, file_id, number),
  foreign key (body_id, file_id) references instruments.legal_file,
  foreign key (body_id, petition_id) references instruments.petition
);
create index on instruments.file_version (body_id, measure_id) where measure_id is not null;

-- What is ready in the file.
create table instruments.file_check (
  body_id integer not null references kernel.body,
  file_id bigint not null,
  item text not null check (item ~ '^[a-z-]{1,40}$'),
  done_by uuid references kernel.person,
  done_at timestamptz not null,
  primary key (body_id, file_id, item),
  foreign key (body_id, file_id) references instruments.legal_file
);

-- The count proclaimed by the polling stations; a correction is one more row.
create table instruments.file_result (
  body_id integer not null references kernel.body,
  file_id bigint not null,
  number integer not null check (number > 0),
  registered integer not null check (registered > 0),
  voters integer not null check (voters between 0 and registered),
  blank integer not null check (blank >= 0),
  yes integer not null check (yes >= 0),
  no integer not null check (no >= 0),
  source text not null check (length(source) between 1 and 300),
  recorded_by uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, file_id, number),
  foreign key (body_id, file_id) references instruments.legal_file,
  check (yes + no + blank = voters)
);

select kernel.protect('instruments.electorate', 'append');
select kernel.protect('instruments.petition', 'append');
select kernel.protect('instruments.signature');
select kernel.protect('instruments.petition_step', 'append');
select kernel.protect('instruments.legal_file', 'append');
select kernel.protect('instruments.file_version', 'append');
select kernel.protect('instruments.file_check');
select kernel.protect('instruments.file_result', 'append');
