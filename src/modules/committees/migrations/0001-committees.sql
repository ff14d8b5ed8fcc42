-- Committees where users, agents and elected members judge services together: who created them, who sits, who would like to.
create schema committees;

create table committees.committee (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  kind text not null check (kind in ('services', 'theme', 'ccspl')),
  name text not null check (length(name) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 4000),
  theme text not null default '' check (kind <> 'theme' or theme <> ''),
  -- The act that creates it: « Délibération 2026-48 », its day, and where it can be read.
  act text not null check (length(act) between 1 and 200),
  act_on date not null,
  act_url text not null default '' check (act_url = '' or act_url ~ '^(https?:/)?/'),
  -- The model of rules it was founded with.
  model text not null,
  created_by uuid references kernel.person,
  created_at timestamptz not null,
  primary key (body_id, id)
);
create index on committees.committee (body_id, kind);

-- A service lives in another room; the committee knows its number.
create table committees.committee_service (
  body_id integer not null,
  committee_id bigint not null,
  service_id bigint not null,
  primary key (body_id, committee_id, service_id),
  foreign key (body_id, committee_id) references committees.committee
);
create index on committees.committee_service (body_id, service_id);

-- The end of a committee, with its act. It is not undone: a new one is created.
create table committees.dissolution (
  body_id integer not null,
  committee_id bigint not null,
  ended_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  by_person uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, committee_id),
  foreign key (body_id, committee_id) references committees.committee
);

-- A place at the table, whoever holds it: vacancies are seats without a running mandate.
create table committees.seat (
  body_id integer not null,
  id bigint generated always as identity,
  committee_id bigint not null,
  college text not null check (college in ('users', 'agents', 'elected')),
  label text not null check (length(label) between 1 and 200),
  designation text not null check (designation in ('appointed', 'elected', 'drawn')),
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, committee_id) references committees.committee
);
create index on committees.seat (body_id, committee_id);

create table committees.mandate (
  body_id integer not null,
  id bigint generated always as identity,
  committee_id bigint not null,
  seat_id bigint not null,
  person_id uuid not null references kernel.person,
  substitute boolean not null default false,
  since date not null,
  until date check (until >= since),
  -- How the person was designated: the act, the record of the vote or of the draw.
  record text not null check (length(record) between 1 and 500),
  record_url text not null default '' check (record_url = '' or record_url ~ '^(https?:/)?/'),
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  end_reason text not null default '',
  ended_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, seat_id) references committees.seat,
  foreign key (body_id, committee_id) references committees.committee,
  -- One holder and one substitute at a time.
  exclude using gist (body_id with =, seat_id with =, daterange(since, until, '[]') with &&) where (not substitute),
  constraint one_substitute exclude using gist (body_id with =, seat_id with =, daterange(since, until, '[]') with &&) where (substitute)
);
create index on committees.mandate (body_id, committee_id);
create index on committees.mandate (body_id, person_id);

create table committees.candidacy (
  body_id integer not null,
  id bigint generated always as identity,
  committee_id bigint not null,
  person_id uuid not null references kernel.person,
  motive text not null check (length(motive) between 1 and 4000),
  applied_at timestamptz not null,
  decision text check (decision in ('accepted', 'refused', 'withdrawn')),
  reason text not null default '' check (decision is distinct from 'refused' or reason <> ''),
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, committee_id) references committees.committee,
  check ((decision is null) = (decided_at is null))
);
create unique index one_waiting_candidacy on committees.candidacy (body_id, committee_id, person_id) where decision is null;

-- A promise made by a decision was not kept: the matter comes back to the committee, once.
create table committees.returned_item (
  body_id integer not null,
  id bigint generated always as identity,
  committee_id bigint not null,
  -- The line of the journal that said so: the same one never counts twice.
  event bigint not null,
  title text not null,
  url text not null,
  why jsonb not null,
  received_at timestamptz not null,
  -- The meeting on whose agenda it is; null while there is none.
  meeting_id bigint,
  placed_at timestamptz,
  primary key (body_id, id),
  unique (body_id, event),
  foreign key (body_id, committee_id) references committees.committee,
  check ((meeting_id is null) = (placed_at is null))
);
create index on committees.returned_item (body_id, committee_id);

-- What a consultative commission examines or is consulted on in a year (CGCT L1413-1), line by line.
create table committees.file_item (
  body_id integer not null,
  id bigint generated always as identity,
  committee_id bigint not null,
  year integer not null check (year between 1990 and 2200),
  kind text not null check (kind in ('delegate-report', 'water-waste-report', 'regie-report', 'partnership-report',
    'delegation-project', 'regie-project', 'partnership-project', 'research-project', 'other')),
  title text not null check (length(title) between 1 and 300),
  service_id bigint,
  document_url text not null default '' check (document_url = '' or document_url ~ '^(https?:/)?/'),
  received_on date,
  -- The meeting that examined it, and what it thought of it.
  meeting_id bigint,
  opinion text not null default '' check (opinion in ('', 'favourable', 'reserved', 'unfavourable', 'noted')),
  note text not null default '',
  changed_by uuid references kernel.person,
  changed_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, committee_id) references committees.committee
);
create unique index one_delegate_report on committees.file_item (body_id, committee_id, year, service_id) where kind = 'delegate-report';
create index on committees.file_item (body_id, committee_id, year);

-- The state of the year's work, presented to the council (CGCT L1413-1: before 1 July of the next year).
create table committees.presentation (
  body_id integer not null,
  committee_id bigint not null,
  year integer not null,
  presented_on date not null,
  act text not null check (length(act) between 1 and 200),
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, committee_id, year),
  foreign key (body_id, committee_id) references committees.committee
);

select kernel.protect('committees.committee');
select kernel.protect('committees.committee_service');
select kernel.protect('committees.dissolution', 'append');
select kernel.protect('committees.seat');
select kernel.protect('committees.mandate');
select kernel.protect('committees.candidacy');
select kernel.protect('committees.returned_item');
select kernel.protect('committees.file_item');
select kernel.protect('committees.presentation');
