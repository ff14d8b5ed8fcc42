-- Consultative votes: drafted, announced, open between two instants, counted after the second one, published.
create schema ballots;

create table ballots.ballot (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  title text not null,
  introduction text not null,
  purpose text not null,
  organiser text not null,
  measure_id bigint,
  rule_id bigint not null,
  is_secret boolean not null default false,
  has_paper boolean not null default true,
  state text not null default 'draft' check (state in ('draft', 'ready', 'open', 'closed', 'counted', 'published', 'cancelled')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_by uuid references kernel.person,
  created_at timestamptz not null,
  search tsvector generated always as (to_tsvector('kernel.french', title || ' ' || introduction)) stored,
  primary key (body_id, id),
  check (opens_at < closes_at)
);
create index on ballots.ballot (body_id, closes_at);
create index on ballots.ballot (body_id, measure_id) where measure_id is not null;
create index on ballots.ballot using gin (search);
select kernel.protect('ballots.ballot');

-- Each step of its life, with its author; null when the clock took it.
create table ballots.step (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  ballot_id bigint not null,
  kind text not null check (kind in ('announced', 'opened', 'closed', 'counted', 'published', 'cancelled')),
  at timestamptz not null,
  author_id uuid references kernel.person,
  reason text not null default '',
  primary key (body_id, id),
  unique (body_id, ballot_id, kind),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.step', 'append');

create table ballots.question (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  number smallint not null check (number between 1 and 20),
  kind text not null check (kind in ('yes-no', 'choice', 'approval', 'judgment', 'ranking', 'points')),
  title text not null,
  explanation text not null default '',
  -- How many options one may choose (choice), or how many points one may give out (points).
  most smallint not null default 1 check (most between 1 and 1000),
  primary key (body_id, ballot_id, number),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.question');

create table ballots.option (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  question smallint not null,
  number smallint not null check (number between 1 and 50),
  label text not null,
  explanation text not null default '',
  primary key (body_id, ballot_id, question, number),
  foreign key (body_id, ballot_id, question) references ballots.question on delete cascade
);
select kernel.protect('ballots.option');

-- What is asked does not change once it was announced.
create function ballots.announced_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select from ballots.ballot b where b.body_id = touched.body_id and b.id = touched.ballot_id and b.state <> 'draft') then
    raise exception 'what was announced does not change' using errcode = 'check_violation';
  end if;
  return touched;
end $$;
create trigger announced_stays before insert or update or delete on ballots.question for each row execute function ballots.announced_stays();
create trigger announced_stays before insert or update or delete on ballots.option for each row execute function ballots.announced_stays();
create function ballots.instants_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state <> 'draft' and (new.opens_at, new.closes_at, new.rule_id, new.is_secret, new.has_paper, new.title, new.introduction, new.purpose)
      is distinct from (old.opens_at, old.closes_at, old.rule_id, old.is_secret, old.has_paper, old.title, old.introduction, old.purpose) then
    raise exception 'what was announced does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger instants_stay before update on ballots.ballot for each row execute function ballots.instants_stay();

-- A ballot that was cast, while it may still be changed: whose it is, its pseudonym, and what it says. Gone when the count begins.
create table ballots.entry (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  person_id uuid not null references kernel.person,
  pseudonym text not null,
  answers jsonb not null,
  cast_at timestamptz not null,
  primary key (body_id, ballot_id, person_id),
  unique (body_id, ballot_id, pseudonym),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.entry');

-- Answers kept to go on later: not a vote.
create table ballots.draft (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  person_id uuid not null references kernel.person,
  answers jsonb not null,
  saved_at timestamptz not null,
  primary key (body_id, ballot_id, person_id),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.draft');

-- Nobody reads another person's ballot nor adds ballots up before the close: requests see their own, whoever asks.
create policy one_s_own on ballots.entry as restrictive to yvette_application using (person_id = (select kernel.current_person()));
create policy one_s_own on ballots.draft as restrictive to yvette_application using (person_id = (select kernel.current_person()));

-- The last word on the two instants and on the state, whatever the application asks.
create function ballots.only_while_open() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  b record;
begin
  select state, is_secret, opens_at, closes_at into b from ballots.ballot where body_id = new.body_id and id = new.ballot_id for key share;
  if b.state not in ('ready', 'open') or b.is_secret or new.cast_at < b.opens_at or new.cast_at >= b.closes_at then
    raise exception 'this vote is not open' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_while_open before insert or update of answers, cast_at on ballots.entry for each row execute function ballots.only_while_open();

-- An agent takes away the electronic ballot of somebody who votes on paper or at the station: unseen, and before the close only.
create function ballots.revoke(ballot bigint, person uuid, at timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not kernel.holds('agent') then raise exception 'not for this person to do'; end if;
  perform from ballots.ballot b where b.body_id = kernel.current_body() and b.id = ballot and b.state in ('ready', 'open') and at < b.closes_at for key share;
  if not found then return false; end if;
  delete from ballots.draft d where d.body_id = kernel.current_body() and d.ballot_id = ballot and d.person_id = person;
  delete from ballots.entry e where e.body_id = kernel.current_body() and e.ballot_id = ballot and e.person_id = person;
  return found;
end $$;
revoke all on function ballots.revoke from public;
grant execute on function ballots.revoke to yvette_application;

-- The ballots counted, by pseudonym alone: nothing leads to a person any more.
create table ballots.counted (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  pseudonym text not null,
  answers jsonb not null,
  primary key (body_id, ballot_id, pseudonym),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.counted', 'append');

-- What the electronic count found: of published ballots, or by the trustees of a secret one.
create table ballots.electronic_count (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  counts jsonb not null,
  counted_at timestamptz not null,
  primary key (body_id, ballot_id),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.electronic_count', 'append');

-- A table where paper ballots are counted, by people named on its signed sheet.
create table ballots.counting_table (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  ballot_id bigint not null,
  place text not null,
  scrutineers text not null,
  opened_by uuid references kernel.person,
  opened_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, ballot_id) references ballots.ballot
);
create index on ballots.counting_table (body_id, ballot_id);
select kernel.protect('ballots.counting_table');

-- Its sheet is entered twice, by two people; when they differ, a third entry settles, with its reason.
create table ballots.sheet_entry (
  body_id integer not null references kernel.body,
  table_id bigint not null,
  turn smallint not null check (turn between 1 and 3),
  counts jsonb not null,
  entered_by uuid references kernel.person,
  entered_at timestamptz not null,
  reason text not null default '',
  primary key (body_id, table_id, turn),
  foreign key (body_id, table_id) references ballots.counting_table,
  check (turn < 3 or reason <> '')
);
create unique index two_people on ballots.sheet_entry (body_id, table_id, entered_by) where turn < 3;
select kernel.protect('ballots.sheet_entry', 'append');

create table ballots.result (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (body_id, ballot_id),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.result', 'append');

-- How a tie was broken by a public lot, after the result.
create table ballots.tie_break (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  question smallint not null,
  option smallint not null,
  lot_url text not null,
  recorded_by uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, ballot_id, question),
  foreign key (body_id, ballot_id, question, option) references ballots.option (body_id, ballot_id, question, number)
);
select kernel.protect('ballots.tie_break', 'append');
