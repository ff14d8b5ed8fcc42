-- A price has a first day and a source, and is never changed: the next one is written beside it.
create table fablab.material_price (
  body_id integer not null references kernel.body,
  material_id bigint not null,
  since date not null,
  cents_per_unit numeric(8, 2) not null check (cents_per_unit >= 0),
  source text not null default '',
  set_by uuid references kernel.person,
  set_at timestamptz not null,
  primary key (body_id, material_id, since),
  foreign key (body_id, material_id) references fablab.material
);
insert into fablab.material_price (body_id, material_id, since, cents_per_unit, set_at)
  select body_id, id, '2026-01-01', cents_per_unit, now() from fablab.material;
alter table fablab.material drop column cents_per_unit;
-- under it, somebody should buy more; nobody follows the stock of a material without a line
alter table fablab.material add column low_mark numeric(9, 2) check (low_mark >= 0);
alter table fablab.material add column retired_on date;

-- What came in, what was thrown away, and what was counted on the shelf; what bookings used is in fablab.consumption.
create table fablab.stock_line (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  material_id bigint not null,
  kind text not null check (kind in ('in', 'out', 'count')),
  quantity numeric(9, 2) not null check (quantity >= 0),
  at timestamptz not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, material_id) references fablab.material
);
create index on fablab.stock_line (body_id, material_id, id);

select kernel.protect('fablab.material_price', 'append');
select kernel.protect('fablab.stock_line', 'append');
