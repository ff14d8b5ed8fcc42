-- Encrypted ballots taken back before the close, at the request of their voters, by whoever made the codes: the board holds a last
-- ballot for that code, blank, and what hides it is published here, so that anybody can subtract it from the result.
create table ballots.revocation (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  tracking text not null,
  credential text not null,
  -- JSON text, as published: by question, then by ciphertext.
  openings text not null,
  primary key (body_id, ballot_id, tracking),
  unique (body_id, ballot_id, credential),
  -- The ballot is on the board, and its code casts nothing after it.
  foreign key (body_id, ballot_id, tracking) references ballots.board_event (body_id, ballot_id, tracking),
  foreign key (body_id, ballot_id, credential) references ballots.closed_code (body_id, ballot_id, credential)
);
select kernel.protect('ballots.revocation', 'append');

create function ballots.revocation_is_of_the_last() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  last_tracking text;
begin
  if exists (select from ballots.board_event e where e.body_id = new.body_id and e.ballot_id = new.ballot_id and e.kind = 'EndBallots') then
    raise exception 'ballots are revoked before they are sealed' using errcode = 'check_violation';
  end if;
  select e.tracking into last_tracking from ballots.board_event e
    where e.body_id = new.body_id and e.ballot_id = new.ballot_id and e.kind = 'Ballot' and e.credential = new.credential
    order by e.height desc limit 1;
  if last_tracking is distinct from new.tracking then
    raise exception 'only the last ballot of a code revokes the others' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger revocation_is_of_the_last before insert on ballots.revocation for each row execute function ballots.revocation_is_of_the_last();
