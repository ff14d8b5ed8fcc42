-- Equipment that several communes share under an agreement. Each row belongs to the commune that wrote it; those of the agreement read it.
create schema shared_equipment;

-- A version of the agreement: its terms, never changed afterwards. It holds once each member has recorded its deliberation.
create table shared_equipment.convention (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  number integer not null check (number > 0),
  title text not null check (length(title) between 3 and 200),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  terms jsonb not null,
  because text not null default '',
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, id),
  unique (agreement_id, number)
);
create table shared_equipment.deliberation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  agreement_id integer not null references kernel.agreement,
  convention_id bigint not null,
  number text not null check (length(number) between 1 and 60),
  held_on date not null,
  recorded_by uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, id),
  unique (convention_id, body_id)
);
-- A member says that it leaves, and when, after the notice of the agreement.
create table shared_equipment.departure (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  agreement_id integer not null references kernel.agreement,
  leaves_on date not null,
  number text not null check (length(number) between 1 and 60),
  reason text not null default '',
  said_by uuid references kernel.person,
  said_at timestamptz not null,
  primary key (body_id, id),
  unique (agreement_id, body_id)
);

-- What is lent: the booking engine holds its name, place and calendar; here, what the account and the inspection need.
create table shared_equipment.item (
  body_id integer not null references kernel.body,
  resource_id bigint not null,
  agreement_id integer not null references kernel.agreement,
  unit text not null check (unit in ('km', 'hour', 'day', 'use')),
  parts jsonb not null default '[]',
  conditions text not null default '',
  borrowers text not null default '',
  seats integer check (seats between 1 and 100),
  licence text not null default '' check (licence in ('', 'B', 'BE', 'C1', 'D1', 'D')),
  needs_driver boolean not null default false,
  energy text not null default '' check (energy in ('', 'diesel', 'petrol', 'electric')),
  -- tenths of a litre (or of a kilowatt-hour) for 100 km
  consumption integer check (consumption between 0 and 2000),
  primary key (body_id, resource_id)
);
create table shared_equipment.photo (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  resource_id bigint not null,
  -- null: a photograph of the catalogue
  inspection_id bigint,
  file_id bigint not null,
  caption text not null check (length(caption) between 1 and 200),
  added_at timestamptz not null,
  primary key (body_id, id)
);

-- What the keeper must know of a loan; who asked and who drives stay in their own commune.
create table shared_equipment.loan (
  body_id integer not null references kernel.body,
  booking_id bigint not null,
  agreement_id integer not null references kernel.agreement,
  resource_id bigint not null,
  held_by integer not null references kernel.body,
  asked_for text not null check (asked_for in ('school', 'social', 'association', 'town')),
  borrower text not null check (length(borrower) between 1 and 160),
  used_at text not null default '',
  delivery text not null check (delivery in ('fetched', 'delivered')),
  is_insured boolean not null default false,
  -- the day on which the borrower's commune saw the licence and the authorisation of whoever drives
  driver_seen_on date,
  primary key (body_id, booking_id)
);
create index on shared_equipment.loan (resource_id, booking_id);
create table shared_equipment.driver (
  body_id integer not null references kernel.body,
  booking_id bigint not null,
  name text not null check (length(name) between 1 and 160),
  seen_by uuid references kernel.person,
  primary key (body_id, booking_id)
);

-- The state in which it left, and in which it came back: written once, corrected by another edition.
create table shared_equipment.inspection (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  booking_id bigint not null,
  borrower_body integer not null references kernel.body,
  resource_id bigint not null,
  kind text not null check (kind in ('out', 'in')),
  edition integer not null check (edition > 0),
  at timestamptz not null,
  parts jsonb not null,
  counter integer check (counter between 0 and 9999999),
  fuel integer check (fuel between 0 and 8),
  remarks text not null default '',
  keeper_signed text not null check (keeper_signed in ('account', 'paper')),
  borrower_signed text not null check (borrower_signed in ('screen', 'paper', 'absent')),
  because text not null default '',
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id),
  unique (booking_id, kind, edition)
);
-- The names typed under it: they stay in the commune that keeps the thing.
create table shared_equipment.signature (
  body_id integer not null references kernel.body,
  inspection_id bigint not null,
  side text not null check (side in ('keeper', 'borrower')),
  name text not null check (length(name) between 1 and 160),
  person_id uuid references kernel.person,
  primary key (body_id, inspection_id, side),
  foreign key (body_id, inspection_id) references shared_equipment.inspection
);

-- Something broken or missing, charged to the commune that had it; it may answer, and the agreement says who settles.
create table shared_equipment.damage (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  booking_id bigint not null,
  resource_id bigint not null,
  member_body integer not null references kernel.body check (member_body <> body_id),
  year integer not null check (year between 2000 and 2200),
  cents integer not null check (cents > 0),
  reason text not null check (length(reason) between 1 and 1000),
  file_id bigint,
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id)
);
-- About a damage, or about a line of a statement.
create table shared_equipment.contest (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  damage_id bigint,
  statement_id bigint,
  line text not null default '',
  reason text not null check (length(reason) between 1 and 2000),
  contested_by uuid references kernel.person,
  contested_at timestamptz not null,
  primary key (body_id, id),
  check ((damage_id is null) <> (statement_id is null))
);
create unique index contested_once on shared_equipment.contest (damage_id) where damage_id is not null;
create table shared_equipment.ruling (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  agreement_id integer not null references kernel.agreement,
  contest_id bigint not null unique,
  outcome text not null check (outcome in ('kept', 'changed', 'dropped')),
  cents integer check (cents >= 0),
  reason text not null check (length(reason) between 1 and 2000),
  decided_by text not null check (length(decided_by) between 1 and 200),
  ruled_by uuid references kernel.person,
  ruled_at timestamptz not null,
  primary key (body_id, id)
);

-- What the keeper foresees, then what it spent, with its evidence. Never corrected: an opposite line is written.
create table shared_equipment.cost (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  resource_id bigint not null,
  year integer not null check (year between 2000 and 2200),
  kind text not null check (kind in ('forecast', 'actual')),
  category text not null check (category in ('staff', 'supplies', 'renewal', 'contracts', 'insurance', 'fuel', 'repair', 'other')),
  label text not null check (length(label) between 1 and 200),
  spent_on date not null,
  cents integer not null check (cents <> 0),
  reverses bigint unique,
  file_id bigint,
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id)
);
create index on shared_equipment.cost (agreement_id, year, kind);

-- What was published, as it was published.
create table shared_equipment.statement (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  year integer not null check (year between 2000 and 2200),
  kind text not null check (kind in ('forecast', 'account')),
  edition integer not null check (edition > 0),
  convention_id bigint not null,
  published_at timestamptz not null,
  contest_until date not null,
  document text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  published_by uuid references kernel.person,
  primary key (body_id, id),
  unique (agreement_id, year, kind, edition)
);
create table shared_equipment.approval (
  body_id integer not null references kernel.body,
  agreement_id integer not null references kernel.agreement,
  statement_id bigint not null,
  approved_by uuid references kernel.person,
  approved_at timestamptz not null,
  primary key (body_id, statement_id)
);
create table shared_equipment.closing (
  body_id integer not null references kernel.body,
  agreement_id integer not null references kernel.agreement,
  year integer not null,
  statement_id bigint not null,
  closed_by uuid references kernel.person,
  closed_at timestamptz not null,
  primary key (body_id, agreement_id, year),
  unique (agreement_id, year)
);
-- What was wrong in a closed year counts in a later one, with its reason: `member_body` owes it to `owed_to`; negative, the opposite.
create table shared_equipment.correction (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  about_year integer not null,
  year integer not null check (year > about_year),
  member_body integer not null references kernel.body,
  owed_to integer not null references kernel.body check (owed_to <> member_body),
  cents integer not null check (cents <> 0),
  reason text not null check (length(reason) between 1 and 1000),
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id)
);

-- A closed year receives nothing more, whatever the code does.
create function shared_equipment.stays_closed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from shared_equipment.closing c where c.agreement_id = new.agreement_id and c.year = new.year) then
    raise exception 'the account of this year is closed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger stays_closed before insert on shared_equipment.cost for each row execute function shared_equipment.stays_closed();
create trigger stays_closed before insert on shared_equipment.damage for each row execute function shared_equipment.stays_closed();
create trigger stays_closed before insert on shared_equipment.statement for each row execute function shared_equipment.stays_closed();
create trigger stays_closed before insert on shared_equipment.correction for each row execute function shared_equipment.stays_closed();

select kernel.protect('shared_equipment.convention', 'shared');
select kernel.protect('shared_equipment.deliberation', 'shared');
select kernel.protect('shared_equipment.departure', 'shared');
select kernel.protect('shared_equipment.item', 'shared');
select kernel.protect('shared_equipment.photo', 'shared');
select kernel.protect('shared_equipment.loan', 'shared');
select kernel.protect('shared_equipment.driver');
select kernel.protect('shared_equipment.inspection', 'shared');
select kernel.protect('shared_equipment.signature');
select kernel.protect('shared_equipment.damage', 'shared');
select kernel.protect('shared_equipment.contest', 'shared');
select kernel.protect('shared_equipment.ruling', 'shared');
select kernel.protect('shared_equipment.cost', 'shared');
select kernel.protect('shared_equipment.statement', 'shared');
select kernel.protect('shared_equipment.approval', 'shared');
select kernel.protect('shared_equipment.closing', 'shared');
select kernel.protect('shared_equipment.correction', 'shared');
revoke update, delete on shared_equipment.convention, shared_equipment.deliberation, shared_equipment.inspection, shared_equipment.damage,
  shared_equipment.contest, shared_equipment.ruling, shared_equipment.cost, shared_equipment.statement, shared_equipment.approval,
  shared_equipment.closing, shared_equipment.correction from yvette_application;
