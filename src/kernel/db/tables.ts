import type { Generated, Kysely, QueryExecutorProvider } from 'kysely'

export { sql } from 'kysely'

/** A database handle that knows only the tables named: a module cannot type another module's table. */
export type Db<Tables> = Kysely<Tables>
/** Anybody's handle, whatever tables it knows: enough to run the kernel's own SQL in the same transaction. */
export type AnyDb = QueryExecutorProvider

/** Which rows to read: `start` is how many to pass over. */
export interface PageOfRows {
  readonly number: number
  readonly size: number
  readonly start: number
}

export interface BodyTables {
  'kernel.body': {
    id: Generated<number>
    slug: string
    name: string
    kind: 'commune' | 'ccas' | 'intercommunality' | 'joint-body'
    siren: string | null
    insee: string | null
    population: number | null
    host: string | null
    arms: string | null
    accent: string | null
    created_at: Generated<string>
    closed_at: string | null
  }
  'kernel.agreement': { id: Generated<number>; title: string; signed_on: string }
  'kernel.agreement_body': { agreement_id: number; body_id: number; since: string; until: string | null }
  'kernel.setting': { body_id: number; room: string; key: string; value: unknown; changed_at: Generated<string> }
  'kernel.instance': {
    single: Generated<boolean>
    kind: 'demonstration' | 'production'
    created_at: Generated<string>
    ready_at: Generated<string | null>
  }
}
