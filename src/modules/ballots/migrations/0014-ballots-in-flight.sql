-- A ballot sent in time may be written down a moment after the clock has closed the vote: it belongs to the board until the ballots are
-- sealed, a minute later. Whether it came in time is the instant of its transaction, which the application compares.
create or replace function ballots.board_grows() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  state text;
begin
  select b.state into state from ballots.ballot b where b.body_id = new.body_id and b.id = new.ballot_id;
  if new.kind = 'Ballot' and (state not in ('ready', 'open', 'closed') or exists (
    select from ballots.board_event e where e.body_id = new.body_id and e.ballot_id = new.ballot_id and e.kind = 'EndBallots')) then
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
