create schema measures;

-- A programme as it was received, kept word for word; its points are corrected on the review screen, then published.
create table measures.programme (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null,
  introduction text not null default '',
  source text not null check (length(source) <= 2000000),
  source_name text not null default '',
  format text not null check (format in ('markdown', 'text', 'csv')),
  imported_by uuid references kernel.person,
  imported_at timestamptz not null,
  published_by uuid references kernel.person,
  published_at timestamptz,
  abandoned_at timestamptz,
  check (published_at is null or abandoned_at is null),
  primary key (body_id, id)
);
create index on measures.programme (body_id, published_at desc, id);

-- One point of the tree under review. A point that could not be placed waits with its reason; a dropped one says why.
create table measures.programme_point (
  body_id integer not null,
  programme_id bigint not null,
  id bigint generated always as identity,
  position integer not null,
  depth integer not null check (depth between 0 and 8),
  kind text not null check (kind in ('objective', 'theme', 'measure', 'sub-measure')),
  number text not null default '',
  title text not null,
  body text not null default '',
  lines integer[] not null default '{}',
  waiting_because text,
  dropped_because text check (dropped_because <> ''),
  primary key (body_id, programme_id, id),
  foreign key (body_id, programme_id) references measures.programme on delete cascade
);
create index on measures.programme_point (body_id, programme_id, position);

-- Objectives and themes of a published programme.
create table measures.section (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  programme_id bigint,
  parent_id bigint,
  kind text not null check (kind in ('objective', 'theme')),
  number text not null default '',
  title text not null,
  text text not null default '',
  position integer not null,
  primary key (body_id, id),
  foreign key (body_id, programme_id) references measures.programme,
  foreign key (body_id, parent_id) references measures.section
);
create index on measures.section (body_id, position);
create index on measures.section (body_id, programme_id, position);
create index on measures.section (body_id, parent_id);

create table measures.measure (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  programme_id bigint,
  section_id bigint,
  position integer not null,
  number text not null default '',
  title text not null check (length(title) between 1 and 300),
  summary text not null default '',
  -- who holds the pen, and the service of the town hall in charge
  pilot_id uuid references kernel.person,
  owner_service text not null default '',
  -- last day of contributions, included; null when no day is set
  closes_on date,
  -- the latest row of measures.stage, written by a trigger so that lists need not look for it
  stage text not null default 'proposed',
  stage_since timestamptz not null default now(),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  words tsvector generated always as (
    setweight(to_tsvector('kernel.french', title), 'A') || setweight(to_tsvector('kernel.french', summary), 'B')) stored,
  primary key (body_id, id),
  foreign key (body_id, programme_id) references measures.programme,
  foreign key (body_id, section_id) references measures.section
);
create index on measures.measure (body_id, position, id);
create index on measures.measure (body_id, stage, position, id);
create index on measures.measure (body_id, section_id, position, id);
create index on measures.measure (body_id, closes_on, id) where closes_on is not null;
create index on measures.measure (body_id, changed_at desc, id desc);
create index on measures.measure (body_id, programme_id);
create index on measures.measure (pilot_id);
create index measure_words on measures.measure using gin (words);
create index measure_title on measures.measure using gin (title gin_trgm_ops);

-- The life of a measure: each stage is a dated row with its author and reason; the latest is where it stands.
create table measures.stage (
  body_id integer not null,
  measure_id bigint not null,
  id bigint generated always as identity,
  stage text not null check (stage in ('proposed', 'co-construction', 'consultation', 'decided', 'under-way', 'running', 'evaluated', 'withdrawn')),
  reason text not null default '',
  author_id uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, measure_id, id),
  foreign key (body_id, measure_id) references measures.measure
);
create index on measures.stage (author_id);
create index on measures.stage (body_id, made_at desc, id desc);

create function measures.keep_stage() returns trigger language plpgsql as $$
begin
  update measures.measure set stage = new.stage, stage_since = new.made_at, changed_at = greatest(changed_at, new.made_at)
  where body_id = new.body_id and id = new.measure_id;
  return null;
end $$;
create trigger keep_stage after insert on measures.stage for each row execute function measures.keep_stage();

-- A version never changes once made; its paragraphs keep their identity from one version to the next.
create table measures.version (
  body_id integer not null,
  measure_id bigint not null,
  number integer not null check (number > 0),
  made_at timestamptz not null,
  note text not null default '',
  author_id uuid references kernel.person,
  primary key (body_id, measure_id, number),
  foreign key (body_id, measure_id) references measures.measure
);
create index on measures.version (author_id);
create index on measures.version (body_id, made_at desc, measure_id desc);
create table measures.version_paragraph (
  body_id integer not null,
  measure_id bigint not null,
  version integer not null,
  position integer not null,
  paragraph text not null,
  text text not null,
  primary key (body_id, measure_id, version, position),
  unique (body_id, measure_id, version, paragraph),
  foreign key (body_id, measure_id, version) references measures.version
);
-- Everyone whose words are in that version, and how.
create table measures.version_credit (
  body_id integer not null,
  measure_id bigint not null,
  version integer not null,
  person_id uuid not null references kernel.person,
  part text not null,
  primary key (body_id, measure_id, version, person_id, part),
  foreign key (body_id, measure_id, version) references measures.version
);
create index on measures.version_credit (person_id);

-- Once per person, whatever the channel. Withdrawing deletes the row; the journal remembers both.
create table measures.support (
  body_id integer not null,
  measure_id bigint not null,
  person_id uuid not null references kernel.person,
  supported_at timestamptz not null,
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  -- No reference to the measure: a crowd that supports one measure would queue to lock its row. The statement that writes
  -- here reads the measure first, and nobody may delete one (see below).
  primary key (body_id, measure_id, person_id)
);
create index on measures.support (person_id);
create index on measures.support (keyed_by) where keyed_by is not null;

-- How many supports, in several counters to add up, so that people who support the same measure at the same moment
-- do not wait for one another. A counter alone means nothing and may be negative.
create table measures.support_count (
  body_id integer not null,
  measure_id bigint not null,
  slot smallint not null check (slot between 0 and 31),
  n integer not null,
  primary key (body_id, measure_id, slot)
);
-- Whatever takes supports away (a withdrawal, the erasure of a person, two records that turn out to be one person), the
-- count follows. Giving one counts it in the same statement, which is faster than a trigger.
create function measures.uncount_supports() returns trigger language plpgsql as $$
begin
  insert into measures.support_count as c (body_id, measure_id, slot, n)
  select body_id, measure_id, pg_backend_pid() % 32, -count(*) from gone group by body_id, measure_id order by body_id, measure_id
  on conflict (body_id, measure_id, slot) do update set n = c.n + excluded.n;
  return null;
end $$;
create trigger uncount_supports after delete on measures.support referencing old table as gone
  for each statement execute function measures.uncount_supports();

select kernel.protect('measures.programme');
select kernel.protect('measures.programme_point');
select kernel.protect('measures.section');
select kernel.protect('measures.measure');
select kernel.protect('measures.stage', 'append');
select kernel.protect('measures.version', 'append');
select kernel.protect('measures.version_paragraph', 'append');
select kernel.protect('measures.version_credit', 'append');
revoke delete on measures.measure from yvette_application, yvette_jobs;
select kernel.protect('measures.support');
select kernel.protect('measures.support_count');

-- Full-text and approximate search use indices that row-level security would forbid (their operators are not leakproof):
-- this function reads as the owner, and only the current body.
create function measures.found(wanted text, most integer) returns table (id bigint, rank real)
language sql stable security definer set search_path = pg_catalog, public as $$
  with asked as (select websearch_to_tsquery('kernel.french', wanted) as query),
  exact as (
    select m.id, ts_rank(m.words, asked.query) + 1 as rank
    from measures.measure m, asked
    where m.body_id = kernel.current_body() and m.words @@ asked.query
    order by 2 desc, m.id limit most
  )
  select id, rank::real from exact
  union all
  select * from (
    select m.id, word_similarity(wanted, m.title) as rank
    from measures.measure m
    where m.body_id = kernel.current_body() and wanted <% m.title and not exists (select from exact)
    order by 2 desc, m.id limit most
  ) near
$$;
revoke all on function measures.found from public;
grant execute on function measures.found to yvette_application, yvette_jobs;
