import type { Database } from '#kernel/db'

export interface TableDigest {
  readonly name: string
  readonly rows: number
  /** The same for the same rows, whatever their order. */
  readonly digest: string
}

/** What each table holds, summed up; two databases with equal digests hold the same. */
export async function* tableDigests(owner: Database): AsyncGenerator<TableDigest> {
  const { rows: tables } = await owner.pool.query(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_|^(information_schema|public|pgboss)$' and c.oid <> 'kernel.migration'::regclass order by 1`)
  for (const { name } of tables) {
    // A sum over the rows' own digests: the same set has the same sum.
    const { rows } = await owner.pool.query(
      `select count(*)::int as rows, coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint)::text, '0') as digest from ${name} t`,
    )
    yield { name, rows: rows[0].rows, digest: rows[0].digest }
  }
}
