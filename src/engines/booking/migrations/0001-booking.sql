create schema booking;

-- The rules under which things are booked, each version in force from a day on (rules/policy.ts reads them).
create table booking.policy (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null check (owner ~ '^[a-z][a-zA-Z0-9:-]{0,80}$'),
  name text not null check (length(name) between 1 and 120),
  agreement_id integer references kernel.agreement,
  primary key (body_id, id)
);
create index on booking.policy (body_id, owner, name);
create table booking.policy_version (
  body_id integer not null,
  policy_id bigint not null,
  number integer not null check (number > 0),
  since date not null,
  rules jsonb not null,
  source text not null default '',
  agreement_id integer references kernel.agreement,
  set_by uuid references kernel.person,
  set_at timestamptz not null,
  primary key (body_id, policy_id, number),
  foreign key (body_id, policy_id) references booking.policy
);

-- Several organisations may own time: who, and which share of it, under which agreement.
create table booking.calendar (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null,
  name text not null check (length(name) between 1 and 120),
  agreement_id integer references kernel.agreement,
  primary key (body_id, id)
);
create table booking.holder (
  body_id integer not null,
  id bigint generated always as identity,
  calendar_id bigint not null,
  name text not null check (length(name) between 1 and 120),
  organisation_id bigint,
  member_body integer references kernel.body,
  share_permille integer not null default 0 check (share_permille between 0 and 1000),
  budget_cents integer not null default 0 check (budget_cents >= 0),
  basis text not null default '',
  since date not null,
  until date check (until >= since),
  agreement_id integer references kernel.agreement,
  primary key (body_id, id),
  foreign key (body_id, calendar_id) references booking.calendar,
  foreign key (body_id, organisation_id) references kernel.organisation
);
create index on booking.holder (body_id, calendar_id);

-- Regular openings in the hours of Europe/Paris (RFC 5545); an empty rule is that one day.
create table booking.opening (
  body_id integer not null,
  id bigint generated always as identity,
  calendar_id bigint not null,
  holder_id bigint,
  first_day date not null,
  last_day date check (last_day >= first_day),
  starts time not null,
  minutes integer not null check (minutes between 5 and 1440),
  rule text not null default '' check (length(rule) <= 300),
  note text not null default '',
  agreement_id integer references kernel.agreement,
  primary key (body_id, id),
  foreign key (body_id, calendar_id) references booking.calendar,
  foreign key (body_id, holder_id) references booking.holder
);
create index on booking.opening (body_id, calendar_id);
-- Closed although the rule says open, or open although it does not.
create table booking.exception (
  body_id integer not null,
  id bigint generated always as identity,
  calendar_id bigint not null,
  holder_id bigint,
  kind text not null check (kind in ('closed', 'open')),
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  reason text not null default '',
  agreement_id integer references kernel.agreement,
  decided_by uuid references kernel.person,
  decided_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, calendar_id) references booking.calendar,
  foreign key (body_id, holder_id) references booking.holder
);
create index on booking.exception (body_id, calendar_id);

-- What can be booked for a time. Its number is unique on the instance, so that two communes cannot hold one thing at once.
create table booking.resource (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  owner text not null,
  kind text not null default '',
  name text not null check (length(name) between 1 and 160),
  path text not null check (path ~ '^/[^/\\\s][^\\\s]*$'),
  description text not null default '',
  place text not null default '',
  position integer not null default 0,
  calendar_id bigint,
  policy_id bigint not null,
  agreement_id integer references kernel.agreement,
  details jsonb not null default '{}',
  archived_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, calendar_id) references booking.calendar,
  foreign key (body_id, policy_id) references booking.policy
);
create index on booking.resource (body_id, owner, position, id);
create index on booking.resource (agreement_id) where agreement_id is not null;

-- What has places. `places_taken` is kept by a trigger; the constraint holds whatever the code does.
create table booking.session (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  owner text not null,
  kind text not null default '',
  name text not null check (length(name) between 1 and 160),
  path text not null check (path ~ '^/[^/\\\s][^\\\s]*$'),
  description text not null default '',
  place text not null default '',
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  capacity integer not null check (capacity between 1 and 100000),
  places_taken integer not null default 0,
  policy_id bigint not null,
  agreement_id integer references kernel.agreement,
  details jsonb not null default '{}',
  cancelled_at timestamptz,
  cancelled_because text not null default '',
  primary key (body_id, id),
  foreign key (body_id, policy_id) references booking.policy,
  check (places_taken between 0 and capacity)
);
create index on booking.session (body_id, owner, lower(during), id);
create index on booking.session (agreement_id) where agreement_id is not null;

-- A time on a resource, a place in a session, or a time on which a resource is blocked with its reason.
create table booking.booking (
  -- the body in which it was booked; `held_by` is the body that owns the thing
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  held_by integer not null references kernel.body,
  owner text not null,
  kind text not null check (kind in ('time', 'place', 'block')),
  resource_id bigint,
  session_id bigint,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during)),
  places integer not null default 1 check (places between 1 and 500),
  state text not null check (state in ('asked', 'confirmed', 'waiting', 'offered', 'cancelled', 'refused', 'present', 'absent')),
  state_since timestamptz not null,
  -- when an offer ends, or when an approval is owed at the latest
  state_until timestamptz,
  person_id uuid references kernel.person,
  organisation_id bigint,
  purpose text not null default '',
  -- why it is blocked: anybody may read it
  reason text not null default '',
  quote jsonb,
  price_cents integer not null default 0 check (price_cents >= 0),
  deposit_cents integer not null default 0 check (deposit_cents >= 0),
  pseudonym text not null default '',
  code text not null default '',
  -- a published priority in the waiting list: 0 comes first, then the order of asking
  priority integer not null default 0,
  agreement_id integer references kernel.agreement,
  asked_at timestamptz not null,
  keyed_by uuid references kernel.person,
  reminded_at timestamptz,
  -- the same as `during`: under row-level security an index may be read by comparing instants, not ranges
  starts_at timestamptz generated always as (lower(during)) stored,
  ends_at timestamptz generated always as (coalesce(upper(during), 'infinity')) stored,
  primary key (body_id, id),
  foreign key (held_by, resource_id) references booking.resource (body_id, id),
  foreign key (held_by, session_id) references booking.session (body_id, id),
  foreign key (body_id, organisation_id) references kernel.organisation,
  check ((kind = 'place') = (session_id is not null and resource_id is null)),
  check ((kind = 'place') = (resource_id is null)),
  -- two people cannot have one thing at one time
  constraint one_at_a_time exclude using gist (resource_id with =, during with &&)
    where (resource_id is not null and state in ('asked', 'confirmed', 'offered', 'present'))
);
-- nobody twice in one session, nor twice in one waiting list
create unique index booking_once_a_session on booking.booking (session_id, person_id)
  where session_id is not null and person_id is not null and state in ('asked', 'confirmed', 'waiting', 'offered', 'present');
create unique index booking_waits_once on booking.booking (resource_id, during, person_id)
  where resource_id is not null and person_id is not null and state = 'waiting';
create index booking_taken on booking.booking (resource_id, ends_at, starts_at)
  where resource_id is not null and state in ('asked', 'confirmed', 'offered', 'present');
create index booking_of_person on booking.booking (body_id, person_id, lower(during));
create index booking_of_owner on booking.booking (held_by, owner, lower(during));
create index booking_of_session on booking.booking (session_id, priority, asked_at, id) where session_id is not null;
create index booking_waiting on booking.booking (resource_id, priority, asked_at, id) where state = 'waiting' and resource_id is not null;
create index booking_expiring on booking.booking (body_id, state_until) where state_until is not null;
create index booking_code on booking.booking (held_by, code) where code <> '';
create index on booking.booking (agreement_id) where agreement_id is not null;

-- Each change of state, with its author and its reason. Writing one *is* changing the state.
create table booking.step (
  -- the body of whoever decided
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  booking_body integer not null,
  booking_id bigint not null,
  state text not null,
  at timestamptz not null,
  until timestamptz,
  reason text not null default '',
  by_person uuid references kernel.person,
  agreement_id integer references kernel.agreement,
  primary key (body_id, id),
  foreign key (booking_body, booking_id) references booking.booking (body_id, id)
);
create index on booking.step (booking_id, id);

create function booking.enter_state() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update booking.booking b set state = new.state, state_since = new.at, state_until = new.until
  where b.body_id = new.booking_body and b.id = new.booking_id and new.body_id in (b.body_id, b.held_by);
  if not found then raise exception 'this booking belongs to other bodies' using errcode = '42501'; end if;
  return new;
end $$;
create trigger enter_state before insert on booking.step for each row execute function booking.enter_state();

create function booking.takes(state text) returns boolean language sql immutable parallel safe as
$$ select state in ('asked', 'confirmed', 'offered', 'present') $$;
create function booking.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before integer := case when tg_op <> 'INSERT' and old.session_id is not null and booking.takes(old.state) then old.places else 0 end;
  after integer := case when tg_op <> 'DELETE' and new.session_id is not null and booking.takes(new.state) then new.places else 0 end;
begin
  if before <> after then
    update booking.session s set places_taken = s.places_taken + after - before
    where s.id = case when tg_op = 'DELETE' then old.session_id else new.session_id end and s.places_taken + after - before <= s.capacity;
    if not found then raise exception 'no place left' using errcode = '23P01'; end if;
  end if;
  return null;
end $$;
create trigger count_places after insert or update of state, places or delete on booking.booking
  for each row execute function booking.count_places();
-- A place is never moved to another session, nor a time to another resource: one cancels and books again.
create function booking.stays() returns trigger language plpgsql as $$
begin
  if new.session_id is distinct from old.session_id or new.resource_id is distinct from old.resource_id or new.kind <> old.kind then
    raise exception 'a booking keeps its thing' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger stays before update on booking.booking for each row execute function booking.stays();

-- A permit for a machine, a level: gained on a day, until another.
create table booking.permit (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null check (name ~ '^[a-z][a-zA-Z0-9:.-]{0,80}$'),
  label text not null check (length(label) between 1 and 160),
  person_id uuid not null references kernel.person,
  since date not null,
  until date check (until >= since),
  gained text not null default '',
  granted_by uuid references kernel.person,
  withdrawn_on date,
  withdrawn_because text not null default '',
  withdrawn_by uuid references kernel.person,
  primary key (body_id, id)
);
create index on booking.permit (body_id, person_id, name);
create index on booking.permit (body_id, name, person_id);

-- Who signed which edition of which rules.
create table booking.acceptance (
  body_id integer not null references kernel.body,
  document text not null check (length(document) between 1 and 80),
  edition integer not null check (edition > 0),
  person_id uuid not null references kernel.person,
  accepted_at timestamptz not null,
  keyed_by uuid references kernel.person,
  primary key (body_id, document, edition, person_id)
);
create index on booking.acceptance (body_id, person_id);

-- Who runs a service of things shared, besides agents: a facilitator, a fab manager, a market placer.
create table booking.steward (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null,
  person_id uuid not null references kernel.person,
  title text not null default '',
  since date not null,
  until date check (until >= since),
  named_by uuid references kernel.person,
  primary key (body_id, id)
);
create index on booking.steward (body_id, owner, person_id);

-- After too many absences, some time without booking; the person may answer, a human may lift it.
create table booking.suspension (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null,
  person_id uuid not null references kernel.person,
  absences integer not null check (absences > 0),
  since timestamptz not null,
  until timestamptz not null check (until > since),
  plea text not null default '',
  plea_at timestamptz,
  lifted_at timestamptz,
  lifted_by uuid references kernel.person,
  lifted_because text not null default '',
  primary key (body_id, id)
);
create index on booking.suspension (body_id, person_id, until);

-- Something broke, or is being looked after; `block_id` is the time on which nobody can book meanwhile.
create table booking.incident (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  resource_id bigint not null,
  kind text not null check (kind in ('incident', 'maintenance')),
  description text not null check (length(description) between 1 and 5000),
  booking_id bigint,
  block_id bigint,
  reported_by uuid references kernel.person,
  reported_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references kernel.person,
  outcome text not null default '',
  cost_cents integer not null default 0 check (cost_cents >= 0),
  agreement_id integer references kernel.agreement,
  primary key (body_id, id),
  foreign key (body_id, resource_id) references booking.resource
);
create index on booking.incident (body_id, resource_id, id);

-- What is owed and what was paid for a booking; deposits apart. Never corrected: an opposite line is written.
create table booking.entry (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  booking_body integer not null,
  booking_id bigint not null,
  kind text not null check (kind in ('charge', 'payment', 'waiver', 'refund', 'deposit-held', 'deposit-returned', 'deposit-kept')),
  cents integer not null check (cents > 0),
  label text not null default '',
  quote jsonb,
  holder_id bigint,
  by_person uuid references kernel.person,
  at timestamptz not null,
  agreement_id integer references kernel.agreement,
  primary key (body_id, id),
  foreign key (booking_body, booking_id) references booking.booking (body_id, id)
);
create index on booking.entry (booking_id, id);

-- Things given by lot: the list is committed to before chance is known, and nothing of it ever changes.
create table booking.allocation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null,
  title text not null check (length(title) between 1 and 200),
  path text not null check (path ~ '^/[^/\\\s][^\\\s]*$'),
  method text not null,
  offers jsonb not null,
  inputs text not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  seed_source text not null check (length(seed_source) >= 1),
  seed_on date not null,
  published_by uuid references kernel.person,
  published_at timestamptz not null,
  primary key (body_id, id)
);
create index on booking.allocation (body_id, owner, id);
create table booking.allocation_seed (
  body_id integer not null,
  allocation_id bigint not null,
  seed text not null check (length(seed) between 1 and 500),
  witnesses text not null default '',
  entered_by uuid references kernel.person,
  entered_at timestamptz not null,
  primary key (body_id, allocation_id),
  foreign key (body_id, allocation_id) references booking.allocation
);
-- Whose pseudonym it is: they alone, and those who run the service, may know.
create table booking.applicant (
  body_id integer not null,
  allocation_id bigint not null,
  pseudonym text not null,
  person_id uuid references kernel.person,
  primary key (body_id, allocation_id, pseudonym),
  foreign key (body_id, allocation_id) references booking.allocation
);
create unique index on booking.applicant (body_id, allocation_id, person_id) where person_id is not null;

select kernel.protect('booking.policy', 'shared');
select kernel.protect('booking.policy_version', 'shared');
revoke update, delete on booking.policy_version from yvette_application;
select kernel.protect('booking.calendar', 'shared');
select kernel.protect('booking.holder', 'shared');
select kernel.protect('booking.opening', 'shared');
select kernel.protect('booking.exception', 'shared');
select kernel.protect('booking.resource', 'shared');
select kernel.protect('booking.session', 'shared');
select kernel.protect('booking.booking', 'shared');
select kernel.protect('booking.step', 'shared');
revoke update, delete on booking.step from yvette_application;
select kernel.protect('booking.permit');
select kernel.protect('booking.acceptance');
select kernel.protect('booking.steward');
select kernel.protect('booking.suspension');
select kernel.protect('booking.incident', 'shared');
select kernel.protect('booking.entry', 'shared');
revoke update, delete on booking.entry from yvette_application;
select kernel.protect('booking.allocation', 'append');
select kernel.protect('booking.allocation_seed', 'append');
select kernel.protect('booking.applicant');
