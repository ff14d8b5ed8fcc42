-- A person exists once on an instance; residences, roles and mandates are dated and belong to a body.
create table kernel.person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null default now(),
  invented boolean not null default false,
  merged_into uuid references kernel.person,
  erased_at timestamptz
);

-- Private facts, read by the person and by the town hall of a body that knows them.
create table kernel.contact (
  person_id uuid primary key references kernel.person,
  email text,
  phone text,
  postal_address text,
  birth_date date,
  locale text not null default 'fr'
);
create unique index contact_email on kernel.contact (lower(email)) where email is not null;

-- Sign-in accounts (schema auth) that lead to a person.
create table kernel.account (
  user_id text primary key,
  person_id uuid not null references kernel.person,
  linked_at timestamptz not null default now()
);
create index on kernel.account (person_id);

-- Which bodies know which person; without a line here, a body cannot read them.
create table kernel.presence (
  body_id integer not null references kernel.body,
  person_id uuid not null references kernel.person,
  since timestamptz not null default now(),
  primary key (body_id, person_id)
);
create index on kernel.presence (person_id);

create table kernel.organisation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null,
  kind text not null check (kind in ('association', 'company', 'public', 'other')),
  created_at timestamptz not null default now(),
  primary key (body_id, id)
);

-- Residence is proven by a dated fact; the document itself is never kept.
create table kernel.residence (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  address text,
  proof text not null check (proof in ('declared', 'posted-code', 'document-seen', 'vouched')),
  since date not null,
  until date,
  recorded_by uuid references kernel.person,
  recorded_at timestamptz not null default now(),
  primary key (body_id, id)
);
create index on kernel.residence (body_id, person_id);

create table kernel.role (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  role text not null check (role in ('member', 'helper', 'agent', 'elected', 'officer', 'administrator')),
  service text,
  organisation_id bigint,
  title text,
  since date not null,
  until date,
  granted_by uuid references kernel.person,
  granted_at timestamptz not null default now(),
  primary key (body_id, id),
  foreign key (body_id, organisation_id) references kernel.organisation
);
create index on kernel.role (body_id, person_id);

-- A guardian acts for a ward (a minor, or an adult under protection), between dates.
create table kernel.guardianship (
  id bigint generated always as identity primary key,
  guardian_id uuid not null references kernel.person,
  ward_id uuid not null references kernel.person,
  kind text not null check (kind in ('parent', 'guardian')),
  since date not null,
  until date,
  recorded_at timestamptz not null default now(),
  check (guardian_id <> ward_id)
);
create index on kernel.guardianship (guardian_id);
create index on kernel.guardianship (ward_id);

select kernel.protect('kernel.presence');
select kernel.protect('kernel.organisation');
select kernel.protect('kernel.residence');
select kernel.protect('kernel.role');

-- Asked by policies, so it must see presence lines whatever the caller may see.
create function kernel.knows(person uuid) returns boolean language sql stable security definer
set search_path = pg_catalog as
$$ select exists (select from kernel.presence where body_id = kernel.current_body() and person_id = person) $$;
-- Role by role, at today's date: may the current person read private facts for the current body?
create function kernel.holds(variadic wanted text[]) returns boolean language sql stable security definer
set search_path = pg_catalog as
$$ select exists (select from kernel.role where body_id = kernel.current_body() and person_id = kernel.current_person()
   and role = any(wanted) and since <= current_date and (until is null or until >= current_date)) $$;
revoke all on function kernel.knows, kernel.holds from public;
grant execute on function kernel.knows, kernel.holds to yvette_application, yvette_jobs;

alter table kernel.person enable row level security;
create policy known on kernel.person for select to yvette_application, yvette_jobs
  using (id = (select kernel.current_person()) or kernel.knows(id));
create policy fresh on kernel.person for insert to yvette_application, yvette_jobs with check (true);
create policy known_change on kernel.person for update to yvette_application, yvette_jobs
  using (id = (select kernel.current_person()) or kernel.knows(id));
grant select, insert, update on kernel.person to yvette_application, yvette_jobs;

alter table kernel.contact enable row level security;
create policy known on kernel.contact to yvette_application
  using (person_id = (select kernel.current_person())
    or ((select kernel.holds('agent', 'helper', 'administrator')) and kernel.knows(person_id)))
  with check (person_id = (select kernel.current_person()) or kernel.knows(person_id));
create policy jobs on kernel.contact to yvette_jobs using (kernel.knows(person_id));
grant select, insert, update, delete on kernel.contact to yvette_application, yvette_jobs;

alter table kernel.guardianship enable row level security;
-- A body binds only people it knows, and a bond changes in nothing but its end.
create policy known on kernel.guardianship to yvette_application, yvette_jobs
  using (guardian_id = (select kernel.current_person()) or ward_id = (select kernel.current_person())
    or (kernel.knows(ward_id) and (select kernel.holds('agent', 'administrator'))))
  with check (true);
create policy both_known on kernel.guardianship as restrictive for insert to yvette_application, yvette_jobs
  with check (kernel.knows(guardian_id) and kernel.knows(ward_id));
grant select, insert, update (until) on kernel.guardianship to yvette_application, yvette_jobs;

grant select, insert, update, delete on kernel.account to yvette_application, yvette_jobs;
alter table kernel.account enable row level security;
create policy known on kernel.account to yvette_application, yvette_jobs
  using (person_id = (select kernel.current_person()) or kernel.knows(person_id));

-- Who this person is, here and today: one JSON row that a request needs. Null when unknown or erased.
-- In plpgsql so that each connection plans it once.
create function kernel.actor(person uuid, body integer, today date) returns jsonb language plpgsql stable security definer
set search_path = pg_catalog as $$
begin
  return (
    select jsonb_build_object('personId', p.id, 'name', p.name, 'locale', c.locale,
      'roles', case when lives_here.proven then held.roles || '["verified"]'::jsonb else held.roles end,
      'services', held.services)
    from kernel.person p
    left join kernel.contact c on c.person_id = p.id
    cross join lateral (
      select coalesce(jsonb_agg(r.role order by r.role), '[]') as roles,
        coalesce(jsonb_agg(r.service order by r.service) filter (where r.service is not null), '[]') as services
      from kernel.role r
      where r.body_id = body and r.person_id = p.id and r.since <= today and (r.until is null or r.until >= today)
    ) held
    cross join lateral (
      select exists (select from kernel.residence h where h.body_id = body and h.person_id = p.id and h.proof <> 'declared'
        and h.since <= today and (h.until is null or h.until >= today)) as proven
    ) lives_here
    where p.id = person and p.erased_at is null and p.merged_into is null);
end $$;
revoke all on function kernel.actor from public;
grant execute on function kernel.actor to yvette_application, yvette_jobs;
