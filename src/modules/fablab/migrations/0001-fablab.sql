create schema fablab;

-- A machine is a resource of the engine booking, by its number; here, what is particular to a workshop.
create table fablab.machine (
  body_id integer not null references kernel.body,
  resource_id bigint not null,
  -- 1: after a welcome; 2: after a training; 3: after a training, and never alone
  risk smallint not null check (risk between 1 and 3),
  permit text not null default '',
  permit_label text not null default '',
  permit_months smallint not null default 24 check (permit_months between 1 and 120),
  model text not null default '',
  care text not null default '',
  primary key (body_id, resource_id)
);

create table fablab.material (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  unit text not null check (unit in ('g', 'min', 'm', 'cm2', 'piece')),
  cents_per_unit numeric(8, 2) not null check (cents_per_unit >= 0),
  primary key (body_id, id)
);
-- Which machine takes which material; a refusal says why, and is a rule: what is refused cannot be declared.
create table fablab.machine_material (
  body_id integer not null,
  resource_id bigint not null,
  material_id bigint not null,
  verdict text not null check (verdict in ('allowed', 'refused')),
  reason text not null default '',
  primary key (body_id, resource_id, material_id),
  unique (body_id, resource_id, material_id, verdict),
  foreign key (body_id, resource_id) references fablab.machine,
  foreign key (body_id, material_id) references fablab.material,
  check (verdict = 'allowed' or reason <> '')
);
-- What is to be used during a booking. The key refuses PVC on the laser, whatever the code does.
create table fablab.use (
  body_id integer not null,
  booking_id bigint not null,
  resource_id bigint not null,
  material_id bigint not null,
  verdict text not null default 'allowed' check (verdict = 'allowed'),
  primary key (body_id, booking_id, material_id),
  foreign key (body_id, resource_id, material_id, verdict) references fablab.machine_material (body_id, resource_id, material_id, verdict)
);
create table fablab.consumption (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  booking_id bigint not null,
  material_id bigint not null,
  quantity numeric(9, 2) not null check (quantity > 0),
  cents integer not null check (cents >= 0),
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, material_id) references fablab.material
);
create index on fablab.consumption (body_id, booking_id);

-- The safety rules, each edition in force from a day; who signed which is in booking.acceptance.
create table fablab.rules_edition (
  body_id integer not null references kernel.body,
  edition integer not null check (edition > 0),
  text text not null check (length(text) between 1 and 20000),
  since date not null,
  written_by uuid references kernel.person,
  primary key (body_id, edition)
);

create table fablab.project (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null check (length(title) between 1 and 160),
  text text not null,
  machines text not null default '',
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id)
);
create table fablab.project_file (
  body_id integer not null,
  id bigint generated always as identity,
  project_id bigint not null,
  file_id bigint not null,
  name text not null,
  size integer not null,
  primary key (body_id, id),
  foreign key (body_id, project_id) references fablab.project
);
create index on fablab.project_file (body_id, project_id);

-- One thing brought to the repair café, in the words of the Open Repair Data Standard 0.3. Nobody's name: a number at the door.
create table fablab.repair (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- the identifier of the partner who shared it; empty for our own
  shared_id text not null default '',
  data_provider text not null default '',
  country text not null default 'FRA' check (country ~ '^[A-Z]{3}$'),
  group_identifier text not null default '',
  event_on date not null,
  number integer not null default 0,
  what text not null,
  category_id smallint not null check (category_id between 1 and 40),
  brand text not null default '',
  year_of_manufacture smallint check (year_of_manufacture between 1800 and 2200),
  problem text not null default '',
  status text check (status in ('Fixed', 'Repairable', 'End of life', 'Unknown')),
  barrier text not null default '' check (barrier in ('', 'Spare parts not available', 'Spare parts too expensive', 'No way to open product',
    'Repair information not available', 'Lack of equipment', 'Too worn out')),
  grams integer check (grams > 0),
  arrived_at timestamptz,
  taken_at timestamptz,
  taken_by uuid references kernel.person,
  ended_at timestamptz,
  primary key (body_id, id),
  check (barrier = '' or status = 'End of life')
);
create unique index repair_number on fablab.repair (body_id, event_on, number) where shared_id = '';
create unique index repair_shared on fablab.repair (body_id, shared_id) where shared_id <> '';
create index on fablab.repair (body_id, event_on, number, id);
create table fablab.repair_part (
  body_id integer not null,
  id bigint generated always as identity,
  repair_id bigint not null,
  name text not null check (length(name) between 1 and 160),
  origin text not null check (origin in ('bought', 'recovered', 'printed')),
  cents integer not null default 0 check (cents >= 0),
  primary key (body_id, id),
  foreign key (body_id, repair_id) references fablab.repair
);
create index on fablab.repair_part (body_id, repair_id);
-- What a partner's file held, and the lines that could not be taken, each with its reason.
create table fablab.repair_import (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  file_name text not null,
  taken integer not null,
  known integer not null,
  refused jsonb not null,
  imported_by uuid references kernel.person,
  imported_at timestamptz not null,
  primary key (body_id, id)
);

select kernel.protect('fablab.machine');
select kernel.protect('fablab.material');
select kernel.protect('fablab.machine_material');
select kernel.protect('fablab.use');
select kernel.protect('fablab.consumption', 'append');
select kernel.protect('fablab.rules_edition', 'append');
select kernel.protect('fablab.project');
select kernel.protect('fablab.project_file');
select kernel.protect('fablab.repair');
select kernel.protect('fablab.repair_part');
select kernel.protect('fablab.repair_import', 'append');
