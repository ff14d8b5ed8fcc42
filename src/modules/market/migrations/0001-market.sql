create schema market;

-- A market of the commune. Hours are those of the clock of the town hall; lengths are decimetres, so that a tenth of a metre is exact.
create table market.market (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  place text not null default '',
  about text not null default '',
  -- 1 is Monday
  weekdays integer[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) >= 1),
  opens text not null check (opens ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes text not null check (closes ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- after it, the empty place of a subscriber is given again for the day
  call_at text not null check (call_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  method text not null check (method in ('list', 'draw')),
  -- how chance is made in public, when places are drawn
  seed_rule text not null default '',
  width double precision not null check (width between 5 and 500),
  height double precision not null check (height between 5 and 500),
  -- the service of the catalogue it belongs to; the catalogue is another room
  service_id bigint,
  closed_on date,
  primary key (body_id, id),
  check (opens < closes and call_at <= closes)
);
create unique index market_once on market.market (body_id, lower(name));

-- A row of pitches, drawn from its first metre (metres from the north-west corner).
create table market.alley (
  body_id integer not null,
  id bigint generated always as identity,
  market_id bigint not null,
  name text not null check (length(name) between 1 and 60),
  x double precision not null check (x >= 0),
  y double precision not null check (y >= 0),
  is_vertical boolean not null,
  -- decimetres
  length integer not null check (length between 10 and 5000),
  primary key (body_id, id),
  foreign key (body_id, market_id) references market.market
);
create unique index alley_once on market.alley (body_id, market_id, lower(name));

create table market.pitch (
  body_id integer not null,
  id bigint generated always as identity,
  alley_id bigint not null,
  number text not null check (number ~ '^[0-9A-Za-z-]{1,8}$'),
  from_dm integer not null check (from_dm >= 0),
  to_dm integer not null check (to_dm > from_dm),
  has_power boolean not null,
  has_water boolean not null,
  withdrawn_on date,
  withdrawn_because text not null default '',
  primary key (body_id, id),
  foreign key (body_id, alley_id) references market.alley,
  constraint pitches_apart exclude using gist (body_id with =, alley_id with =, int4range(from_dm, to_dm) with &&) where (withdrawn_on is null)
);
create unique index pitch_number_once on market.pitch (body_id, alley_id, lower(number)) where withdrawn_on is null;

-- Prices per linear metre and market day. There is no column for a trade: the price cannot differ from one to the other (CGCT L2224-18).
create table market.tariff (
  body_id integer not null,
  id bigint generated always as identity,
  market_id bigint not null,
  holding text not null check (holding in ('subscriber', 'casual')),
  metre_cents integer not null check (metre_cents between 0 and 100000),
  least_cents integer not null check (least_cents between 0 and 100000),
  power_cents integer not null check (power_cents between 0 and 100000),
  since date not null,
  until date check (until >= since),
  deliberation text not null check (length(deliberation) >= 3),
  primary key (body_id, id),
  foreign key (body_id, market_id) references market.market,
  constraint one_price_at_a_time exclude using gist (body_id with =, market_id with =, holding with =, daterange(since, until, '[]') with &&)
);

create table market.trader (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- made by whoever wrote them down, maybe in the square and without network
  key text not null check (length(key) between 8 and 64),
  person_id uuid references kernel.person,
  name text not null check (length(name) between 1 and 120),
  family text not null,
  products text not null default '',
  siret text check (siret ~ '^\d{14}$'),
  email text not null default '',
  phone text not null default '',
  is_producer boolean not null default false,
  is_organic boolean not null default false,
  certifier text not null default '',
  length integer not null check (length between 5 and 500),
  needs_power boolean not null default false,
  -- first day on the market: the order of seniority
  since date not null,
  shows_name boolean not null default false,
  applied_on date not null,
  accepted_on date,
  refused_on date,
  refused_because text not null default '',
  left_on date,
  keyed_by uuid references kernel.person,
  primary key (body_id, id)
);
create unique index trader_key on market.trader (body_id, key);
create unique index trader_siret on market.trader (body_id, siret) where siret is not null and left_on is null;
create unique index trader_person on market.trader (body_id, person_id) where person_id is not null and left_on is null;

create table market.document (
  body_id integer not null,
  id bigint generated always as identity,
  trader_id bigint not null,
  kind text not null check (kind in ('card', 'insurance', 'hygiene', 'registration', 'organic')),
  expires_on date,
  file_id bigint,
  given_on date not null,
  -- an agent looked at it
  seen_on date,
  seen_by uuid references kernel.person,
  refused_because text not null default '',
  primary key (body_id, id),
  foreign key (body_id, trader_id) references market.trader
);
create index on market.document (body_id, trader_id);

-- A fixed place on one day of the week.
create table market.subscription (
  body_id integer not null,
  id bigint generated always as identity,
  market_id bigint not null,
  trader_id bigint not null,
  weekday integer not null check (weekday between 1 and 7),
  alley_id bigint not null,
  from_dm integer not null check (from_dm >= 0),
  to_dm integer not null check (to_dm > from_dm),
  has_power boolean not null default false,
  -- given before somebody who comes first in the waiting list: why, in public
  reason text not null default '',
  since date not null,
  ended_on date check (ended_on >= since),
  ended_because text check (ended_because in ('left', 'moved', 'withdrawn', 'succession')),
  primary key (body_id, id),
  foreign key (body_id, market_id) references market.market,
  foreign key (body_id, trader_id) references market.trader,
  foreign key (body_id, alley_id) references market.alley,
  check ((ended_on is null) = (ended_because is null)),
  constraint one_subscriber exclude using gist (body_id with =, alley_id with =, weekday with =, int4range(from_dm, to_dm) with &&, daterange(since, ended_on, '[)') with &&),
  constraint one_place_a_day exclude using gist (body_id with =, market_id with =, trader_id with =, weekday with =, daterange(since, ended_on, '[)') with &&)
);

-- Who asks for a fixed place; the list is public under pseudonym.
create table market.request (
  body_id integer not null,
  id bigint generated always as identity,
  market_id bigint not null,
  trader_id bigint not null,
  weekday integer not null check (weekday between 1 and 7),
  -- drawn for each request: the list is public
  pseudonym text not null,
  kind text not null check (kind in ('transfer', 'new')),
  length integer not null check (length between 5 and 500),
  asked_on date not null,
  ended_on date,
  ended_because text check (ended_because in ('served', 'withdrawn', 'refused')),
  note text not null default '',
  primary key (body_id, id),
  foreign key (body_id, market_id) references market.market,
  foreign key (body_id, trader_id) references market.trader,
  check ((ended_on is null) = (ended_because is null))
);
create unique index request_once on market.request (body_id, market_id, trader_id, weekday) where ended_on is null;

create table market.day (
  body_id integer not null,
  id bigint generated always as identity,
  market_id bigint not null,
  held_on date not null,
  cancelled_because text,
  primary key (body_id, id),
  foreign key (body_id, market_id) references market.market
);
create unique index day_once on market.day (body_id, market_id, held_on);

-- A telephone (or a desk) that keeps a book of receipts of its own.
create table market.device (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  key text not null check (length(key) between 8 and 80),
  person_id uuid references kernel.person,
  since timestamptz not null,
  primary key (body_id, id)
);
create unique index device_key on market.device (body_id, key);

-- Everything done in the square, in the order received. Nothing is changed afterwards; the clock of the telephone is noted, and decides nothing.
create table market.act (
  body_id integer not null,
  id bigint generated always as identity,
  day_id bigint not null,
  device_id bigint not null,
  uid text not null check (length(uid) between 8 and 64),
  sequence integer not null check (sequence > 0),
  kind text not null,
  facts jsonb not null,
  device_at text not null,
  received_at timestamptz not null,
  by_person uuid references kernel.person,
  outcome text not null,
  primary key (body_id, id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, device_id) references market.device
);
-- a retry finds what it sent before
create unique index act_once on market.act (body_id, uid);
create unique index act_in_turn on market.act (body_id, day_id, device_id, sequence);

create table market.presence (
  body_id integer not null,
  day_id bigint not null,
  trader_id bigint not null,
  state text not null check (state in ('present', 'absent')),
  excuse text not null default '',
  act_uid text not null,
  primary key (body_id, day_id, trader_id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, trader_id) references market.trader
);
create index on market.presence (body_id, trader_id);

-- A subscriber says beforehand that they will not come; the town hall may accept the reason.
create table market.notice (
  body_id integer not null,
  day_id bigint not null,
  trader_id bigint not null,
  reason text not null default '',
  told_at timestamptz not null,
  keyed_by uuid references kernel.person,
  primary key (body_id, day_id, trader_id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, trader_id) references market.trader
);

create table market.placing (
  body_id integer not null,
  id bigint generated always as identity,
  day_id bigint not null,
  trader_id bigint not null,
  alley_id bigint not null,
  from_dm integer not null check (from_dm >= 0),
  to_dm integer not null check (to_dm > from_dm),
  has_power boolean not null,
  how text not null check (how in ('subscription', 'list', 'draw', 'choice')),
  reason text not null default '',
  act_uid text not null,
  removed_by text,
  primary key (body_id, id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, trader_id) references market.trader,
  foreign key (body_id, alley_id) references market.alley,
  -- two traders never stand on the same metre
  constraint one_trader_a_metre exclude using gist (body_id with =, day_id with =, alley_id with =, int4range(from_dm, to_dm) with &&) where (removed_by is null),
  check (how <> 'choice' or length(reason) > 0)
);
-- nobody stands twice
create unique index one_place on market.placing (body_id, day_id, trader_id) where removed_by is null;
create unique index placing_act on market.placing (body_id, act_uid);
create index on market.placing (body_id, trader_id);

-- Two versions of the same morning: both are kept until somebody chooses.
create table market.clash (
  body_id integer not null,
  id bigint generated always as identity,
  day_id bigint not null,
  act_uid text not null,
  kind text not null check (kind in ('metres', 'trader', 'presence', 'list')),
  against text not null,
  -- the act that came second, whole
  facts jsonb not null,
  settled_by text,
  kept text check (kept in ('first', 'second')),
  primary key (body_id, id),
  foreign key (body_id, day_id) references market.day,
  check ((settled_by is null) = (kept is null))
);
create unique index clash_once on market.clash (body_id, act_uid);

-- The list of the casual traders who answered the call, closed and published before chance is known.
create table market.call_list (
  body_id integer not null,
  day_id bigint not null,
  inputs text not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  act_uid text not null,
  primary key (body_id, day_id),
  foreign key (body_id, day_id) references market.day
);
create table market.call_seed (
  body_id integer not null,
  day_id bigint not null,
  seed text not null check (length(seed) >= 1),
  witnesses text not null check (length(witnesses) >= 1),
  act_uid text not null,
  primary key (body_id, day_id),
  foreign key (body_id, day_id) references market.call_list
);

-- Receipts: numbered without gap in the book of each device and day. A mistake is undone by a counter entry.
create table market.receipt (
  body_id integer not null,
  id bigint generated always as identity,
  day_id bigint not null,
  device_id bigint not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('fee', 'cancel', 'void')),
  trader_id bigint not null,
  placing_uid text not null,
  holding text not null check (holding in ('subscriber', 'casual')),
  decimetres integer not null check (decimetres >= 0),
  metre_cents integer not null,
  least_cents integer not null,
  power_cents integer not null,
  cents integer not null,
  -- what the tariff of the day gives; a difference is shown to the fee office
  due_cents integer not null,
  means text not null check (means in ('cash', 'cheque', 'card', 'later')),
  cancels bigint,
  reason text not null default '',
  act_uid text not null,
  issued_at timestamptz not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, device_id) references market.device,
  foreign key (body_id, trader_id) references market.trader,
  foreign key (body_id, cancels) references market.receipt,
  check ((kind = 'fee' and cents >= 0 and cancels is null) or (kind = 'cancel' and cents <= 0 and cancels is not null) or (kind = 'void' and cents = 0))
);
create unique index receipt_number on market.receipt (body_id, day_id, device_id, number);
create unique index receipt_act on market.receipt (body_id, act_uid);
create unique index cancelled_once on market.receipt (body_id, cancels) where kind = 'cancel';
create index on market.receipt (body_id, trader_id, id);
-- a book never skips a number
create function market.next_number() returns trigger language plpgsql as $$
begin
  if new.number <> 1 + coalesce((select max(number) from market.receipt r where r.body_id = new.body_id and r.day_id = new.day_id and r.device_id = new.device_id), 0) then
    raise exception 'a receipt number is missing before %', new.number using errcode = '23514';
  end if;
  return new;
end $$;
create trigger next_number before insert on market.receipt for each row execute function market.next_number();

-- What a subscriber owes for a month: each market day of it, at the tariff of that day.
create table market.invoice (
  body_id integer not null,
  id bigint generated always as identity,
  subscription_id bigint not null,
  trader_id bigint not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  cents integer not null check (cents >= 0),
  lines jsonb not null,
  issued_on date not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, subscription_id) references market.subscription,
  foreign key (body_id, trader_id) references market.trader
);
create unique index invoice_once on market.invoice (body_id, subscription_id, month);

-- Money received later: for an invoice, or for a receipt marked « later ».
create table market.payment (
  body_id integer not null,
  id bigint generated always as identity,
  invoice_id bigint,
  receipt_id bigint,
  means text not null check (means in ('cash', 'cheque', 'card')),
  cents integer not null check (cents > 0),
  paid_on date not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, invoice_id) references market.invoice,
  foreign key (body_id, receipt_id) references market.receipt,
  check ((invoice_id is null) <> (receipt_id is null))
);
create unique index invoice_paid_once on market.payment (body_id, invoice_id) where invoice_id is not null;
create unique index receipt_paid_once on market.payment (body_id, receipt_id) where receipt_id is not null;

-- The cash counted at the end of the day, book by book.
create table market.statement (
  body_id integer not null,
  id bigint generated always as identity,
  day_id bigint not null,
  device_id bigint not null,
  -- how many receipts the book had when it was closed, and what they gave
  receipts integer not null check (receipts >= 0),
  total_cents integer not null,
  expected_cents integer not null,
  counted_cents integer not null check (counted_cents >= 0),
  note text not null default '',
  closed_at timestamptz not null,
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, day_id) references market.day,
  foreign key (body_id, device_id) references market.device
);
create index on market.statement (body_id, day_id, device_id, id);

-- Graduated answers to absences or breaches. A withdrawal needs that the trader was heard.
create table market.step (
  body_id integer not null,
  id bigint generated always as identity,
  subscription_id bigint not null,
  kind text not null check (kind in ('reminder', 'warning', 'hearing', 'withdrawal')),
  reason text not null check (length(reason) >= 1),
  issued_on date not null,
  -- the last day to answer, or the day of the hearing
  due_on date not null check (due_on >= issued_on),
  heard_on date,
  heard_said text not null default '',
  lifted_on date,
  lifted_because text not null default '',
  by_person uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, subscription_id) references market.subscription
);
create unique index one_open_step on market.step (body_id, subscription_id, kind) where lifted_on is null;
create function market.heard_first() returns trigger language plpgsql as $$
begin
  if new.kind = 'withdrawal' and not exists (select from market.step s where s.body_id = new.body_id and s.subscription_id = new.subscription_id
      and s.kind = 'hearing' and s.heard_on is not null and s.lifted_on is null) then
    raise exception 'nobody is withdrawn unheard' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger heard_first before insert on market.step for each row execute function market.heard_first();

-- What the trader says against a step; somebody else than who took it answers.
create table market.appeal (
  body_id integer not null,
  id bigint generated always as identity,
  step_id bigint not null,
  text text not null check (length(text) >= 1),
  asked_at timestamptz not null,
  keyed_by uuid references kernel.person,
  answer text,
  accepted boolean,
  answered_at timestamptz,
  answered_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, step_id) references market.step,
  check ((answer is null) = (accepted is null) and (answer is null) = (answered_at is null))
);
create unique index one_appeal on market.appeal (body_id, step_id);

-- The holder presents a successor (CGCT L2224-18-1).
create table market.succession (
  body_id integer not null,
  id bigint generated always as identity,
  subscription_id bigint not null,
  cause text not null check (cause in ('transfer', 'retirement', 'incapacity', 'death')),
  caused_on date not null,
  successor_name text not null check (length(successor_name) between 1 and 160),
  successor_activity text not null default '',
  presented_on date not null,
  answer_by date not null check (answer_by >= presented_on),
  keyed_by uuid references kernel.person,
  decision text check (decision in ('accepted', 'refused')),
  reasons text not null default '',
  decided_on date,
  decided_by uuid references kernel.person,
  successor_id bigint,
  primary key (body_id, id),
  foreign key (body_id, subscription_id) references market.subscription,
  foreign key (body_id, successor_id) references market.trader,
  check ((decision is null) = (decided_on is null)),
  -- the mayor gives reasons for a refusal
  check (decision is distinct from 'refused' or length(reasons) >= 10)
);
create unique index one_succession on market.succession (body_id, subscription_id) where decision is null;

select kernel.protect('market.market');
select kernel.protect('market.alley');
select kernel.protect('market.pitch');
select kernel.protect('market.tariff');
select kernel.protect('market.trader');
select kernel.protect('market.document');
select kernel.protect('market.subscription');
select kernel.protect('market.request');
select kernel.protect('market.day');
select kernel.protect('market.device');
select kernel.protect('market.act', 'append');
select kernel.protect('market.presence');
select kernel.protect('market.notice');
select kernel.protect('market.placing');
select kernel.protect('market.clash');
select kernel.protect('market.call_list', 'append');
select kernel.protect('market.call_seed', 'append');
select kernel.protect('market.receipt', 'append');
select kernel.protect('market.invoice', 'append');
select kernel.protect('market.payment', 'append');
select kernel.protect('market.statement', 'append');
select kernel.protect('market.step');
select kernel.protect('market.appeal');
select kernel.protect('market.succession');
