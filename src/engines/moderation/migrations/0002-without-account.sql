-- How much people without account wrote in an hour, all together: a machine that changes its token at each request finds this limit.
create table moderation.pace_without_account (
  body_id integer not null references kernel.body,
  kind text not null,
  hour timestamptz not null,
  acts integer not null check (acts >= 1),
  primary key (body_id, kind, hour)
);
select kernel.protect('moderation.pace_without_account');
