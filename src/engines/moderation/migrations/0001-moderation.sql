-- Published rules, what an agent decided under them, and what became of it. Nothing here is ever rewritten but the
-- current state of a content, which only repeats its last decision.
create schema moderation;

create table moderation.rulebook (
  body_id integer not null references kernel.body,
  version integer not null check (version > 0),
  introduction text not null,
  published_at timestamptz not null,
  published_by uuid references kernel.person,
  primary key (body_id, version)
);
create table moderation.rule (
  body_id integer not null references kernel.body,
  version integer not null,
  number integer not null check (number between 1 and 99),
  title text not null,
  detail text not null,
  primary key (body_id, version, number),
  foreign key (body_id, version) references moderation.rulebook
);

-- What was published somewhere on the platform: `argument:12`, `amendment:5`.
create table moderation.content (
  body_id integer not null references kernel.body,
  subject text not null check (subject ~ '^[a-z][a-z-]{0,39}:[0-9A-Za-z-]{1,40}$'),
  author_id uuid references kernel.person,
  url text not null,
  extract text not null,
  fingerprint bytea not null,
  state text not null check (state in ('visible', 'held', 'hidden')),
  registered_at timestamptz not null,
  primary key (body_id, subject)
);
create index content_author on moderation.content (body_id, author_id, registered_at desc);
create index content_twin on moderation.content (body_id, fingerprint, registered_at);
create index content_set_apart on moderation.content (body_id, state, registered_at, subject) where state <> 'visible';

create table moderation.decision (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  subject text not null,
  act text not null check (act in ('held', 'released', 'hidden', 'kept', 'restored', 'confirmed')),
  signals text[] not null default '{}',
  rule_version integer,
  rule_number integer,
  reason text not null default '',
  decided_by uuid references kernel.person,
  decided_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, id, decided_by),
  foreign key (body_id, subject) references moderation.content,
  foreign key (body_id, rule_version, rule_number) references moderation.rule,
  -- Holding is the published rule at work; all the rest is decided by someone, in words. Hiding names a rule.
  check (act = 'held' or (decided_by is not null and reason <> '')),
  check ((act = 'hidden') = (rule_version is not null and rule_number is not null))
);
create index on moderation.decision (body_id, subject, id desc);
create index on moderation.decision (body_id, decided_at desc, id desc);

-- One report per person and content.
create table moderation.report (
  body_id integer not null references kernel.body,
  subject text not null,
  person_id uuid not null references kernel.person,
  reason text not null,
  reported_at timestamptz not null,
  settled_by bigint,
  primary key (body_id, subject, person_id),
  foreign key (body_id, subject) references moderation.content,
  foreign key (body_id, settled_by) references moderation.decision
);
create index report_open on moderation.report (body_id, reported_at) where settled_by is null;

-- One appeal per decision to hide, decided by someone who neither hid nor wrote.
create table moderation.appeal (
  body_id integer not null references kernel.body,
  decision_id bigint not null,
  hidden_by uuid not null,
  filed_by uuid not null references kernel.person,
  text text not null,
  filed_at timestamptz not null,
  outcome text check (outcome in ('restored', 'confirmed')),
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  reason text,
  primary key (body_id, decision_id),
  foreign key (body_id, decision_id, hidden_by) references moderation.decision (body_id, id, decided_by),
  check (decided_by <> hidden_by),
  check (decided_by <> filed_by),
  check (num_nulls(outcome, decided_by, decided_at, reason) in (0, 4))
);
create index appeal_open on moderation.appeal (body_id, filed_at) where outcome is null;

-- How many acts of a kind a person did in an hour; forgotten after two days.
create table moderation.pace (
  body_id integer not null references kernel.body,
  kind text not null,
  hour timestamptz not null,
  person_id uuid not null references kernel.person,
  acts integer not null,
  primary key (body_id, kind, hour, person_id)
);

select kernel.protect('moderation.rulebook', 'append');
select kernel.protect('moderation.rule', 'append');
select kernel.protect('moderation.content');
select kernel.protect('moderation.decision', 'append');
select kernel.protect('moderation.report');
select kernel.protect('moderation.appeal');
select kernel.protect('moderation.pace');
