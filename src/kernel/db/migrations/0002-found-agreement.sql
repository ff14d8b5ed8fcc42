-- A body founds an agreement with others. Nothing of theirs is seen because of it: each sees only what another files under the agreement itself.
create function kernel.found_agreement(title text, others integer[]) returns integer language plpgsql security definer
set search_path = pg_catalog as $$
declare made integer;
begin
  if kernel.current_body() is null then raise exception 'an agreement is founded by a body' using errcode = '42501'; end if;
  insert into kernel.agreement (title, signed_on) values (title, current_date) returning id into made;
  insert into kernel.agreement_body (agreement_id, body_id, since)
    select made, b.id, current_date from kernel.body b
    where b.closed_at is null and (b.id = kernel.current_body() or b.id = any (others));
  return made;
end $$;
-- A participant lets another body in; only a participant may.
create function kernel.widen_agreement(agreement integer, newcomer integer) returns void language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if not exists (select from kernel.current_agreements() a where a = agreement) then
    raise exception 'only those who take part let others in' using errcode = '42501';
  end if;
  insert into kernel.agreement_body (agreement_id, body_id, since)
    select agreement, b.id, current_date from kernel.body b where b.id = newcomer and b.closed_at is null
    and not exists (select from kernel.agreement_body p where p.agreement_id = agreement and p.body_id = newcomer
      and (p.until is null or p.until >= current_date))
  on conflict do nothing;
end $$;
revoke all on function kernel.found_agreement, kernel.widen_agreement from public;
grant execute on function kernel.found_agreement, kernel.widen_agreement to yvette_application, yvette_jobs;
