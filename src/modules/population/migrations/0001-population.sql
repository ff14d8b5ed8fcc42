create schema population;

-- What was imported, as it was read; nothing is ever replaced.
create table population.version (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  form text not null check (form in ('margins', 'crossed')),
  source text not null check (length(source) between 1 and 300),
  licence text not null check (length(licence) between 1 and 200),
  -- day the figures are about, for example the census's
  reference_on date not null,
  note text not null default '' check (length(note) <= 500),
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id)
);
select kernel.protect('population.version', 'append');
create index on population.version (made_by) where made_by is not null;

-- The day a version became the one shown. Once per version.
create table population.publication (
  body_id integer not null,
  version_id bigint not null,
  published_by uuid references kernel.person,
  published_at timestamptz not null,
  published_on date not null,
  primary key (body_id, version_id),
  foreign key (body_id, version_id) references population.version
);
select kernel.protect('population.publication', 'append');
create index on population.publication (body_id, published_at desc);
create index on population.publication (published_by) where published_by is not null;

create table population.category (
  body_id integer not null,
  version_id bigint not null,
  dimension text not null check (dimension in ('age', 'sex', 'district')),
  code text not null check (length(code) between 1 and 60),
  label_fr text not null check (length(label_fr) between 1 and 120),
  label_en text not null check (length(label_en) between 1 and 120),
  position integer not null,
  primary key (body_id, version_id, dimension, code),
  unique (body_id, version_id, dimension, position),
  foreign key (body_id, version_id) references population.version
);
select kernel.protect('population.category', 'append');

-- One dimension a line in a version of margins; two or three in a crossed one.
create table population.figure (
  body_id integer not null,
  version_id bigint not null,
  age text,
  sex text,
  district text,
  people integer not null check (people >= 0),
  check (num_nonnulls(age, sex, district) >= 1),
  foreign key (body_id, version_id) references population.version
);
create unique index on population.figure (body_id, version_id, age, sex, district) nulls not distinct;
select kernel.protect('population.figure', 'append');
