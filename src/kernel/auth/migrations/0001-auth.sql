-- Doors into the platform: accounts, sessions and keys in the shape better-auth expects, names in lower case.
-- A person may have several doors (e-mail, FranceConnect, ProConnect): kernel.account leads each of them to one person.
create schema auth;

create table auth.user (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  door text not null default 'email' check (door in ('email', 'franceconnect', 'proconnect')),
  -- An address that the provider answers for; only then may it lead to a person already known by it.
  trusted_email text,
  -- An address that the provider merely repeats; it is proposed to the person, who confirms it.
  claimed_email text,
  birth_date text,
  -- Keyed digest of the pivot identity: recognises a person whose subject changed, without keeping the identity.
  pivot text
);
create index on auth.user (pivot) where pivot is not null;

create table auth.session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  user_id text not null references auth.user on delete cascade
);
create index on auth.session (user_id);
create index on auth.session (expires_at);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth.user on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.verification (identifier);
create index on auth.verification (expires_at);

create table auth.passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references auth.user on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index on auth.passkey (user_id);

create table auth.rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- For whom a session acts just now: a paper-only person at the desk, or a guardian's ward. One at a time.
create table auth.acting (
  session_id text primary key references auth.session on delete cascade,
  body_id integer not null references kernel.body,
  keyed_by uuid not null references kernel.person,
  person_id uuid not null references kernel.person,
  channel text not null check (channel in ('paper', 'desk', 'phone', 'guardian')),
  form text,
  since timestamptz not null default now(),
  check (keyed_by <> person_id)
);

grant usage on schema auth to yvette_application, yvette_jobs;
grant select, insert, update, delete on all tables in schema auth to yvette_application, yvette_jobs;

-- The person behind a door, found or made. Runs above row-level security: nobody is signed in yet.
create function auth.person_behind(door_user text, nameless text) returns uuid language plpgsql security definer
set search_path = pg_catalog as $$
declare
  who auth.user;
  found uuid;
begin
  select * into who from auth.user where id = door_user;
  if who.id is null then return null; end if;
  -- Two first sign-ins at once by one person must not make two.
  perform pg_advisory_xact_lock(hashtext('auth.person_behind'), hashtext(coalesce(who.pivot, who.trusted_email, who.email)));
  select a.person_id into found from kernel.account a where a.user_id = door_user;
  if found is null and who.pivot is not null then
    select a.person_id into found from auth.user u join kernel.account a on a.user_id = u.id
    join kernel.person p on p.id = a.person_id and p.erased_at is null
    where u.pivot = who.pivot and u.id <> who.id order by a.linked_at, u.id limit 1;
  end if;
  if found is null then
    select c.person_id into found from kernel.contact c join kernel.person p on p.id = c.person_id
    where lower(c.email) = lower(case who.door when 'email' then case when who.email_verified then who.email end else who.trusted_email end)
      and p.erased_at is null and p.merged_into is null;
  end if;
  if found is null then
    insert into kernel.person (name) values (coalesce(nullif(btrim(who.name), ''), nameless)) returning id into found;
    insert into kernel.contact (person_id, email, birth_date)
    values (found, case who.door when 'email' then case when who.email_verified then who.email end else who.trusted_email end, who.birth_date::date);
  end if;
  insert into kernel.account (user_id, person_id) values (door_user, found) on conflict do nothing;
  return found;
end $$;

-- Who holds this session, here and today: the one query of a signed-in request. Null when there is nobody.
-- `unlinked` names a door that was opened for the first time and leads to nobody yet; `known` is false on the first visit here.
-- In plpgsql so that each connection plans it once. Whoever works for the town hall signs in again after twelve hours. Who acts for someone has that person's place, never
-- their powers: an office is exercised in person.
create function auth.session_actor(session_token text, body integer, today date) returns jsonb language plpgsql stable security definer
set search_path = pg_catalog as $$
begin
  return (select case
    when k.user_id is null then jsonb_build_object('unlinked', s.user_id)
    when holder.actor is null then null
    when s.created_at < now() - interval '12 hours' and holder.actor -> 'roles' ?| array['agent', 'officer', 'administrator'] then null
    else jsonb_build_object('session', s.id, 'holder', holder.actor,
      'known', exists (select from kernel.presence p where p.body_id = body and p.person_id = k.person_id),
      'person', case when acting.actor is not null then acting.actor end,
      'acting', case when acting.actor is not null then jsonb_build_object('channel', acting.channel, 'form', acting.form) end)
  end
  from auth.session s
  left join kernel.account k on k.user_id = s.user_id
  cross join lateral (select kernel.actor(k.person_id, body, today) as actor) holder
  left join lateral (
    select a.channel, a.form, whole.actor || jsonb_build_object('services', '[]'::jsonb,
      'roles', (whole.actor -> 'roles') - array['helper', 'agent', 'elected', 'officer', 'administrator']) as actor
    from auth.acting a cross join lateral (select kernel.actor(a.person_id, body, today) as actor) whole
    where a.session_id = s.id and a.body_id = body and a.keyed_by = k.person_id
      and case a.channel
        when 'guardian' then exists (select from kernel.guardianship g where g.guardian_id = k.person_id and g.ward_id = a.person_id
          and g.since <= today and (g.until is null or g.until >= today))
        else holder.actor -> 'roles' ?| array['agent', 'helper']
      end
  ) acting on true
  where s.token = session_token and s.expires_at > now());
end $$;

-- Opens a session for a person whom something other than a door has recognised: the demonstration, a test.
create function auth.open_session(person uuid, session_id text, session_token text, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  door_user text;
begin
  select a.user_id into door_user from kernel.account a where a.person_id = person order by a.linked_at, a.user_id limit 1;
  if door_user is null then
    door_user := 'direct-' || person;
    insert into auth.user (id, name, email) select door_user, p.name, door_user || '@direct.invalid' from kernel.person p where p.id = person
    on conflict do nothing;
    insert into kernel.account (user_id, person_id) values (door_user, person) on conflict do nothing;
  end if;
  insert into auth.session (id, token, user_id, expires_at) values (session_id, session_token, door_user, until);
end $$;

-- One more use of a key within a window of seconds, unless it was used up.
create function auth.allow(limited text, seconds integer, uses integer) returns boolean language plpgsql security definer
set search_path = pg_catalog as $$
declare
  instant bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint;
  used integer;
begin
  insert into auth.rate_limit as r (id, key, count, last_request) values (limited, limited, 1, instant)
  on conflict (key) do update set
    count = case when r.last_request < instant - seconds * 1000 then 1 else r.count + 1 end,
    last_request = case when r.last_request < instant - seconds * 1000 then instant else r.last_request end
  returning count into used;
  return used <= uses;
end $$;

revoke all on function auth.person_behind, auth.session_actor, auth.open_session, auth.allow from public;
grant execute on function auth.person_behind, auth.session_actor, auth.open_session, auth.allow to yvette_application, yvette_jobs;
