-- Arguments for, against and questions about any subject (`measure:3`), with sources, replies one level deep,
-- every revision kept, and marks of quality.
create schema debate;

create table debate.argument (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  subject text not null check (subject ~ '^[a-z][a-z-]{0,39}:[0-9A-Za-z-]{1,40}$'),
  stance text not null check (stance in ('for', 'against', 'question', 'reply')),
  parent_id bigint,
  is_reply boolean not null generated always as (parent_id is not null) stored,
  parent_is_reply boolean not null default false check (not parent_is_reply),
  author_id uuid references kernel.person,
  college text check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  text text not null,
  revision integer not null default 1,
  filed_at timestamptz not null,
  edited_at timestamptz,
  primary key (body_id, id),
  unique (body_id, id, subject, is_reply),
  -- One level: what is replied to is not itself a reply, and speaks of the same subject.
  foreign key (body_id, parent_id, subject, parent_is_reply) references debate.argument (body_id, id, subject, is_reply),
  check (is_reply = (stance = 'reply'))
);
create index on debate.argument (body_id, subject, id) where parent_id is null;
create index on debate.argument (body_id, parent_id, id) where parent_id is not null;
create index on debate.argument (body_id, author_id);

create table debate.revision (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  number integer not null check (number > 0),
  text text not null,
  written_at timestamptz not null,
  primary key (body_id, argument_id, number),
  foreign key (body_id, argument_id) references debate.argument
);
create table debate.source (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  revision integer not null,
  position integer not null check (position between 1 and 5),
  url text not null check (url ~* '^https?://'),
  title text not null,
  primary key (body_id, argument_id, revision, position),
  foreign key (body_id, argument_id, revision) references debate.revision
);

-- The author took it back; its place and date stay.
create table debate.withdrawal (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  withdrawn_at timestamptz not null,
  primary key (body_id, argument_id),
  foreign key (body_id, argument_id) references debate.argument
);

-- The town hall answered a question, there.
create table debate.answer (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  url text not null check (url ~ '^(https?:/)?/'),
  answered_by uuid references kernel.person,
  answered_at timestamptz not null,
  primary key (body_id, argument_id),
  foreign key (body_id, argument_id) references debate.argument
);

-- One mark per person and argument. The side is the giver's when giving: does this person support the subject?
create table debate.support (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  person_id uuid not null references kernel.person,
  quality text not null check (quality in ('argued', 'sourced', 'taught')),
  side text not null check (side in ('supporter', 'other')),
  given_at timestamptz not null,
  primary key (body_id, argument_id, person_id),
  foreign key (body_id, argument_id) references debate.argument
);
create index on debate.support (body_id, person_id);

-- Counted again from the marks each time one changes, whoever changes it.
create table debate.tally (
  body_id integer not null references kernel.body,
  argument_id bigint not null,
  argued integer not null default 0,
  sourced integer not null default 0,
  taught integer not null default 0,
  supporters integer not null default 0,
  others integer not null default 0,
  primary key (body_id, argument_id),
  foreign key (body_id, argument_id) references debate.argument
);

-- Who marked at least one argument of this debate, on which side, and the last day they did.
create table debate.passer (
  body_id integer not null references kernel.body,
  subject text not null,
  person_id uuid not null references kernel.person,
  side text not null check (side in ('supporter', 'other')),
  last_day date not null,
  primary key (body_id, subject, person_id, side)
);
create index on debate.passer (body_id, subject, side, last_day);

-- The count is locked before it is taken, so that of two marks at once the second one sees the first.
create function debate.recount() returns trigger language plpgsql as $$
declare
  body integer := case when tg_op = 'DELETE' then old.body_id else new.body_id end;
  argument bigint := case when tg_op = 'DELETE' then old.argument_id else new.argument_id end;
begin
  perform from debate.tally where body_id = body and argument_id = argument for update;
  update debate.tally set (argued, sourced, taught, supporters, others) = (
    select count(*) filter (where quality = 'argued'), count(*) filter (where quality = 'sourced'), count(*) filter (where quality = 'taught'),
      count(*) filter (where side = 'supporter'), count(*) filter (where side = 'other')
    from debate.support where body_id = body and argument_id = argument)
  where body_id = body and argument_id = argument;
  return null;
end $$;
create trigger recount after insert or update or delete on debate.support for each row execute function debate.recount();

select kernel.protect('debate.argument');
select kernel.protect('debate.revision', 'append');
select kernel.protect('debate.source', 'append');
select kernel.protect('debate.withdrawal', 'append');
select kernel.protect('debate.answer');
select kernel.protect('debate.support');
select kernel.protect('debate.tally');
select kernel.protect('debate.passer');
