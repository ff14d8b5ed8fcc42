-- Rules change with a day, a reason and the text they rest on; a meeting follows those in force on its own day.
create table meetings.charter_version (
  body_id integer not null,
  assembly_id bigint not null,
  number integer not null check (number > 0),
  charter jsonb not null,
  since date not null,
  reason text not null check (length(reason) between 1 and 2000),
  source text not null default '',
  changed_by uuid references kernel.person,
  changed_at timestamptz not null,
  primary key (body_id, assembly_id, number),
  foreign key (body_id, assembly_id) references meetings.assembly
);

-- Those who lost a vote say why, beside the decision: one report by author, to which others of the minority join their name.
create table meetings.minority_report (
  body_id integer not null,
  id bigint generated always as identity,
  vote_id bigint not null,
  text text not null check (length(text) between 1 and 10000),
  written_by uuid not null references kernel.person,
  written_at timestamptz not null,
  corrected_at timestamptz,
  primary key (body_id, id),
  unique (body_id, vote_id, written_by),
  foreign key (body_id, vote_id) references meetings.vote
);
create table meetings.minority_signature (
  body_id integer not null,
  report_id bigint not null,
  person_id uuid not null references kernel.person,
  at timestamptz not null,
  primary key (body_id, report_id, person_id),
  foreign key (body_id, report_id) references meetings.minority_report
);

-- Why an item is there when neither the chair nor the members chose it: a rule put it back.
alter table meetings.item add column by_rule text not null default '';
-- Where what led there can be read: a page of this site.
alter table meetings.item add column link text not null default '' check (link = '' or link ~ '^/[^/]');

select kernel.protect('meetings.charter_version', 'append');
select kernel.protect('meetings.minority_report');
select kernel.protect('meetings.minority_signature');
