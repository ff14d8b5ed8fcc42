import type pg from 'pg'

// What is saved: every table of ours. The queue of recurring jobs (pgboss) is made anew when the application starts, and
// migrations write kernel.migration.
const ours = "n.nspname !~ '^pg_|^(information_schema|public|pgboss)$'"

export interface TableShape {
  /** Quoted, with its schema. */
  readonly name: string
  readonly columns: readonly string[]
}

/** Tables in a fixed order, with the columns that can be written. */
export const readTables = async (client: pg.ClientBase): Promise<TableShape[]> => {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours} and c.oid <> 'kernel.migration'::regclass
    order by n.nspname, c.relname`)
  return rows
}

export interface SequenceState {
  readonly name: string
  readonly value: string
  readonly called: boolean
}
export const readSequences = async (client: pg.ClientBase): Promise<SequenceState[]> => {
  const { rows } = await client.query(`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ours} order by 1`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query(`select last_value::text as value, is_called as called from ${name}`)
    states.push({ name, value: found[0].value, called: found[0].called })
  }
  return states
}

/** References between our tables, and the statements that take them away and put them back. */
export const readReferences = async (client: pg.ClientBase): Promise<{ readonly drop: string; readonly add: string }[]> => {
  const { rows } = await client.query(`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours} order by k.conrelid::regclass::text, k.conname`)
  return rows
}

export const quoted = (columns: readonly string[]) => columns.map(column => `"${column.replaceAll('"', '""')}"`).join(', ')

/** The name of a table as the folder of an archive. */
export const plainName = (name: string) => name.replaceAll('"', '')
