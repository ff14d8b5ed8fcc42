-- Assemblies that meet: who sits, when they are convened, what they decide, and the minutes that tell it.
create schema meetings;

-- An assembly belongs to something elsewhere, named by `owner`: 'measure:3', 'committee:7', 'council'.
create table meetings.assembly (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  owner text not null check (length(owner) between 1 and 100),
  name text not null check (length(name) between 1 and 200),
  -- Where its meetings are shown: '/mesures/3/reunions'.
  path text not null check (path ~ '^/'),
  charter jsonb not null,
  created_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, owner)
);

-- A mandate, between two days, both included. A person sits once at a time.
create table meetings.member (
  body_id integer not null,
  id bigint generated always as identity,
  assembly_id bigint not null,
  person_id uuid not null references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  role text not null check (role in ('chair', 'secretary', 'member')),
  since date not null,
  until date,
  added_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, assembly_id) references meetings.assembly,
  exclude using gist (body_id with =, assembly_id with =, person_id with =, daterange(since, until, '[]') with &&)
);
create index on meetings.member (body_id, assembly_id, since);
create index on meetings.member (body_id, person_id);

create table meetings.meeting (
  body_id integer not null,
  id bigint generated always as identity,
  assembly_id bigint not null,
  title text not null check (length(title) between 1 and 200),
  place text not null default '',
  address text not null default '',
  link text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  open_to text not null check (open_to in ('anyone', 'members')),
  seats integer check (seats > 0),
  -- A second convening, after this meeting missed its quorum.
  second_of bigint,
  -- Grows with every change that calendars must know of (RFC 5545 SEQUENCE).
  sequence integer not null default 0,
  changed_at timestamptz not null,
  planned_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, assembly_id) references meetings.assembly,
  foreign key (body_id, second_of) references meetings.meeting,
  check (ends_at > starts_at and ends_at < starts_at + interval '3 days')
);
create index on meetings.meeting (body_id, assembly_id, starts_at, id);
create unique index one_second_convening on meetings.meeting (body_id, second_of) where second_of is not null;

-- Where a meeting stands: the latest row says it, the others tell how it came there. Each state is entered once.
create table meetings.state (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  state text not null check (state in ('planned', 'convened', 'opened', 'adjourned', 'closed', 'cancelled')),
  at timestamptz not null,
  by_person uuid references kernel.person,
  reason text not null default '',
  quorum jsonb,
  primary key (body_id, id),
  unique (body_id, meeting_id, state),
  foreign key (body_id, meeting_id) references meetings.meeting
);

-- The notice that was sent, and how its delay was counted.
create table meetings.convening (
  body_id integer not null,
  meeting_id bigint not null,
  sent_at timestamptz not null,
  delay jsonb not null,
  urgent_reason text,
  sent_by uuid references kernel.person,
  primary key (body_id, meeting_id),
  foreign key (body_id, meeting_id) references meetings.meeting
);

-- An item is on the agenda once it has a position; before that, members are asking for it.
create table meetings.item (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  position integer check (position > 0),
  title text not null check (length(title) between 1 and 200),
  note text not null default '',
  -- What was said, in the words of the secretary.
  discussion text not null default '',
  asked_by uuid references kernel.person,
  asked_at timestamptz not null,
  added_at timestamptz,
  primary key (body_id, id),
  unique (body_id, meeting_id, position),
  foreign key (body_id, meeting_id) references meetings.meeting,
  check ((position is null) = (added_at is null))
);
create table meetings.item_asking (
  body_id integer not null,
  item_id bigint not null,
  person_id uuid not null references kernel.person,
  at timestamptz not null,
  primary key (body_id, item_id, person_id),
  foreign key (body_id, item_id) references meetings.item
);

create table meetings.registration (
  body_id integer not null,
  meeting_id bigint not null,
  person_id uuid not null references kernel.person,
  answer text not null check (answer in ('coming', 'excused')),
  at timestamptz not null,
  primary key (body_id, meeting_id, person_id),
  foreign key (body_id, meeting_id) references meetings.meeting
);
create index on meetings.registration (body_id, person_id);

-- Coming and going. Someone who left may come back: one open line at a time.
create table meetings.attendance (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  person_id uuid not null references kernel.person,
  channel text not null check (channel in ('room', 'remote', 'phone')),
  arrived_at timestamptz not null,
  left_at timestamptz check (left_at >= arrived_at),
  noted_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, meeting_id) references meetings.meeting
);
create unique index present_once on meetings.attendance (body_id, meeting_id, person_id) where left_at is null;

create table meetings.proxy (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  giver_id uuid not null references kernel.person,
  holder_id uuid not null references kernel.person,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  noted_by uuid references kernel.person,
  primary key (body_id, id),
  foreign key (body_id, meeting_id) references meetings.meeting,
  check (giver_id <> holder_id)
);
create unique index given_once on meetings.proxy (body_id, meeting_id, giver_id) where withdrawn_at is null;

create table meetings.vote (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  item_id bigint not null,
  question text not null check (length(question) between 1 and 1000),
  manner text not null check (manner in ('show-of-hands', 'named', 'secret')),
  majority jsonb not null,
  opened_at timestamptz not null,
  opened_by uuid references kernel.person,
  closed_at timestamptz,
  -- Counts, lines and outcome, as they were on closing: a mandate that ends later changes nothing here.
  result jsonb,
  primary key (body_id, id),
  unique (body_id, id, manner),
  foreign key (body_id, meeting_id) references meetings.meeting,
  foreign key (body_id, item_id) references meetings.item,
  check ((closed_at is null) = (result is null))
);
create index on meetings.vote (body_id, meeting_id, id);

-- A voice in an open vote. No row can exist for a secret one: who voted what is then nowhere.
create table meetings.ballot (
  body_id integer not null,
  vote_id bigint not null,
  manner text not null check (manner <> 'secret'),
  person_id uuid not null references kernel.person,
  choice text not null check (choice in ('for', 'against', 'abstention', 'blank')),
  cast_by uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, vote_id, person_id),
  foreign key (body_id, vote_id, manner) references meetings.vote (body_id, id, manner)
);

-- Papers of a secret vote: one box for all, or one by college when the majority is asked in each.
create table meetings.paper_count (
  body_id integer not null,
  vote_id bigint not null,
  college text not null check (college in ('all', 'users', 'agents', 'elected')),
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  abstentions integer not null check (abstentions >= 0),
  blanks integer not null check (blanks >= 0),
  counted_by uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, vote_id, college),
  foreign key (body_id, vote_id) references meetings.vote
);

-- Somebody with an interest in the matter takes no part, and says so (CGCT L2131-11 for a council).
create table meetings.withdrawal (
  body_id integer not null,
  vote_id bigint not null,
  person_id uuid not null references kernel.person,
  reason text not null default '',
  noted_by uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, vote_id, person_id),
  foreign key (body_id, vote_id) references meetings.vote
);

create table meetings.minutes (
  body_id integer not null,
  meeting_id bigint not null,
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 100000),
  written_by uuid references kernel.person,
  written_at timestamptz not null,
  primary key (body_id, meeting_id, version),
  foreign key (body_id, meeting_id) references meetings.meeting
);
-- Approved at a later meeting, the minutes are published as they stood, with what was objected.
create table meetings.minutes_approval (
  body_id integer not null,
  meeting_id bigint not null,
  version integer not null,
  approved_at_meeting bigint not null,
  at timestamptz not null,
  by_person uuid references kernel.person,
  remarks text not null default '',
  primary key (body_id, meeting_id),
  foreign key (body_id, meeting_id, version) references meetings.minutes,
  foreign key (body_id, approved_at_meeting) references meetings.meeting,
  check (approved_at_meeting <> meeting_id)
);

create table meetings.document (
  body_id integer not null,
  id bigint generated always as identity,
  meeting_id bigint not null,
  title text not null check (length(title) between 1 and 200),
  url text not null check (url ~ '^(https?:/)?/'),
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, meeting_id) references meetings.meeting
);
create index on meetings.document (body_id, meeting_id);

select kernel.protect('meetings.assembly');
select kernel.protect('meetings.member');
select kernel.protect('meetings.meeting');
select kernel.protect('meetings.state', 'append');
select kernel.protect('meetings.convening', 'append');
select kernel.protect('meetings.item');
select kernel.protect('meetings.item_asking');
select kernel.protect('meetings.registration');
select kernel.protect('meetings.attendance');
select kernel.protect('meetings.proxy');
select kernel.protect('meetings.vote');
select kernel.protect('meetings.ballot');
select kernel.protect('meetings.paper_count');
select kernel.protect('meetings.withdrawal');
select kernel.protect('meetings.minutes', 'append');
select kernel.protect('meetings.minutes_approval', 'append');
select kernel.protect('meetings.document');
