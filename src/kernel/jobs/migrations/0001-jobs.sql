-- pg-boss keeps its own tables here; it makes and upgrades them itself.
create schema pgboss;
grant all on schema pgboss to yvette_jobs;
