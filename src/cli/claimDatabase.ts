import pg from 'pg'
import type { Cluster } from '#kernel/db'
import type { Locale } from '#kernel/i18n'
import { Refused } from './command.ts'
import { words } from './locales/index.ts'

/** What a database is for; decided once, when it is made. */
export type InstanceKind = 'demonstration' | 'production'

/**
 * Makes sure that this database is ours to open, before anything is changed in it. What was interrupted while it was being
 * written (a demonstration, a restoration) is begun again.
 * @param kind 'restored' expects a database with nothing in it
 * @returns 'empty' when everything is still to be written
 * @throws Refused when it is for something else, or somebody else's
 */
export const claimDatabase = async (cluster: Cluster, kind: InstanceKind | 'restored', locale: Locale): Promise<'empty' | 'ready'> => {
  const t = words(locale)
  const found = await lookAt(cluster)
  if (found.kind === 'foreign') throw new Refused(t('claim.foreign', { database: cluster.database }))
  if (found.kind === 'empty') return 'empty'
  if (found.ready && kind === 'restored') return 'ready'
  if (kind === 'demonstration' && found.kind === 'production') throw new Refused(t('claim.isProduction'))
  if (kind === 'production' && found.kind === 'demonstration') throw new Refused(t('claim.isDemonstration'))
  if (found.ready) return 'ready'
  if (kind === 'production') return 'empty'
  if (found.kind === 'production') return 'ready'
  await cluster.dropDatabase(cluster.database)
  await cluster.createDatabase(cluster.database)
  return 'empty'
}

/** Says what the database is for; `ready` once all of it was written. */
export const markInstance = (cluster: Cluster, kind: InstanceKind, ready: boolean) =>
  asOwner(cluster, async client => {
    await client.query(
      'insert into kernel.instance (kind, ready_at) values ($1, case when $2 then now() end) on conflict (single) do update set ready_at = excluded.ready_at',
      [kind, ready],
    )
  })

const lookAt = (cluster: Cluster): Promise<{ kind: InstanceKind | 'empty' | 'foreign' | null; ready: boolean }> =>
  asOwner(cluster, async client => {
    const { rows } = await client.query(`select to_regclass('kernel.instance') is not null as ours, exists (select from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_|^information_schema$') as used`)
    if (!rows[0].ours) return { kind: rows[0].used ? 'foreign' : 'empty', ready: false }
    const { rows: lines } = await client.query('select kind, ready_at is not null as ready from kernel.instance')
    return lines[0] ?? { kind: null, ready: false }
  })

const asOwner = async <Result>(cluster: Cluster, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: cluster.url('owner') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
