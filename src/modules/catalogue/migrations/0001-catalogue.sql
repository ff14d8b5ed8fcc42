create schema catalogue;

-- A public service as people meet it. Every change leaves an edition; the row holds the latest.
create table catalogue.service (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- run with the other bodies of this agreement: they read it, this body writes it
  agreement_id integer references kernel.agreement,
  name text not null check (length(name) between 1 and 120),
  purpose text not null,
  audience text not null default '',
  run_by text not null check (run_by in ('commune', 'ccas', 'intercommunality', 'delegate', 'association', 'state')),
  run_by_name text not null default '',
  place text not null default '',
  address text not null default '',
  access text not null default '',
  phone text not null default '',
  email text not null default '',
  website text not null default '' check (website = '' or website ~* '^https?://'),
  hours_note text not null default '',
  question text not null default '',
  face text not null default 'bridge',
  edition integer not null default 1,
  archived_at timestamptz,
  changed_at timestamptz not null,
  primary key (body_id, id)
);
create index on catalogue.service (body_id, archived_at, name, id);
create index on catalogue.service (agreement_id) where agreement_id is not null;

-- When it is open on an ordinary week; 1 is Monday.
create table catalogue.opening (
  body_id integer not null,
  service_id bigint not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (body_id, service_id, weekday, opens),
  foreign key (body_id, service_id) references catalogue.service,
  exclude using gist (body_id with =, service_id with =, weekday with =, int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&)
);

-- Days on which it is otherwise: closed when `hours` is empty, else open at those hours, as they are read.
create table catalogue.exception (
  body_id integer not null,
  service_id bigint not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  hours text not null default '',
  reason text not null default '',
  primary key (body_id, service_id, first_day),
  foreign key (body_id, service_id) references catalogue.service,
  exclude using gist (body_id with =, service_id with =, daterange(first_day, last_day, '[]') with &&)
);

-- Measures that made or change the service; they live in another room.
create table catalogue.service_measure (
  body_id integer not null,
  service_id bigint not null,
  measure_id bigint not null,
  primary key (body_id, service_id, measure_id),
  foreign key (body_id, service_id) references catalogue.service
);
create index on catalogue.service_measure (body_id, measure_id);

-- What the page said, each time it changed, who changed it and why.
create table catalogue.edition (
  body_id integer not null,
  service_id bigint not null,
  number integer not null check (number > 0),
  content jsonb not null,
  reason text not null default '',
  author_id uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, service_id, number),
  foreign key (body_id, service_id) references catalogue.service
);
create index on catalogue.edition (author_id);

-- Archived, or opened again: each with its day, author and reason; the latest holds.
create table catalogue.archival (
  body_id integer not null,
  service_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('archived', 'restored')),
  reason text not null check (reason <> ''),
  author_id uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, service_id, id),
  foreign key (body_id, service_id) references catalogue.service
);
create index on catalogue.archival (author_id);

select kernel.protect('catalogue.service', 'shared');
select kernel.protect('catalogue.opening');
select kernel.protect('catalogue.exception');
select kernel.protect('catalogue.service_measure');
select kernel.protect('catalogue.edition', 'append');
select kernel.protect('catalogue.archival', 'append');

-- What is said of a shared service is read wherever the service is; its measures belong to the body that decides them.
create policy shared on catalogue.opening for select to yvette_application, yvette_jobs using (
  (body_id, service_id) in (select s.body_id, s.id from catalogue.service s where s.agreement_id in (select kernel.current_agreements())));
create policy shared on catalogue.exception for select to yvette_application, yvette_jobs using (
  (body_id, service_id) in (select s.body_id, s.id from catalogue.service s where s.agreement_id in (select kernel.current_agreements())));
create policy shared on catalogue.edition for select to yvette_application, yvette_jobs using (
  (body_id, service_id) in (select s.body_id, s.id from catalogue.service s where s.agreement_id in (select kernel.current_agreements())));
create policy shared on catalogue.archival for select to yvette_application, yvette_jobs using (
  (body_id, service_id) in (select s.body_id, s.id from catalogue.service s where s.agreement_id in (select kernel.current_agreements())));
