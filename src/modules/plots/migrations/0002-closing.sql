-- Why a garden closes: everyone reads it.
alter table plots.garden add column closed_because text not null default '';
alter table plots.garden add constraint closing_says_why check (closed_on is null or closed_because <> '') not valid;
