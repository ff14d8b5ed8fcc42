import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Within which body, and for whom, a piece of work runs: row-level security reads both. */
export interface Scope {
  readonly body: number | null
  readonly person: string | null
}

/** A pool of connections under one database role. */
export interface Database {
  /** Runs the work in one transaction under row-level security; commits when it returns, rolls back when it throws. */
  transact<Tables, Result>(scope: Scope, work: (db: Kysely<Tables>, finish: Finish) => Promise<Result>): Promise<Result>
  /** Outside any body and transaction: what is public to the instance (bodies, health). */
  readonly bare: Kysely<any>
  readonly pool: pg.Pool
  close(): Promise<void>
}
/** Lets the work end its transaction without throwing: the rest of it is undone. */
export interface Finish {
  rollback: boolean
  /** The answer may leave before the transaction ends: only for reading, where nothing is acknowledged. */
  withoutWaiting: boolean
}

pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text => new Date(text).toISOString())

/** Opens a pool. `url` is a PostgreSQL address for one role; `size` bounds its connections. */
export const connect = (url: string, { size = 10, name = 'yvette' } = {}): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30000,
    pipeline: true,
  })
  pool.on('connect', client => client.on('error', () => {})) // one lost while it is lent: its next query says so
  pool.on('error', () => {}) // an idle connection lost with its server: the next query says so to whoever asks
  return {
    pool,
    bare: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    close: () => pool.end(),
    async transact(scope, work) {
      const client = await pool.connect()
      const finish: Finish = { rollback: false, withoutWaiting: false }
      let broken: Error | undefined
      let begun: Promise<unknown> | undefined
      try {
        // Sent ahead of the first statement, without waiting for its answer: one round trip less.
        begun = client.query(
          `begin; set local yvette.body = '${scope.body ?? ''}'; set local yvette.person = '${checkedPerson(scope.person)}'`,
        )
        begun.catch(() => {}) // awaited below, once the work is done or has failed on it
        const result = await work(boundTo(client), finish)
        await begun
        const ended = client.query(finish.rollback ? 'rollback' : 'commit')
        if (!finish.withoutWaiting) await ended
        else ended.catch(() => {}) // nothing was promised to anybody; the connection is given back behind this statement
        return result
      } catch (error) {
        await client.query('rollback').catch(lost => (broken = lost instanceof Error ? lost : new Error('connection lost')))
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}

const checkedPerson = (person: string | null) => {
  if (person !== null && !/^[0-9a-f-]{36}$/.test(person)) throw new Error('A person is named by a UUID.')
  return person ?? ''
}

// A client serves one transaction at a time, so its Kysely instance can be kept with it.
const bound = new WeakMap<pg.PoolClient, Kysely<any>>()
const boundTo = <Tables>(client: pg.PoolClient): Kysely<Tables> => {
  let db = bound.get(client)
  if (!db) {
    const lent = {
      query: (text: string, values: unknown[]) => client.query({ name: nameOf(text), text, values }),
      release: () => {},
    }
    const pool = { connect: async () => lent, end: async () => {} }
    db = new Kysely<any>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }) // Kysely needs these two functions only
    bound.set(client, db)
  }
  return db as unknown as Kysely<Tables> // the caller names its own tables
}

// A statement seen twice is prepared under a name, so that the server plans it once per connection. Texts without end
// (lists of varying length) stay unnamed once there are many.
const mostNames = 500
const names = new Map<string, string | null>()
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined && known !== null) return known
  if (known === undefined) {
    if (names.size < mostNames) names.set(text, null)
    return undefined
  }
  const name = `s${(named += 1)}`
  names.set(text, name)
  return name
}
let named = 0
