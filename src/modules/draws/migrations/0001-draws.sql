create schema draws;

-- a list committed to before chance is known; nothing of it ever changes
create table draws.lot (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  purpose text not null,
  inputs text not null check (length(inputs) >= 1),
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  many integer not null check (many >= 1),
  seed_source text not null check (length(seed_source) >= 1),
  seed_on date not null,
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id)
);
select kernel.protect('draws.lot', 'append');

-- chance itself: once, and for good
create table draws.seed (
  body_id integer not null references kernel.body,
  lot_id bigint not null,
  seed text not null check (length(seed) between 1 and 500),
  witnesses text not null,
  entered_by uuid references kernel.person,
  entered_at timestamptz not null,
  primary key (body_id, lot_id),
  foreign key (body_id, lot_id) references draws.lot
);
select kernel.protect('draws.seed', 'append');

create table draws.panel (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  purpose text not null,
  size integer not null check (size between 2 and 500),
  one_per_address boolean not null,
  closes_on date not null,
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id)
);
select kernel.protect('draws.panel', 'append');

-- as first published
create table draws.quota (
  body_id integer not null references kernel.body,
  panel_id bigint not null,
  position integer not null,
  category text not null,
  feature text not null,
  min integer not null check (min >= 0),
  max integer not null check (max >= min),
  primary key (body_id, panel_id, position),
  unique (body_id, panel_id, category, feature),
  foreign key (body_id, panel_id) references draws.panel
);
select kernel.protect('draws.quota', 'append');

-- quotas loosened because no panel kept them all: accepted by name, the first ones stay readable
create table draws.relaxation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  panel_id bigint not null,
  position integer not null,
  min integer not null check (min >= 0),
  max integer not null check (max >= min),
  reason text not null check (length(reason) >= 1),
  accepted_by uuid references kernel.person,
  accepted_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, panel_id, position) references draws.quota
);
select kernel.protect('draws.relaxation', 'append');

create table draws.volunteer (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  panel_id bigint not null,
  number integer not null,
  person_id uuid references kernel.person,
  name text not null,
  address text not null,
  features jsonb not null,
  shows_name boolean not null,
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, panel_id, number),
  unique (body_id, panel_id, person_id),
  foreign key (body_id, panel_id) references draws.panel
);
select kernel.protect('draws.volunteer');

create table draws.computation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  panel_id bigint not null,
  asked_by uuid references kernel.person,
  asked_at timestamptz not null,
  progress jsonb,
  result jsonb,
  ended_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, panel_id) references draws.panel
);
-- one at a time
create unique index on draws.computation (body_id, panel_id) where ended_at is null;
select kernel.protect('draws.computation');

-- the lot that draws one ticket: its list holds every ticket with its members, by number
create table draws.panel_lot (
  body_id integer not null references kernel.body,
  panel_id bigint not null,
  lot_id bigint not null,
  primary key (body_id, panel_id),
  unique (body_id, lot_id),
  foreign key (body_id, panel_id) references draws.panel,
  foreign key (body_id, lot_id) references draws.lot
);
select kernel.protect('draws.panel_lot', 'append');

create table draws.refusal (
  body_id integer not null references kernel.body,
  panel_id bigint not null,
  number integer not null,
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, panel_id, number),
  foreign key (body_id, panel_id) references draws.panel
);
select kernel.protect('draws.refusal', 'append');
