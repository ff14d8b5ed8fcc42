import type { Db } from '#kernel/db'
import { type FilesTables, missingFiles } from '#kernel/files'
import { type JournalTables, verifyJournal } from '#kernel/journal'
import type { World } from '#kernel/world'
import type { InHouse } from './inHouse.ts'
import { pendingMigrations } from './pendingMigrations.ts'

interface Finding {
  readonly subject: 'check.migrations' | 'check.journal' | 'check.files' | 'check.rls' | 'check.roles'
  readonly ok: boolean
  readonly detail: string
}

/** Everything that can be verified without knowing the domain, one finding at a time. */
export async function* examine(house: InHouse): AsyncGenerator<Finding> {
  const pending = await pendingMigrations(house.owner)
  yield { subject: 'check.migrations', ok: pending.length === 0, detail: pending.join(', ') }
  const open = await tablesWithoutWalls(house)
  yield { subject: 'check.rls', ok: open.length === 0, detail: open.join(', ') }
  const strong = await rolesThatBypass(house)
  yield { subject: 'check.roles', ok: strong.length === 0, detail: strong.join(', ') }
  for (const body of await house.system.bodies()) {
    const verdict = await house.system.inBody(body, world => verifyJournal(world.db as Db<JournalTables>, body.id, house.keys.journal)) // the journal's own tables
    const detail = [body.slug, `${verdict.links} + ${verdict.pending}`, ...verdict.faults.slice(0, 5)].join(', ')
    yield { subject: 'check.journal', ok: verdict.faults.length === 0, detail }
    const missing = await house.system.inBody(body, world => missingFiles(world as World<FilesTables>)) // the kernel's own table
    yield { subject: 'check.files', ok: missing.length === 0, detail: [body.slug, ...missing.slice(0, 5)].join(', ') }
  }
}

/** Tables that carry a body and let one role see past it. */
const tablesWithoutWalls = async ({ owner }: InHouse): Promise<string[]> => {
  const { rows } = await owner.pool.query(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_|^(information_schema|pgboss)$'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'body_id' and not a.attisdropped)
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
      and (has_table_privilege('yvette_application', c.oid, 'select, insert, update, delete') or has_table_privilege('yvette_jobs', c.oid, 'select, insert, update, delete'))
    order by 1`)
  return rows.map(row => row.name).filter(name => !knownOpen.has(name))
}
// Read before anybody knows which body is asked for, or facts that are public by nature.
const knownOpen = new Set(['auth.acting', 'kernel.agreement_body'])

const rolesThatBypass = async ({ owner }: InHouse): Promise<string[]> => {
  const { rows } = await owner.pool.query(`
    select r.rolname as name from pg_roles r
    where r.rolname in ('yvette_application', 'yvette_jobs') and (r.rolsuper or r.rolbypassrls
      or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and c.relkind = 'r' and n.nspname <> 'pgboss'))`)
  return rows.map(row => row.name)
}
