-- Secret votes (Belenios 2.0). Nothing here names a voter: the roll says who was handed a code, never which; the board says which code
-- cast which encrypted ballot, never whose. The two are written by different requests and share neither an instant nor a number.
create table ballots.secret (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  -- Name of the election in its archive: 14 digits in base 58.
  election_name text not null check (election_name ~ '^[1-9A-HJ-NP-Za-km-z]{14,}$'),
  -- How many trustees are enough to open the count.
  needed smallint not null check (needed between 1 and 20),
  -- Who generates the codes and hands them out, and the key of their link.
  authority text not null,
  authority_token text not null,
  codes integer not null check (codes between 1 and 20000),
  -- Public halves of the codes, as published; null until the authority has made them.
  credentials text,
  primary key (body_id, ballot_id),
  foreign key (body_id, ballot_id) references ballots.ballot
);
select kernel.protect('ballots.secret');

create table ballots.trustee (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  number smallint not null check (number between 1 and 20),
  name text not null,
  token text not null,
  primary key (body_id, ballot_id, number),
  unique (body_id, ballot_id, token),
  foreign key (body_id, ballot_id) references ballots.secret on delete cascade
);
select kernel.protect('ballots.trustee');

-- What each trustee's browser sent while the key was made: public, or sealed for another trustee.
create table ballots.trustee_step (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  number smallint not null,
  step text not null check (step in ('key', 'certificate', 'polynomial', 'output')),
  content text not null,
  primary key (body_id, ballot_id, number, step),
  foreign key (body_id, ballot_id, number) references ballots.trustee on delete cascade
);
select kernel.protect('ballots.trustee_step');

-- Once announced, who guards the secret does not change.
create function ballots.guards_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select from ballots.ballot b where b.body_id = touched.body_id and b.id = touched.ballot_id and b.state <> 'draft') then
    raise exception 'what was announced does not change' using errcode = 'check_violation';
  end if;
  return touched;
end $$;
create trigger guards_stay before insert or update or delete on ballots.secret for each row execute function ballots.guards_stay();
create trigger guards_stay before insert or update or delete on ballots.trustee for each row execute function ballots.guards_stay();
create trigger guards_stay before insert or update or delete on ballots.trustee_step for each row execute function ballots.guards_stay();

-- The public board, one event after the other, each chained to the one before by its digest. No instant is kept with a ballot.
create table ballots.board_event (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  height integer not null check (height >= 0),
  kind text not null check (kind in ('Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result')),
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  documents text[] not null,
  -- Of a ballot: the public half of its code, and its tracking number.
  credential text,
  tracking text,
  -- Of a decryption: whose.
  trustee smallint,
  primary key (body_id, ballot_id, height),
  unique (body_id, ballot_id, tracking),
  unique (body_id, ballot_id, trustee),
  foreign key (body_id, ballot_id) references ballots.secret,
  check ((kind = 'Ballot') = (credential is not null and tracking is not null)),
  check ((kind = 'PartialDecryption') = (trustee is not null))
);
create index on ballots.board_event (body_id, ballot_id, credential) where kind = 'Ballot';
select kernel.protect('ballots.board_event', 'append');

-- Codes that can no longer be used: lost, or their holder votes on paper. Only before any ballot was cast with them.
create table ballots.closed_code (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  credential text not null,
  reason text not null,
  primary key (body_id, ballot_id, credential),
  foreign key (body_id, ballot_id) references ballots.secret
);
select kernel.protect('ballots.closed_code', 'append');

create function ballots.board_grows() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  state text;
begin
  select b.state into state from ballots.ballot b where b.body_id = new.body_id and b.id = new.ballot_id;
  if new.kind = 'Ballot' and state not in ('ready', 'open') then
    raise exception 'this vote is not open' using errcode = 'check_violation';
  end if;
  if new.kind = 'Ballot' and exists (select from ballots.closed_code c where c.body_id = new.body_id and c.ballot_id = new.ballot_id and c.credential = new.credential) then
    raise exception 'this code was closed' using errcode = 'check_violation';
  end if;
  if new.kind not in ('Setup', 'Ballot') and state <> 'closed' then
    raise exception 'the count begins at the close' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger board_grows before insert on ballots.board_event for each row execute function ballots.board_grows();
