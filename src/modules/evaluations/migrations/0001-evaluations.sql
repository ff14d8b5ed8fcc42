-- Services evaluated by those who use them, in campaigns that come back; answers are those of the questionnaires' engine.
create schema evaluations;

create table evaluations.campaign (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  -- the service of the catalogue, which is another room
  service_id bigint not null,
  opens_on date not null,
  closes_on date not null,
  recurrence text not null check (recurrence in ('once', 'quarter', 'year', 'continuous')),
  -- up to three questions of the commune, beside the national ones
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 3),
  -- the campaign before it, when it comes back: each is followed once
  follows_id bigint,
  opened_by uuid references kernel.person,
  opened_at timestamptz not null,
  primary key (body_id, id),
  unique (body_id, follows_id),
  foreign key (body_id, follows_id) references evaluations.campaign,
  check (closes_on >= opens_on)
);
create index on evaluations.campaign (body_id, service_id, opens_on);
create index on evaluations.campaign (body_id, closes_on);

-- It ended: on its last day, or before, by somebody and for a reason.
create table evaluations.closure (
  body_id integer not null references kernel.body,
  campaign_id bigint not null,
  closed_on date not null,
  closed_at timestamptz not null,
  closed_by uuid references kernel.person,
  reason text not null default '',
  primary key (body_id, campaign_id),
  foreign key (body_id, campaign_id) references evaluations.campaign
);

-- A tablet at a counter. Its address carries a proof; once stopped it takes nothing more.
create table evaluations.kiosk (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  campaign_id bigint not null,
  place text not null check (length(place) between 1 and 200),
  started_by uuid references kernel.person,
  started_at timestamptz not null,
  stopped_at timestamptz,
  answered integer not null default 0,
  last_answer_at timestamptz,
  primary key (body_id, id),
  foreign key (body_id, campaign_id) references evaluations.campaign
);
create index on evaluations.kiosk (body_id, campaign_id);

-- Figures as they were published, one after the other; each is checked against the one before.
create table evaluations.publication (
  body_id integer not null references kernel.body,
  campaign_id bigint not null,
  number integer not null check (number >= 1),
  published_on date not null,
  published_at timestamptz not null,
  respondents integer not null check (respondents >= 0),
  channels jsonb not null,
  indicators jsonb not null,
  tables jsonb not null,
  primary key (body_id, campaign_id, number),
  foreign key (body_id, campaign_id) references evaluations.campaign
);

-- What somebody wrote freely. `original` goes after a while; `proposed` has what looks personal already masked.
create table evaluations.word (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  campaign_id bigint not null,
  original text check (length(original) between 1 and 2000),
  proposed text not null check (length(proposed) between 1 and 3000),
  masked integer not null check (masked >= 0),
  satisfaction text check (satisfaction in ('very_good', 'good', 'medium', 'bad', 'very_bad', 'neutral')),
  channel text not null check (channel in ('screen', 'paper', 'phone', 'counter')),
  received_on date not null,
  primary key (body_id, id),
  foreign key (body_id, campaign_id) references evaluations.campaign
);
create index on evaluations.word (body_id, campaign_id, id);

-- An agent read it, and published it or not: nothing unread is public.
create table evaluations.reading (
  body_id integer not null references kernel.body,
  word_id bigint not null,
  verdict text not null check (verdict in ('published', 'refused')),
  published text check (length(published) between 1 and 3000),
  reason text not null default '',
  read_by uuid references kernel.person,
  read_at timestamptz not null,
  primary key (body_id, word_id),
  foreign key (body_id, word_id) references evaluations.word,
  check ((verdict = 'published') = (published is not null)),
  check (verdict = 'published' or length(reason) >= 1)
);

create table evaluations.reply (
  body_id integer not null references kernel.body,
  word_id bigint not null,
  text text not null check (length(text) between 1 and 2000),
  signed_name text not null,
  replied_by uuid references kernel.person,
  replied_at timestamptz not null,
  primary key (body_id, word_id),
  foreign key (body_id, word_id) references evaluations.reading
);

-- What changed because of what people said.
create table evaluations.change (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  service_id bigint not null,
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) >= 1),
  said text not null check (length(said) >= 1),
  campaign_id bigint,
  word_id bigint,
  indicator text check (indicator in ('satisfaction', 'clarity', 'waiting', 'help')),
  changed_on date not null,
  made_by uuid references kernel.person,
  made_at timestamptz not null,
  primary key (body_id, id),
  foreign key (body_id, campaign_id) references evaluations.campaign,
  foreign key (body_id, word_id) references evaluations.reading
);
create index on evaluations.change (body_id, service_id, changed_on desc, id desc);

-- The country's figures, as the town hall found them: dated, with their source.
create table evaluations.national_figure (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  indicator text not null check (indicator in ('satisfaction', 'clarity', 'help')),
  value double precision not null check (value between 0 and 100),
  scope text not null check (length(scope) between 1 and 200),
  source text not null check (length(source) between 1 and 300),
  url text check (url ~ '^https://'),
  measured_on date not null,
  is_invented boolean not null default false,
  loaded_by uuid references kernel.person,
  loaded_at timestamptz not null,
  primary key (body_id, id)
);
create index on evaluations.national_figure (body_id, indicator, measured_on desc, id desc);

select kernel.protect('evaluations.campaign', 'append');
select kernel.protect('evaluations.closure', 'append');
select kernel.protect('evaluations.kiosk');
select kernel.protect('evaluations.publication', 'append');
select kernel.protect('evaluations.word', 'append');
select kernel.protect('evaluations.reading', 'append');
select kernel.protect('evaluations.reply', 'append');
select kernel.protect('evaluations.change', 'append');
select kernel.protect('evaluations.national_figure', 'append');
