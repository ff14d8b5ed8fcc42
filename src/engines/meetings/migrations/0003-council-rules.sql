-- What the law asks of a council, and any assembly may ask of itself: members present may ask that a vote be secret, or that each
-- voice be written down (CGCT L2121-21); a notice shortened for urgency is ruled upon when the session opens (L2121-11, L2121-12).
create table meetings.manner_asking (
  body_id integer not null,
  item_id bigint not null,
  person_id uuid not null references kernel.person,
  manner text not null check (manner in ('named', 'secret')),
  noted_by uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, item_id, person_id),
  foreign key (body_id, item_id) references meetings.item
);

create table meetings.urgency_ruling (
  body_id integer not null,
  meeting_id bigint not null,
  accepted boolean not null,
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  abstentions integer not null check (abstentions >= 0),
  noted_by uuid references kernel.person,
  at timestamptz not null,
  primary key (body_id, meeting_id),
  foreign key (body_id, meeting_id) references meetings.meeting,
  check (not accepted or votes_for > votes_against)
);

-- Who presides over a vote, when it is not the chair: away, or withdrawn while their own accounts are judged (CGCT L2121-14).
alter table meetings.vote add column presided_by uuid references kernel.person;
-- A person is chosen: the vote is secret unless the assembly agreed otherwise, unanimously.
alter table meetings.vote add column nomination boolean not null default false;
alter table meetings.vote add column open_by_unanimity boolean not null default false;

select kernel.protect('meetings.manner_asking');
select kernel.protect('meetings.urgency_ruling', 'append');
