-- Who may take part in what: published rules, dated proofs, and one mark per person and per act.
create schema roll;

-- A published rule never changes: it is withdrawn, and another one is published.
create table roll.rule (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null,
  explanation text not null,
  minimum_age smallint check (minimum_age between 6 and 99),
  residence text not null check (residence in ('none', 'declared', 'verified')),
  college text check (college in ('users', 'agents', 'elected')),
  association boolean not null default false,
  identity boolean not null default false,
  decided_by text not null default '',
  created_by uuid references kernel.person,
  created_at timestamptz not null,
  published_by uuid references kernel.person,
  published_at timestamptz,
  withdrawn_by uuid references kernel.person,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (body_id, id),
  check (withdrawn_at is null or published_at is not null)
);
select kernel.protect('roll.rule');

create function roll.published_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.published_at is null then return case when tg_op = 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' or (new.name, new.explanation, new.residence, new.association, new.identity, new.decided_by, new.published_at)
      is distinct from (old.name, old.explanation, old.residence, old.association, old.identity, old.decided_by, old.published_at)
      or new.minimum_age is distinct from old.minimum_age or new.college is distinct from old.college
      or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
    raise exception 'a published rule does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger published_stays before update or delete on roll.rule for each row execute function roll.published_stays();

-- What an agent saw at the desk, on a day; the document itself is never kept, nor the day of birth.
create table roll.proof (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  kind text not null check (kind in ('age', 'identity')),
  at_least_age smallint check (at_least_age between 6 and 99),
  seen_on date not null,
  seen_by uuid references kernel.person,
  withdrawn_at timestamptz,
  primary key (body_id, id),
  check ((kind = 'age') = (at_least_age is not null))
);
create index on roll.proof (body_id, person_id);
select kernel.protect('roll.proof');

-- One person, one act, whatever the channel: the key says so.
create table roll.mark (
  body_id integer not null references kernel.body,
  act text not null check (act ~ '^[a-z]+:[0-9]+$'),
  person_id uuid not null references kernel.person,
  channel text not null check (channel in ('screen', 'desk', 'paper', 'station')),
  marked_at timestamptz not null,
  keyed_by uuid references kernel.person,
  primary key (body_id, act, person_id)
);
create index on roll.mark (body_id, person_id);
select kernel.protect('roll.mark');
