-- A promise of the council was not kept, or its review clause asks that it be taken up again: it waits for the next session.
create table council.returned_item (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- The line of the journal that said so: the same one never counts twice.
  event bigint not null,
  title text not null check (length(title) between 1 and 200),
  note text not null,
  url text not null check (url ~ '^/[^/]'),
  received_at timestamptz not null,
  -- The session on whose agenda it is; null while there is none.
  meeting_id bigint,
  placed_at timestamptz,
  primary key (body_id, id),
  unique (body_id, event),
  check ((meeting_id is null) = (placed_at is null))
);
select kernel.protect('council.returned_item');
