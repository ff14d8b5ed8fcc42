create schema digital_space;

-- The space of a commune: its calendar of opening hours (the booking engine keeps it), the service of the catalogue it is, and the place
-- as the national standard of places of digital mediation describes it; what is keyed in is checked against the published schema.
create table digital_space.space (
  body_id integer not null references kernel.body,
  calendar_id bigint not null,
  service_id bigint,
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  updated_on date not null,
  updated_by uuid references kernel.person,
  primary key (body_id)
);
select kernel.protect('digital_space.space');

-- Whose time a resource of the booking engine is: a facilitator, today's or yesterday's.
create table digital_space.facilitator (
  body_id integer not null references kernel.body,
  resource_id bigint not null,
  person_id uuid not null references kernel.person,
  primary key (body_id, resource_id)
);
create index on digital_space.facilitator (body_id, person_id);
select kernel.protect('digital_space.facilitator');

-- What was done with somebody, without anybody's name: neither theirs nor the facilitator's. No instant either, only the day.
create table digital_space.activity (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  held_on date not null,
  kind text not null check (kind in ('individual', 'group')),
  minutes integer not null check (minutes between 5 and 480),
  place text not null,
  equipment text[] not null,
  topics text[] not null check (cardinality(topics) >= 1),
  people integer not null check (people between 1 and 200),
  -- one person
  autonomy text,
  redirected text,
  gender text not null default 'non_communique',
  age_band text not null default 'non_communique',
  social_status text not null default 'non_communique',
  -- several
  title text not null default '' check (length(title) <= 120),
  level text,
  primary key (body_id, id),
  check (kind = 'group' or people = 1),
  check (kind = 'individual' or (autonomy is null and gender = 'non_communique' and age_band = 'non_communique' and social_status = 'non_communique'))
);
create index on digital_space.activity (body_id, held_on);
select kernel.protect('digital_space.activity', 'append');

-- A record keyed in by mistake: it stays, counts no more, and another is made.
create table digital_space.activity_withdrawal (
  body_id integer not null references kernel.body,
  activity_id bigint not null,
  withdrawn_on date not null,
  primary key (body_id, activity_id),
  foreign key (body_id, activity_id) references digital_space.activity
);
select kernel.protect('digital_space.activity_withdrawal', 'append');

-- Somebody lets the space do certain procedures in their name, until a day (Code civil, 1984 ff.). Never changed: what happens to it is a line.
create table digital_space.mandate (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  mandator_id uuid references kernel.person,
  -- who gave it only on paper; encrypted under a key kept outside the database
  paper_name bytea,
  given_at timestamptz not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  days integer not null check (days > 0),
  channel text not null check (channel in ('screen', 'paper', 'desk', 'phone', 'guardian')),
  -- the short code of the form that was signed, when it was on paper
  form text,
  received_by uuid references kernel.person,
  booking_id bigint,
  primary key (body_id, id),
  check (mandator_id is null or paper_name is null)
);
create index on digital_space.mandate (body_id, mandator_id);
create index on digital_space.mandate (body_id, last_day);
select kernel.protect('digital_space.mandate', 'append');

create table digital_space.mandate_scope (
  body_id integer not null references kernel.body,
  mandate_id bigint not null,
  scope text not null,
  primary key (body_id, mandate_id, scope),
  foreign key (body_id, mandate_id) references digital_space.mandate
);
select kernel.protect('digital_space.mandate_scope', 'append');

-- Who did what in whose name: a line for each use, each withdrawal of a scope, and the end.
create table digital_space.mandate_line (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  mandate_id bigint not null,
  kind text not null check (kind in ('used', 'revoked', 'expired')),
  scope text,
  at timestamptz not null,
  by_person uuid references kernel.person,
  channel text not null default 'screen',
  -- what was done, encrypted
  done bytea,
  primary key (body_id, id),
  foreign key (body_id, mandate_id) references digital_space.mandate,
  foreign key (body_id, mandate_id, scope) references digital_space.mandate_scope,
  check (kind = 'expired' or scope is not null)
);
create unique index revoked_once on digital_space.mandate_line (body_id, mandate_id, scope) where kind = 'revoked';
create unique index expired_once on digital_space.mandate_line (body_id, mandate_id) where kind = 'expired';
create index on digital_space.mandate_line (body_id, mandate_id, id);
select kernel.protect('digital_space.mandate_line', 'append');

-- Whatever the code does: nothing is done in somebody's name outside the days they said, nor in a scope they took back.
-- A use and a withdrawal that cross wait for one another here.
create function digital_space.use_within() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('mandate:' || new.body_id || ':' || new.mandate_id, 0));
  if new.kind <> 'used' then return new; end if;
  if not exists (select from digital_space.mandate m where m.body_id = new.body_id and m.id = new.mandate_id
    and (new.at at time zone 'Europe/Paris')::date between m.first_day and m.last_day) then
    raise exception 'the mandate does not hold on that day' using errcode = '23514';
  end if;
  if exists (select from digital_space.mandate_line l where l.body_id = new.body_id and l.mandate_id = new.mandate_id
    and ((l.kind = 'revoked' and l.scope = new.scope) or l.kind = 'expired')) then
    raise exception 'that part of the mandate was taken back' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger use_within before insert on digital_space.mandate_line for each row execute function digital_space.use_within();

-- Equipment lent: what happened to a booking of the engine. Handed over, given back, late: each once.
create table digital_space.loan_line (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  booking_id bigint not null,
  kind text not null check (kind in ('handed', 'returned', 'late')),
  at timestamptz not null,
  state text not null default 'fine' check (state in ('fine', 'damaged', 'incomplete')),
  note text not null default '' check (length(note) <= 500),
  by_person uuid references kernel.person,
  primary key (body_id, id)
);
create unique index loan_once on digital_space.loan_line (body_id, booking_id, kind);
select kernel.protect('digital_space.loan_line', 'append');

-- "What we did together", kept only for somebody who asked for it, encrypted.
create table digital_space.sheet (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  made_on date not null,
  made_by uuid references kernel.person,
  text bytea not null,
  primary key (body_id, id)
);
create index on digital_space.sheet (body_id, person_id);
select kernel.protect('digital_space.sheet');
