-- How many people who had been handed a code were let go to paper instead. Each needs a code that the authority has closed, so that
-- no more ballots can ever be cast than people took part; nothing says whose code it was.
create table ballots.returned_code (
  body_id integer not null references kernel.body,
  ballot_id bigint not null,
  number integer not null check (number >= 1),
  primary key (body_id, ballot_id, number),
  foreign key (body_id, ballot_id) references ballots.secret
);
select kernel.protect('ballots.returned_code', 'append');

create function ballots.returned_is_closed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.number > (select count(*) from ballots.closed_code c where c.body_id = new.body_id and c.ballot_id = new.ballot_id) then
    raise exception 'no code was closed for this person' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger returned_is_closed before insert on ballots.returned_code for each row execute function ballots.returned_is_closed();
