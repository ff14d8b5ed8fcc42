-- What follows a promise until its effect: steps with a day, money voted against money spent, what led to it, and the clause that brings it back.

-- A step with a day. What becomes of it is written beside it: the day first promised never changes.
create table commitments.milestone (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  commitment_id bigint not null,
  title text not null check (length(title) between 1 and 200),
  due_on date not null,
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, commitment_id) references commitments.commitment
);
create index on commitments.milestone (body_id, commitment_id, due_on, id);

-- `late` is found by the platform, once for each day promised; `done` and `dropped` end it, once.
create table commitments.milestone_step (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  milestone_id bigint not null,
  kind text not null check (kind in ('done', 'delay', 'dropped', 'late')),
  note text not null default '',
  due_before date,
  due_on date,
  by_id uuid references kernel.person,
  taken_at timestamptz not null,
  taken_on date not null,
  primary key (body_id, id),
  foreign key (body_id, milestone_id) references commitments.milestone,
  check ((kind = 'delay') = (due_on is not null)),
  check ((kind in ('delay', 'late')) = (due_before is not null)),
  check (due_on > due_before),
  check (kind in ('done', 'late') or length(note) >= 1)
);
create unique index on commitments.milestone_step (body_id, milestone_id) where kind in ('done', 'dropped');
create unique index on commitments.milestone_step (body_id, milestone_id, due_before) where kind = 'late';
create index on commitments.milestone_step (body_id, milestone_id, id);

-- Money voted, and money spent, in cents. A correction is one more line, below zero: nothing is overwritten.
create table commitments.money (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  commitment_id bigint not null,
  kind text not null check (kind in ('voted', 'spent')),
  cents bigint not null check (cents <> 0 and cents between -1000000000000 and 1000000000000),
  counted_on date not null,
  -- the budget line, or what was paid for
  label text not null check (length(label) between 1 and 200),
  source text not null check (length(source) between 1 and 300),
  url text check (url ~ '^/([^/\\]|$)'),
  by_id uuid references kernel.person,
  recorded_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, commitment_id) references commitments.commitment
);
create index on commitments.money (body_id, commitment_id, counted_on, id);

-- What led to the decision, `amendment:12`, `question:4`: those who wrote it or supported it are told of each step.
create table commitments.origin (
  body_id integer not null references kernel.body,
  commitment_id bigint not null,
  subject text not null check (subject ~ '^[a-z-]{1,40}:[0-9a-z-]{1,40}$'),
  title text not null check (length(title) between 1 and 300),
  url text not null check (url ~ '^/([^/\\]|$)'),
  primary key (body_id, commitment_id, subject),
  foreign key (body_id, commitment_id) references commitments.commitment
);
create index on commitments.origin (body_id, subject);

-- A clause that puts the decision on an agenda again: a day, a late step, money beyond what was voted, or a condition in words.
create table commitments.review_clause (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  commitment_id bigint not null,
  kind text not null check (kind in ('day', 'late', 'spending', 'words')),
  review_on date,
  -- days of delay for `late`, percent of the money voted for `spending`
  amount integer check (amount between 1 and 1000),
  condition text not null default '',
  agenda text not null check (agenda in ('committee', 'council')),
  set_by uuid references kernel.person,
  set_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, commitment_id) references commitments.commitment,
  check ((kind = 'day') = (review_on is not null)),
  check ((kind in ('late', 'spending')) = (amount is not null)),
  check (kind <> 'words' or condition <> '')
);
create index on commitments.review_clause (body_id, commitment_id, id);

-- It came back, once.
create table commitments.review_call (
  body_id integer not null references kernel.body,
  clause_id bigint not null,
  note text not null default '',
  by_id uuid references kernel.person,
  called_at timestamptz not null,
  called_on date not null,
  primary key (body_id, clause_id),
  foreign key (body_id, clause_id) references commitments.review_clause
);

-- What was decided on a measure, as the rooms that decide say it: shown on the dashboard of the mandate, promised upon or not.
create table commitments.decision (
  body_id integer not null references kernel.body,
  measure_id bigint not null,
  subject text not null check (subject ~ '^[a-z-]{1,40}:[0-9a-z-]{1,40}$'),
  title text not null check (length(title) between 1 and 400),
  url text not null check (url ~ '^/([^/\\]|$)'),
  decided_on date not null,
  primary key (body_id, measure_id, subject)
);

select kernel.protect('commitments.decision', 'append');
select kernel.protect('commitments.milestone', 'append');
select kernel.protect('commitments.milestone_step', 'append');
select kernel.protect('commitments.money', 'append');
select kernel.protect('commitments.origin', 'append');
select kernel.protect('commitments.review_clause', 'append');
select kernel.protect('commitments.review_call', 'append');
