create schema plots;

-- A garden: who keeps it, where it is, and its plan (metres, from the north-west corner).
create table plots.garden (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  place text not null default '',
  about text not null default '',
  access text not null default '',
  run_by text not null default '',
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  width double precision not null check (width between 5 and 500),
  height double precision not null check (height between 5 and 500),
  -- the service of the catalogue it belongs to; the catalogue is another room
  service_id bigint,
  closed_on date,
  primary key (body_id, id)
);
create unique index garden_once on plots.garden (body_id, lower(name));

create table plots.plot (
  body_id integer not null,
  id bigint generated always as identity,
  garden_id bigint not null,
  number text not null check (number ~ '^[0-9A-Za-z-]{1,8}$'),
  kind text not null check (kind in ('ground', 'raised', 'shared')),
  square_metres double precision not null check (square_metres > 0 and square_metres <= 5000),
  x double precision not null check (x >= 0),
  y double precision not null check (y >= 0),
  width double precision not null check (width > 0),
  height double precision not null check (height > 0),
  water text not null check (water in ('tap', 'pump', 'tank', 'none')),
  sun text not null check (sun in ('full', 'half', 'shade')),
  withdrawn_on date,
  withdrawn_because text not null default '',
  primary key (body_id, id),
  foreign key (body_id, garden_id) references plots.garden
);
create unique index plot_number_once on plots.plot (body_id, garden_id, lower(number));

-- One round of applications for one season. Applications are renewed each year.
create table plots.round (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 120),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  draw_on date not null check (draw_on > closes_on),
  season_from date not null check (season_from >= draw_on),
  season_to date not null check (season_to > season_from),
  seed_source text not null check (length(seed_source) >= 1),
  -- the draw of the engine, once the list is published
  allocation_id bigint,
  opened_by uuid references kernel.person,
  primary key (body_id, id),
  -- seasons follow one another
  constraint one_season_at_a_time exclude using gist (body_id with =, daterange(season_from, season_to, '[]') with &&)
);
create unique index round_allocation on plots.round (body_id, allocation_id) where allocation_id is not null;

create table plots.application (
  body_id integer not null,
  id bigint generated always as identity,
  round_id bigint not null,
  -- its number in the round, in the order of asking
  number integer not null check (number > 0),
  person_id uuid references kernel.person,
  holder text not null check (holder in ('person', 'family', 'school', 'association', 'university')),
  holder_name text not null default '',
  without_land boolean not null,
  low_income boolean not null,
  needs_raised boolean not null,
  lives_here boolean not null,
  waited_years integer not null default 0 check (waited_years >= 0),
  wishes bigint[] not null,
  takes_any boolean not null,
  project text not null default '',
  tier integer check (tier between 1 and 4),
  asked_at timestamptz not null,
  keyed_by uuid references kernel.person,
  withdrawn_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, round_id) references plots.round
);
create unique index application_number on plots.application (body_id, round_id, number);
-- one application a person and a round
create unique index application_once on plots.application (body_id, round_id, person_id) where person_id is not null and withdrawn_at is null;
create index on plots.application (body_id, person_id);

-- A plot given to somebody: offered, then held from the signature until it ends.
create table plots.tenancy (
  body_id integer not null,
  id bigint generated always as identity,
  plot_id bigint not null,
  application_id bigint,
  round_id bigint not null,
  person_id uuid references kernel.person,
  holder text not null check (holder in ('person', 'family', 'school', 'association', 'university')),
  holder_name text not null default '',
  shows_name boolean not null default false,
  offered_on date not null,
  answer_by date not null check (answer_by >= offered_on),
  signed_at timestamptz,
  edition integer,
  since date not null,
  until date not null check (until >= since),
  leaving_on date,
  ended_on date,
  ended_because text check (ended_because in ('declined', 'expired', 'handed-back', 'released', 'season-over', 'left')),
  -- the state of the place when it was given back
  returned_on date,
  returned_note text not null default '',
  primary key (body_id, id),
  foreign key (body_id, plot_id) references plots.plot,
  foreign key (body_id, application_id) references plots.application,
  foreign key (body_id, round_id) references plots.round,
  check ((ended_on is null) = (ended_because is null)),
  -- nobody else has a plot while somebody has it
  constraint one_holder exclude using gist (body_id with =, plot_id with =, daterange(since, until, '[]') with &&) where (ended_on is null)
);
create index on plots.tenancy (body_id, person_id);

-- Fees and deposits. Never corrected: an opposite line is written.
create table plots.entry (
  body_id integer not null,
  id bigint generated always as identity,
  tenancy_id bigint not null,
  kind text not null check (kind in ('fee', 'deposit', 'fee-paid', 'deposit-paid', 'deposit-returned', 'deposit-kept')),
  cents integer not null check (cents > 0),
  season text not null default '',
  -- how it was computed
  steps jsonb,
  note text not null default '',
  on_day date not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, tenancy_id) references plots.tenancy
);
create index on plots.entry (body_id, tenancy_id, id);

create table plots.visit (
  body_id integer not null,
  id bigint generated always as identity,
  tenancy_id bigint not null,
  visited_on date not null,
  state text not null check (state in ('kept', 'started', 'neglected')),
  note text not null default '',
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, tenancy_id) references plots.tenancy
);
create index on plots.visit (body_id, tenancy_id, id);
create table plots.photo (
  body_id integer not null,
  id bigint generated always as identity,
  visit_id bigint not null,
  file_id bigint not null,
  caption text not null check (length(caption) between 1 and 200),
  primary key (body_id, id),
  foreign key (body_id, visit_id) references plots.visit
);
create index on plots.photo (body_id, visit_id);

-- Reminder, formal notice, release: each after a visit, each with its last day.
create table plots.step (
  body_id integer not null,
  id bigint generated always as identity,
  tenancy_id bigint not null,
  visit_id bigint not null,
  kind text not null check (kind in ('reminder', 'notice', 'release')),
  issued_on date not null,
  due_on date not null check (due_on >= issued_on),
  reason text not null check (length(reason) >= 1),
  by_person uuid references kernel.person,
  ended_on date,
  ended_because text check (ended_because in ('cured', 'upheld', 'done', 'left')),
  primary key (body_id, id),
  foreign key (body_id, tenancy_id) references plots.tenancy,
  foreign key (body_id, visit_id) references plots.visit,
  check ((ended_on is null) = (ended_because is null))
);
create unique index one_step_of_each_kind on plots.step (body_id, tenancy_id, kind) where ended_on is null;

-- The holder says no; somebody else than who wrote the step answers.
create table plots.objection (
  body_id integer not null,
  id bigint generated always as identity,
  step_id bigint not null,
  text text not null check (length(text) >= 1),
  objected_at timestamptz not null,
  person_id uuid references kernel.person,
  keyed_by uuid references kernel.person,
  answer text,
  accepted boolean,
  answered_by uuid references kernel.person,
  answered_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, step_id) references plots.step,
  check ((answer is null) = (accepted is null) and (answer is null) = (answered_at is null))
);
create unique index one_objection on plots.objection (body_id, step_id);

-- What a person was told, when, and how it reached them.
create table plots.letter (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid references kernel.person,
  tenancy_id bigint,
  application_id bigint,
  kind text not null,
  facts jsonb not null default '{}',
  told_at timestamptz not null,
  channel text not null default 'waiting' check (channel in ('waiting', 'mail', 'paper')),
  handed_on date,
  primary key (body_id, id),
  foreign key (body_id, tenancy_id) references plots.tenancy,
  foreign key (body_id, application_id) references plots.application
);
create index on plots.letter (body_id, tenancy_id, id);
create index on plots.letter (body_id, application_id, id);

create table plots.harvest (
  body_id integer not null,
  id bigint generated always as identity,
  garden_id bigint not null,
  plot_id bigint,
  harvested_on date not null,
  kind text not null,
  grams integer not null check (grams between 1 and 5000000),
  person_id uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, garden_id) references plots.garden,
  foreign key (body_id, plot_id) references plots.plot
);
create index on plots.harvest (body_id, garden_id, harvested_on);

-- Given away: to the canteen, the market, a neighbour.
create table plots.surplus (
  body_id integer not null,
  id bigint generated always as identity,
  garden_id bigint not null,
  kind text not null,
  grams integer not null check (grams between 1 and 5000000),
  offered_on date not null,
  until_on date not null check (until_on >= offered_on),
  person_id uuid references kernel.person,
  taken_at timestamptz,
  taken_for text check (taken_for in ('canteen', 'market', 'food-bank', 'neighbour')),
  taken_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, garden_id) references plots.garden,
  check ((taken_at is null) = (taken_for is null))
);
create index on plots.surplus (body_id, until_on) where taken_at is null;

select kernel.protect('plots.garden');
select kernel.protect('plots.plot');
select kernel.protect('plots.round');
select kernel.protect('plots.application');
select kernel.protect('plots.tenancy');
select kernel.protect('plots.entry', 'append');
select kernel.protect('plots.visit', 'append');
select kernel.protect('plots.photo', 'append');
select kernel.protect('plots.step');
select kernel.protect('plots.objection');
select kernel.protect('plots.letter');
select kernel.protect('plots.harvest');
select kernel.protect('plots.surplus');
