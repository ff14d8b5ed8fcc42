create schema shelf;
create table shelf.tool (
  body_id integer not null references kernel.body,
  id bigint not null,
  agreement_id integer references kernel.agreement,
  name text not null,
  primary key (body_id, id)
);
select kernel.protect('shelf.tool', 'shared');
