-- an agent may end a computation: what is proved by then is kept
alter table draws.computation add column stop_asked_at timestamptz;
