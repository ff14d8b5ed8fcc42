-- The municipal council: who is elected, the acts it takes, and their publication. Its sessions are those of the engine of meetings.
create schema council;

-- A mandate, between two days, both included, with the function the council gave.
create table council.mandate (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  person_id uuid not null references kernel.person,
  function text not null check (function in ('mayor', 'deputy', 'delegate', 'councillor')),
  -- Order of the deputies.
  rank integer check (rank between 1 and 99),
  portfolio text not null default '' check (length(portfolio) <= 200),
  -- Political group, if any.
  bloc text not null default '' check (length(bloc) <= 100),
  since date not null,
  until date,
  -- What proves it: an election, a deliberation.
  record text not null check (length(record) between 1 and 200),
  end_reason text not null default '',
  added_by uuid references kernel.person,
  added_at timestamptz not null,
  ended_by uuid references kernel.person,
  primary key (body_id, id),
  check (until >= since),
  check (rank is null or function = 'deputy'),
  exclude using gist (body_id with =, person_id with =, daterange(since, until, '[]') with &&),
  -- One mayor at a time, and one deputy of each rank.
  exclude using gist (body_id with =, daterange(since, until, '[]') with &&) where (function = 'mayor'),
  exclude using gist (body_id with =, rank with =, daterange(since, until, '[]') with &&) where (rank is not null)
);
create index on council.mandate (person_id);

-- The last number given each year: two clerks at once wait for one another, and a number given back by a failure is given again.
create table council.numbering (
  body_id integer not null references kernel.body,
  year integer not null check (year between 1800 and 9999),
  last integer not null check (last > 0),
  primary key (body_id, year)
);

-- A deliberation: numbered once, corrected until it is published.
create table council.deliberation (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  meeting_id bigint not null,
  item_id bigint not null,
  -- The vote that decided it; none when the council only took note.
  vote_id bigint,
  held_on date not null,
  year integer not null check (year between 1800 and 9999),
  number integer not null check (number > 0),
  label text not null check (length(label) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  text text not null check (length(text) between 1 and 60000),
  matter text not null check (matter ~ '^[0-9]\.[0-9]{1,2}$'),
  outcome text not null check (outcome in ('carried', 'rejected', 'noted')),
  sitting integer check (sitting >= 0),
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  -- Blank papers of a secret vote are with the abstentions: neither is a vote cast.
  abstentions integer check (abstentions >= 0),
  budget_year text not null default '' check (budget_year ~ '^([0-9]{4}(/[0-9]{4})?)?$'),
  budget_name text not null default '' check (length(budget_name) <= 200),
  -- Cents.
  amount bigint check (amount between 0 and 1000000000000),
  -- Sent to the prefect before it can be enforced (CGCT L2131-2).
  is_transmissible boolean not null default true,
  drafted_by uuid references kernel.person,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, year, number),
  unique (body_id, label),
  unique (body_id, vote_id),
  check (extract(year from held_on) = year),
  check ((budget_year = '') = (budget_name = '')),
  check (votes_for + votes_against + abstentions <= sitting),
  check ((vote_id is null) = (outcome = 'noted')),
  check (num_nulls(sitting, votes_for, votes_against, abstentions) in (0, 4))
);
create index on council.deliberation (body_id, held_on desc, id desc);
create index on council.deliberation (body_id, meeting_id);
create index on council.deliberation using gin (to_tsvector('kernel.french', title || ' ' || text));

-- The measures that a deliberation decides, and where each stands from then on.
create table council.deliberation_measure (
  body_id integer not null,
  deliberation_id bigint not null,
  measure_id bigint not null,
  stage text not null check (stage in ('same', 'decided', 'under-way', 'withdrawn')),
  primary key (body_id, deliberation_id, measure_id),
  foreign key (body_id, deliberation_id) references council.deliberation
);
create index on council.deliberation_measure (body_id, measure_id);

-- The full text on line, as a file that nobody can change, with its day and its digest. A correction is another version, with its reason.
create table council.publication (
  body_id integer not null,
  deliberation_id bigint not null,
  version integer not null check (version > 0),
  label text not null,
  title text not null,
  text text not null,
  signed_by text not null check (length(signed_by) between 1 and 200),
  secretary text not null check (length(secretary) between 1 and 200),
  reason text not null default '',
  file bytea not null,
  digest text not null check (digest = encode(sha256(file), 'hex')),
  published_by uuid references kernel.person,
  published_at timestamptz not null,
  primary key (body_id, deliberation_id, version),
  foreign key (body_id, deliberation_id) references council.deliberation,
  check ((version = 1) = (reason = ''))
);
create index on council.publication (body_id, published_at desc);

-- What the prefecture acknowledged: the latest line holds.
create table council.transmission (
  body_id integer not null,
  id bigint generated always as identity,
  deliberation_id bigint not null,
  received_on date not null,
  acknowledgement text not null check (length(acknowledgement) between 1 and 100),
  noted_by uuid references kernel.person,
  noted_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, deliberation_id) references council.deliberation
);
create index on council.transmission (body_id, deliberation_id, id);

-- The list of what a session examined, as it was put on line (CGCT L2121-25).
create table council.list_publication (
  body_id integer not null references kernel.body,
  meeting_id bigint not null,
  lines jsonb not null,
  published_by uuid references kernel.person,
  published_at timestamptz not null,
  primary key (body_id, meeting_id)
);

create function council.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what the council published is never changed: publish a correction beside it' using errcode = 'restrict_violation';
end $$;
create trigger unalterable before update or delete on council.publication for each row execute function council.refuse_change();
create trigger unalterable before update or delete on council.list_publication for each row execute function council.refuse_change();

-- Once its text is published, a deliberation keeps its number, its count and its outcome.
create function council.keep_published() returns trigger language plpgsql as $$
begin
  if exists (select from council.publication p where p.body_id = old.body_id and p.deliberation_id = old.id)
    and (new.label, new.held_on, new.outcome, new.vote_id, new.sitting, new.votes_for, new.votes_against, new.abstentions)
      is distinct from (old.label, old.held_on, old.outcome, old.vote_id, old.sitting, old.votes_for, old.votes_against, old.abstentions)
  then raise exception 'a published deliberation keeps its number and its count' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update on council.deliberation for each row execute function council.keep_published();

select kernel.protect('council.mandate');
select kernel.protect('council.numbering');
select kernel.protect('council.deliberation');
select kernel.protect('council.deliberation_measure');
select kernel.protect('council.publication', 'append');
select kernel.protect('council.transmission', 'append');
select kernel.protect('council.list_publication', 'append');
revoke delete on council.deliberation from yvette_application, yvette_jobs;
revoke update, delete on council.publication, council.transmission, council.list_publication from yvette_jobs;
