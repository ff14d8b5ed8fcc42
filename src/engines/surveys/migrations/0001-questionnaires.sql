-- Questionnaires as data, and what people answered. Who answered and what was answered are never in the same row.
create schema questionnaires;

create table questionnaires.questionnaire (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- what asks: 'survey:3', 'campaign:7'; the rooms that ask are not known here
  subject text not null check (length(subject) between 3 and 100),
  version integer not null default 1 check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object' and length(content::text) <= 400000),
  frozen_at timestamptz,
  closed_at timestamptz,
  primary key (body_id, id),
  unique (body_id, subject)
);
select kernel.protect('questionnaires.questionnaire');

-- Every content that people answered, with why it replaced the one before.
create table questionnaires.version (
  body_id integer not null,
  questionnaire_id bigint not null,
  version integer not null,
  content jsonb not null,
  reason text not null check (length(reason) <= 1000),
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, questionnaire_id, version),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire
);
create index on questionnaires.version (made_by) where made_by is not null;
select kernel.protect('questionnaires.version', 'append');

-- Answers begun and not sent: kept for whoever began them, swept when they are old.
create table questionnaires.draft (
  body_id integer not null,
  id bigint generated always as identity,
  questionnaire_id bigint not null,
  person_id uuid references kernel.person,
  device_key bytea check (length(device_key) = 16),
  -- keyed digest of the code that continues on another device
  code_digest bytea check (length(code_digest) = 32),
  section text,
  language text not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 200000),
  changed_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire,
  check (num_nonnulls(person_id, device_key) = 1),
  unique (body_id, questionnaire_id, person_id),
  unique (body_id, questionnaire_id, device_key),
  unique (body_id, code_digest)
);
create index on questionnaires.draft (body_id, changed_at);
create index on questionnaires.draft (person_id) where person_id is not null;
select kernel.protect('questionnaires.draft');

-- That a resident has answered: no hour, no number, nothing that leads to what they said.
create table questionnaires.participation (
  body_id integer not null,
  questionnaire_id bigint not null,
  person_id uuid not null references kernel.person,
  primary key (body_id, questionnaire_id, person_id),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire
);
create index on questionnaires.participation (person_id);
select kernel.protect('questionnaires.participation', 'append');

-- That a browser without account has answered.
create table questionnaires.device (
  body_id integer not null,
  questionnaire_id bigint not null,
  device_key bytea not null check (length(device_key) = 16),
  primary key (body_id, questionnaire_id, device_key),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire
);
select kernel.protect('questionnaires.device', 'append');

-- What was said. The number is drawn at random, so that the order of answers is not that of the people; the day, never the hour.
create table questionnaires.response (
  body_id integer not null,
  questionnaire_id bigint not null,
  id bigint not null check (id > 0),
  version integer not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 200000),
  channel text not null check (channel in ('screen', 'paper', 'phone', 'counter')),
  language text not null,
  received_on date not null,
  -- the sheet of paper it was read on, counted once
  sheet integer,
  primary key (body_id, questionnaire_id, id),
  foreign key (body_id, questionnaire_id, version) references questionnaires.version,
  unique (body_id, questionnaire_id, sheet)
);
select kernel.protect('questionnaires.response', 'append');

-- A sheet of paper, numbered and with its own code.
create table questionnaires.sheet (
  body_id integer not null,
  questionnaire_id bigint not null,
  number integer not null check (number >= 1),
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  language text not null,
  printed_on date not null,
  primary key (body_id, questionnaire_id, number),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire,
  unique (body_id, code)
);
select kernel.protect('questionnaires.sheet', 'append');

-- One reading of a sheet: two different people read each.
create table questionnaires.keying (
  body_id integer not null,
  questionnaire_id bigint not null,
  sheet integer not null,
  turn smallint not null check (turn in (1, 2)),
  keyed_by uuid references kernel.person,
  keyed_at timestamptz not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 200000),
  primary key (body_id, questionnaire_id, sheet, turn),
  foreign key (body_id, questionnaire_id, sheet) references questionnaires.sheet,
  unique (body_id, questionnaire_id, sheet, keyed_by)
);
create index on questionnaires.keying (keyed_by) where keyed_by is not null;
select kernel.protect('questionnaires.keying', 'append');

-- How a sheet ended: counted as the two readings agree, settled by a third look, counted after one reading, or set aside.
create table questionnaires.settlement (
  body_id integer not null,
  questionnaire_id bigint not null,
  sheet integer not null,
  outcome text not null check (outcome in ('agreed', 'settled', 'single', 'set-aside')),
  differences smallint not null check (differences >= 0),
  reason text not null default '' check (length(reason) <= 1000),
  settled_by uuid references kernel.person,
  settled_at timestamptz not null,
  primary key (body_id, questionnaire_id, sheet),
  foreign key (body_id, questionnaire_id, sheet) references questionnaires.sheet,
  check (outcome <> 'set-aside' or reason <> '')
);
create index on questionnaires.settlement (settled_by) where settled_by is not null;
select kernel.protect('questionnaires.settlement', 'append');

-- Answers written to files part by part, so that memory stays the same whatever their number, and progress can be seen.
create table questionnaires.export (
  body_id integer not null,
  id bigint generated always as identity,
  questionnaire_id bigint not null,
  total integer not null,
  done integer not null default 0,
  -- the last answer written
  last_id bigint not null default 0,
  asked_by uuid references kernel.person,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, questionnaire_id) references questionnaires.questionnaire
);
create index on questionnaires.export (asked_by) where asked_by is not null;
select kernel.protect('questionnaires.export');

create table questionnaires.export_part (
  body_id integer not null,
  export_id bigint not null,
  number integer not null check (number >= 1),
  file_id bigint not null,
  rows integer not null,
  primary key (body_id, export_id, number),
  foreign key (body_id, export_id) references questionnaires.export on delete cascade
);
select kernel.protect('questionnaires.export_part');
