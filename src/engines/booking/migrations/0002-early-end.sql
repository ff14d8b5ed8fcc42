-- A thing given back before its end. Writing the line *is* shortening the booking: the time after it is free at once.
create table booking.early_end (
  -- the body of whoever noted it
  body_id integer not null references kernel.body,
  booking_body integer not null,
  booking_id bigint not null,
  ended_at timestamptz not null,
  -- when it was to end; kept by the trigger
  was_until timestamptz,
  -- what is counted: the time booked, or the time used
  counts text not null check (counts in ('booked', 'used')),
  counted_minutes integer not null check (counted_minutes > 0),
  by_person uuid references kernel.person,
  at timestamptz not null,
  agreement_id integer references kernel.agreement,
  primary key (body_id, booking_id),
  foreign key (booking_body, booking_id) references booking.booking (body_id, id)
);
-- once, whichever body notes it
create unique index early_end_once on booking.early_end (booking_id);

create function booking.end_early() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select upper(b.during) into new.was_until from booking.booking b
  where b.body_id = new.booking_body and b.id = new.booking_id and new.body_id in (b.body_id, b.held_by)
    and b.kind = 'time' and b.state = 'present' for update;
  if not found then raise exception 'this booking is not under way, or belongs to other bodies' using errcode = '42501'; end if;
  update booking.booking b set during = tstzrange(lower(b.during), new.ended_at)
  where b.body_id = new.booking_body and b.id = new.booking_id and lower(b.during) < new.ended_at
    and new.ended_at < coalesce(upper(b.during), 'infinity');
  -- ended meanwhile by somebody else: the request is tried again, and finds it over
  if not found then raise exception 'an early end falls within the booking' using errcode = '40001'; end if;
  return new;
end $$;
create trigger end_early before insert on booking.early_end for each row execute function booking.end_early();

select kernel.protect('booking.early_end', 'shared');
revoke update, delete on booking.early_end from yvette_application;
