-- What the account pages remember: letters with a code, neighbours who vouch, parents who consent, addresses to confirm.
create schema accounts;

-- A code sent by post. It is drawn when the letter is printed, and only its keyed digest stays.
create table accounts.letter (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  purpose text not null check (purpose in ('residence', 'account')),
  address_text text not null,
  asked_by uuid not null references kernel.person,
  asked_at timestamptz not null,
  digest bytea,
  printed_by uuid references kernel.person,
  printed_at timestamptz,
  expires_on date,
  attempts integer not null default 0,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (body_id, id),
  check ((digest is null) = (expires_on is null))
);
create unique index letter_open on accounts.letter (body_id, person_id, purpose) where used_at is null and withdrawn_at is null;
create unique index letter_digest on accounts.letter (body_id, digest) where used_at is null and withdrawn_at is null;

-- A verified resident says that they know someone to live here.
create table accounts.vouch (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  voucher_id uuid not null references kernel.person,
  vouched_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, person_id, voucher_id),
  check (person_id <> voucher_id)
);
create index on accounts.vouch (body_id, voucher_id);

-- A holder of parental authority agrees that a minor has an account.
create table accounts.consent (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  ward_id uuid not null references kernel.person,
  guardian_id uuid not null references kernel.person,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (body_id, id)
);
create unique index consent_open on accounts.consent (body_id, ward_id, guardian_id) where withdrawn_at is null;

create table accounts.membership_request (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  organisation_name text not null,
  kind text not null check (kind in ('association', 'company', 'public', 'other')),
  title text,
  asked_at timestamptz not null,
  answered_by uuid references kernel.person,
  answered_at timestamptz,
  accepted boolean,
  primary key (body_id, id),
  check ((answered_at is null) = (accepted is null))
);

create table accounts.email_change (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  email text not null,
  digest bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (body_id, id)
);

-- A person asked to be erased; a job goes through every room.
create table accounts.erasure (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (body_id, id)
);

select kernel.protect('accounts.letter');
select kernel.protect('accounts.vouch');
select kernel.protect('accounts.consent');
select kernel.protect('accounts.membership_request');
select kernel.protect('accounts.email_change');
select kernel.protect('accounts.erasure');

-- What a guardian must know of a ward's agreements, above row-level security: only for a guardian, and only that.
create function accounts.consent_facts(ward uuid) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'birthDate', (select c.birth_date from kernel.contact c where c.person_id = ward),
    'guardians', coalesce((select jsonb_agg(distinct g.guardian_id) from kernel.guardianship g where g.ward_id = ward
      and g.since <= current_date and (g.until is null or g.until >= current_date)), '[]'::jsonb),
    'consents', coalesce((select jsonb_agg(distinct c.guardian_id) from accounts.consent c
      where c.body_id = kernel.current_body() and c.ward_id = ward and c.withdrawn_at is null), '[]'::jsonb))
  where exists (select from kernel.guardianship g where g.ward_id = ward and g.guardian_id = kernel.current_person()
    and g.since <= current_date and (g.until is null or g.until >= current_date))
$$;
revoke all on function accounts.consent_facts from public;
grant execute on function accounts.consent_facts to yvette_application, yvette_jobs;

-- Writes the wish to be erased in every body that knows the person, who alone may have it.
create function accounts.ask_erasure(person uuid, asked timestamptz) returns void language sql security definer set search_path = pg_catalog as $$
  insert into accounts.erasure (body_id, person_id, asked_at) select p.body_id, person, asked from kernel.presence p
  where p.person_id = person and person = kernel.current_person()
$$;
revoke all on function accounts.ask_erasure from public;
grant execute on function accounts.ask_erasure to yvette_application, yvette_jobs;
