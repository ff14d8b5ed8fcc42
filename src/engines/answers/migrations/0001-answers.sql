-- The town hall owes an answer: a clock with a due day, an answer that closes it, one appeal that opens another.
create schema answers;

-- `first`: a threshold was passed or a question was asked. `study`: an answer promised to come back to it by a day.
-- `appeal`: the answer was appealed. Each exists once per subject.
create table answers.clock (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  subject text not null check (subject ~ '^[a-z-]+:[0-9a-z-]+$'),
  kind text not null check (kind in ('first', 'study', 'appeal')),
  reason text not null check (reason in ('threshold', 'question', 'study', 'appeal')),
  title text not null,
  url text not null check (url like '/%'),
  in_charge uuid references kernel.person,
  opened_at timestamptz not null,
  opened_on date not null,
  due_on date not null,
  primary key (body_id, id),
  unique (body_id, subject, kind),
  check (due_on >= opened_on)
);
create index on answers.clock (body_id, due_on, id);

create table answers.answer (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  clock_id bigint not null,
  verdict text not null check (verdict in ('taken-up', 'partly', 'refused', 'to-be-studied')),
  text text not null check (length(text) >= 1),
  review_on date,
  signed_by uuid references kernel.person,
  signed_name text not null,
  signed_function text not null,
  answered_at timestamptz not null,
  answered_on date not null,
  primary key (body_id, id),
  unique (body_id, clock_id),
  foreign key (body_id, clock_id) references answers.clock,
  check ((verdict = 'to-be-studied') = (review_on is not null))
);

create table answers.appeal (
  body_id integer not null references kernel.body,
  answer_id bigint not null,
  subject text not null,
  reason text not null check (length(reason) >= 1),
  filed_by uuid references kernel.person,
  filed_at timestamptz not null,
  primary key (body_id, answer_id),
  unique (body_id, subject),
  foreign key (body_id, answer_id) references answers.answer
);

-- Late, and someone was told: once per clock and person.
create table answers.escalation (
  body_id integer not null references kernel.body,
  clock_id bigint not null,
  person_id uuid not null references kernel.person,
  escalated_at timestamptz not null,
  primary key (body_id, clock_id, person_id),
  foreign key (body_id, clock_id) references answers.clock
);

select kernel.protect('answers.clock', 'append');
select kernel.protect('answers.answer', 'append');
select kernel.protect('answers.appeal', 'append');
select kernel.protect('answers.escalation', 'append');
