-- Surveys that the town hall opens; the questionnaires and the answers live in the engine's own schema.
create schema surveys;

create table surveys.survey (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- words in each language, French always
  title jsonb not null check (title ? 'fr' and length(title::text) <= 4000),
  -- why the question is asked
  purpose jsonb not null check (purpose ? 'fr' and length(purpose::text) <= 20000),
  -- who asks, and who answers for the data
  asked_by text not null default '' check (length(asked_by) <= 200),
  -- what will be done with the answers
  follow_up text not null default '' check (length(follow_up) <= 2000),
  -- anyone, without account; people with an account; verified residents
  audience text not null default 'anyone' check (audience in ('anyone', 'registered', 'verified')),
  closes_on date,
  -- subjects of other rooms
  service_id bigint,
  measure_id bigint,
  begun_by uuid references kernel.person,
  begun_at timestamptz not null,
  opened_at timestamptz,
  -- no answer comes in any more, on paper either: results can be published
  closed_at timestamptz,
  search tsvector generated always as (to_tsvector('kernel.french', (title ->> 'fr') || ' ' || (purpose ->> 'fr'))) stored,
  primary key (body_id, id),
  check (opened_at is null or closes_on is not null),
  check (closed_at is null or opened_at is not null)
);
create index on surveys.survey (body_id, opened_at desc, id desc);
create index on surveys.survey using gin (search);
create index on surveys.survey (begun_by) where begun_by is not null;
select kernel.protect('surveys.survey');

-- What the town hall did with a survey, dated and signed.
create table surveys.step (
  body_id integer not null,
  survey_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('opened', 'prolonged', 'corrected', 'closed', 'abandoned')),
  reason text not null default '' check (length(reason) <= 1000),
  until date,
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, survey_id) references surveys.survey,
  check (kind <> 'prolonged' or (until is not null and reason <> ''))
);
create unique index on surveys.step (body_id, survey_id, kind) where kind in ('opened', 'closed', 'abandoned');
create index on surveys.step (made_by) where made_by is not null;
select kernel.protect('surveys.step', 'append');

-- Results as they were published: tables in which nobody can be found, never recomputed.
create table surveys.publication (
  body_id integer not null,
  survey_id bigint not null,
  version integer not null check (version >= 1),
  content jsonb not null,
  remarks text not null default '' check (length(remarks) <= 4000),
  published_by uuid references kernel.person,
  published_at timestamptz not null,
  primary key (body_id, survey_id, version),
  foreign key (body_id, survey_id) references surveys.survey
);
create index on surveys.publication (published_by) where published_by is not null;
select kernel.protect('surveys.publication', 'append');

-- A free text once an agent has read it: published as it is, published without what would name somebody, or not published.
create table surveys.reading (
  body_id integer not null,
  survey_id bigint not null,
  response_id bigint not null,
  field text not null check (length(field) <= 60),
  decision text not null check (decision in ('shown', 'edited', 'kept-back')),
  text text not null default '' check (length(text) <= 4000),
  read_by uuid references kernel.person,
  read_at timestamptz not null,
  primary key (body_id, survey_id, response_id, field),
  foreign key (body_id, survey_id) references surveys.survey
);
create index on surveys.reading (read_by) where read_by is not null;
select kernel.protect('surveys.reading');

-- What was done because of a survey, said and dated.
create table surveys.effect (
  body_id integer not null,
  survey_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('decided', 'done', 'measured')),
  text text not null check (length(text) between 1 and 2000),
  said_on date not null,
  said_by uuid references kernel.person,
  said_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, survey_id) references surveys.survey
);
create index on surveys.effect (body_id, survey_id);
create index on surveys.effect (said_by) where said_by is not null;
select kernel.protect('surveys.effect', 'append');
