-- The desk: for whom a clerk or a helper held the pen, and people found to be one.
create schema desk;

create table desk.entry (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  keyed_by uuid not null references kernel.person,
  person_id uuid not null references kernel.person,
  channel text not null check (channel in ('paper', 'desk', 'phone')),
  form text,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (body_id, id)
);
create index on desk.entry (body_id, keyed_by, began_at);
create index on desk.entry (body_id, person_id);

create table desk.merge (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  kept_id uuid not null references kernel.person,
  removed_id uuid not null references kernel.person,
  merged_by uuid not null references kernel.person,
  merged_at timestamptz not null,
  moved integer not null,
  doubled integer not null,
  primary key (body_id, id)
);

select kernel.protect('desk.entry');
select kernel.protect('desk.merge', 'append');

-- Whether someone serves a town hall, here or elsewhere: no desk opens a door to such an account.
create function desk.holds_office(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from kernel.role where person_id = person and role <> 'member' and (until is null or until >= current_date))
$$;
revoke all on function desk.holds_office from public;
grant execute on function desk.holds_office to yvette_application;

-- Makes one person of two. Everything that names the second one names the first; what both had done, and may be done once
-- only, stays once: the constraint of its own table says so. The journal is not rewritten: the second person leads to the first.
create function desk.merge_people(kept uuid, removed uuid) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  place record;
  spot tid;
  moved integer := 0;
  doubled integer := 0;
  old kernel.contact;
begin
  if not kernel.holds('agent', 'administrator') or not kernel.knows(kept) or not kernel.knows(removed) then
    raise exception 'not for this person to do';
  end if;
  if desk.holds_office(removed) then
    return jsonb_build_object('refused', 'holds-an-office');
  end if;
  if exists (select from kernel.account where person_id = removed) and not kernel.holds('administrator') then
    return jsonb_build_object('refused', 'has-an-account');
  end if;
  delete from kernel.contact where person_id = removed returning * into old;
  if old.person_id is not null then
    insert into kernel.contact as c (person_id, email, phone, postal_address, birth_date)
    values (kept, old.email, old.phone, old.postal_address, old.birth_date)
    on conflict (person_id) do update set email = coalesce(c.email, excluded.email), phone = coalesce(c.phone, excluded.phone),
      postal_address = coalesce(c.postal_address, excluded.postal_address), birth_date = coalesce(c.birth_date, excluded.birth_date);
  end if;
  insert into kernel.presence (body_id, person_id) select p.body_id, kept from kernel.presence p where p.person_id = removed on conflict do nothing;
  for place in
    select k.conrelid::regclass as target, a.attname as name from pg_constraint k join pg_attribute a on (a.attrelid = k.conrelid and a.attnum = k.conkey[1])
    where k.contype = 'f' and k.confrelid = 'kernel.person'::regclass and k.conrelid <> 'kernel.person'::regclass
      and k.conrelid not in ('desk.merge'::regclass, 'kernel.presence'::regclass)
    order by 1, 2
  loop
    for spot in execute format('select ctid from %s where %I = $1', place.target, place.name) using removed loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', place.target, place.name) using kept, spot;
        moved := moved + 1;
      exception when unique_violation or exclusion_violation or check_violation then
        execute format('delete from %s where ctid = $1', place.target) using spot;
        doubled := doubled + 1;
      end;
    end loop;
  end loop;
  update kernel.person set merged_into = kept where id = removed;
  return jsonb_build_object('moved', moved, 'doubled', doubled);
end $$;
revoke all on function desk.merge_people from public;
grant execute on function desk.merge_people to yvette_application;
