-- The ground every room stands on: extensions, bodies, agreements, and the one function that protects a table.
create schema kernel;
grant usage on schema kernel to yvette_application, yvette_jobs;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists pgcrypto;

-- French full text that forgives accents.
create text search configuration kernel.french (copy = pg_catalog.french);
alter text search configuration kernel.french
  alter mapping for hword, hword_part, word with unaccent, french_stem;

create table kernel.migration (
  room text not null,
  name text not null,
  digest text not null,
  applied_at timestamptz not null default now(),
  primary key (room, name)
);

-- One row: what this database is for. A demonstration never opens a production database, nor the reverse.
create table kernel.instance (
  single boolean primary key default true check (single),
  kind text not null check (kind in ('demonstration', 'production')),
  created_at timestamptz not null default now(),
  -- When the invented life was wholly written; an interrupted demonstration is not half used.
  ready_at timestamptz
);

-- A tenant: commune, its CCAS, intercommunality, joint body.
create table kernel.body (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  kind text not null check (kind in ('commune', 'ccas', 'intercommunality', 'joint-body')),
  siren text check (siren ~ '^[0-9]{9}$'),
  insee text check (insee ~ '^[0-9AB]{5}$'),
  population integer check (population > 0),
  host text unique,
  arms text,
  accent text,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);

-- What several bodies own together belongs to an agreement; each participant sees its rows.
create table kernel.agreement (
  id integer generated always as identity primary key,
  title text not null,
  signed_on date not null
);
create table kernel.agreement_body (
  agreement_id integer not null references kernel.agreement,
  body_id integer not null references kernel.body,
  since date not null,
  until date,
  primary key (agreement_id, body_id, since)
);
create index on kernel.agreement_body (body_id);

-- What a commune chose, as data; each room checks its own keys.
create table kernel.setting (
  body_id integer not null references kernel.body,
  room text not null,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (body_id, room, key)
);

create function kernel.current_body() returns integer language sql stable parallel safe as
$$ select nullif(current_setting('yvette.body', true), '')::integer $$;

create function kernel.current_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('yvette.person', true), '')::uuid $$;

create function kernel.current_agreements() returns setof integer language sql stable security definer
set search_path = pg_catalog as
$$ select agreement_id from kernel.agreement_body
   where body_id = kernel.current_body() and since <= current_date and (until is null or until >= current_date) $$;
revoke all on function kernel.current_agreements from public;
grant execute on function kernel.current_body, kernel.current_person, kernel.current_agreements to yvette_application, yvette_jobs;

-- Turns on row-level security for a tenant table and gives the two working roles what the mode allows.
--   'own'    the body's rows only
--   'append' the same, but the application may neither update nor delete
--   'shared' the body's rows; those of an agreement it takes part in (column agreement_id) can be read
create function kernel.protect(target regclass, mode text default 'own') returns void language plpgsql as $$
declare
  visible text := 'body_id = (select kernel.current_body())';
begin
  if mode not in ('own', 'append', 'shared') then raise exception 'unknown protection: %', mode; end if;
  if mode = 'shared' then
    visible := visible || ' or agreement_id in (select kernel.current_agreements())';
  end if;
  execute format('grant usage on schema %I to yvette_application, yvette_jobs',
    (select nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid where c.oid = target));
  execute format('alter table %s enable row level security', target);
  execute format('create policy body on %s to yvette_application, yvette_jobs using (%s) with check (body_id = (select kernel.current_body()))', target, visible);
  if mode = 'shared' then -- `with check` holds back what is written; a deletion writes nothing
    execute format('create policy owner_deletes on %s as restrictive for delete to yvette_application, yvette_jobs using (body_id = (select kernel.current_body()))', target);
  end if;
  execute format('grant select, insert on %s to yvette_application, yvette_jobs', target);
  execute format('grant update, delete on %s to yvette_jobs', target);
  if mode <> 'append' then execute format('grant update, delete on %s to yvette_application', target); end if;
end $$;
revoke all on function kernel.protect from public;

grant select on kernel.body, kernel.agreement, kernel.agreement_body, kernel.instance, kernel.migration to yvette_application, yvette_jobs;
grant update (name, population, arms, accent) on kernel.body to yvette_application;
alter table kernel.body enable row level security;
create policy known on kernel.body for select to yvette_application, yvette_jobs using (true);
create policy own on kernel.body for update to yvette_application using (id = (select kernel.current_body()));
select kernel.protect('kernel.setting');
