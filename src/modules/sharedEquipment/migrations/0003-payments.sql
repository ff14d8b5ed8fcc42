
-- Money that arrived, noted by the commune that received it: instalments during the year, the balance after it is closed. It changes no
-- account. A line written by mistake is undone by the opposite one.
create table shared_equipment.payment (
  body_id integer not null references kernel.body,
  id bigint generated always as identity unique,
  agreement_id integer not null references kernel.agreement,
  year integer not null,
  payer_body integer not null references kernel.body check (payer_body <> body_id),
  cents integer not null check (cents <> 0),
  received_on date not null,
  -- of the order to pay, or why the line is undone
  reference text not null check (length(reference) between 1 and 200),
  reverses bigint references shared_equipment.payment (id),
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id),
  check ((reverses is null) = (cents > 0))
);
create unique index undone_once on shared_equipment.payment (reverses) where reverses is not null;
create index on shared_equipment.payment (agreement_id, year);

select kernel.protect('shared_equipment.payment', 'shared');
revoke update, delete on shared_equipment.payment from yvette_application;
