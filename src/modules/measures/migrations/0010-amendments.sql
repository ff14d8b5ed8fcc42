-- What a resident proposes to change in the text of a measure. The place (its first paragraph) and the state are kept
-- here by what follows, so that lists need not look for them.
create table measures.amendment (
  body_id integer not null references kernel.body,
  id bigint generated always as identity,
  measure_id bigint not null,
  gesture text not null check (gesture in ('rewrite', 'removal', 'addition')),
  -- null when the author left
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  filed_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  -- the paragraph it begins at and its rank in the latest text; an addition at the beginning has none and stands first
  place text,
  position integer not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'merged', 'refused', 'withdrawn')),
  primary key (body_id, id),
  unique (body_id, measure_id, id),
  foreign key (body_id, measure_id) references measures.measure
);
create index on measures.amendment (body_id, measure_id, position, id);
create index on measures.amendment (body_id, measure_id, state, position, id);
create index on measures.amendment (author_id);
create index on measures.amendment (keyed_by) where keyed_by is not null;

-- Each wording of an amendment; the first as it was filed, the next as its author improved it. None is ever lost.
create table measures.amendment_revision (
  body_id integer not null,
  amendment_id bigint not null,
  number integer not null check (number > 0),
  measure_id bigint not null,
  -- the version of the measure that it changes
  base_version integer not null,
  -- the paragraphs it touches; for an addition, the one it follows
  paragraphs text[] not null,
  -- what was typed in their place; empty for a removal
  text text not null,
  reason text not null,
  written_at timestamptz not null,
  primary key (body_id, amendment_id, number),
  foreign key (body_id, measure_id, amendment_id) references measures.amendment (body_id, measure_id, id),
  foreign key (body_id, measure_id, base_version) references measures.version
);

-- The same, paragraph by paragraph, as it will be applied.
create table measures.amendment_operation (
  body_id integer not null,
  amendment_id bigint not null,
  revision integer not null,
  position integer not null,
  kind text not null check (kind in ('replace', 'remove', 'add')),
  -- the paragraph touched; for an addition, the one it follows, null at the beginning of the text
  paragraph text,
  -- the identity of an added paragraph
  added text,
  text text,
  primary key (body_id, amendment_id, revision, position),
  foreign key (body_id, amendment_id, revision) references measures.amendment_revision,
  check (kind = 'add' or paragraph is not null),
  check ((kind = 'add') = (added is not null)),
  check ((kind = 'remove') = (text is null))
);

-- Once per person, whatever the channel. Withdrawing deletes the row; the journal remembers both.
create table measures.amendment_support (
  body_id integer not null,
  amendment_id bigint not null,
  person_id uuid not null references kernel.person,
  supported_at timestamptz not null,
  channel text not null default 'screen',
  keyed_by uuid references kernel.person,
  primary key (body_id, amendment_id, person_id),
  foreign key (body_id, amendment_id) references measures.amendment
);
create index on measures.amendment_support (person_id);
create index on measures.amendment_support (keyed_by) where keyed_by is not null;

-- What became of it: one row for ever, the key says so.
create table measures.amendment_decision (
  body_id integer not null,
  amendment_id bigint not null,
  outcome text not null check (outcome in ('accepted', 'merged', 'refused', 'withdrawn')),
  reason text not null check (reason <> '' or outcome = 'withdrawn'),
  revision integer not null,
  author_id uuid references kernel.person,
  college text not null check (college in ('users', 'agents', 'elected')),
  decided_at timestamptz not null,
  -- the version of the measure that it made
  version integer,
  primary key (body_id, amendment_id),
  foreign key (body_id, amendment_id, revision) references measures.amendment_revision,
  check ((version is not null) = (outcome in ('accepted', 'merged')))
);
create index on measures.amendment_decision (author_id);
create index on measures.amendment_decision (body_id, decided_at desc, amendment_id desc);

-- Where two wishes met on one paragraph, and what the group made of them; null where a side, or the outcome, removes it.
create table measures.amendment_arbitration (
  body_id integer not null,
  amendment_id bigint not null,
  paragraph text not null,
  base text,
  ours text,
  theirs text,
  settled text,
  in_conflict boolean not null,
  primary key (body_id, amendment_id, paragraph),
  foreign key (body_id, amendment_id) references measures.amendment_decision
);

create function measures.keep_amendment_state() returns trigger language plpgsql as $$
begin
  update measures.amendment set state = new.outcome where body_id = new.body_id and id = new.amendment_id;
  return null;
end $$;
create trigger keep_amendment_state after insert on measures.amendment_decision
  for each row execute function measures.keep_amendment_state();

-- A new version moves the places of amendments; those whose paragraph is gone stay where they were.
create function measures.keep_amendment_places() returns trigger language plpgsql as $$
begin
  update measures.amendment a set position = new.position
  where a.body_id = new.body_id and a.measure_id = new.measure_id and a.place = new.paragraph and a.position <> new.position;
  return null;
end $$;
create trigger keep_amendment_places after insert on measures.version_paragraph
  for each row execute function measures.keep_amendment_places();
create index on measures.amendment (body_id, measure_id, place);

select kernel.protect('measures.amendment');
select kernel.protect('measures.amendment_revision', 'append');
select kernel.protect('measures.amendment_operation', 'append');
select kernel.protect('measures.amendment_support');
select kernel.protect('measures.amendment_decision', 'append');
select kernel.protect('measures.amendment_arbitration', 'append');
