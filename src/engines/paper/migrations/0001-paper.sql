-- Each printable form carries a short code; typed at the desk, it leads to the screen where the form is keyed in.
create schema paper;

create table paper.form (
  body_id integer not null references kernel.body,
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  path text not null,
  created_at timestamptz not null default now(),
  primary key (body_id, code)
);
select kernel.protect('paper.form');
