-- Units used are part of the account: an inspection of a return in a closed year cannot come, nor be put right, any more.
create function shared_equipment.inspection_stays_closed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.kind = 'in' and exists (select from shared_equipment.closing c where c.agreement_id = new.agreement_id
      and c.year = extract(year from new.at at time zone 'Europe/Paris')) then
    raise exception 'the account of this year is closed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger stays_closed before insert on shared_equipment.inspection for each row execute function shared_equipment.inspection_stays_closed();
