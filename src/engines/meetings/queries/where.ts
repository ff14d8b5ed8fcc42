import type { Db } from '#kernel/db'
import type { Charter } from '../rules/charter.ts'
import type { Tables } from '../tables.ts'

/** Where, and in whose name: a request's or a job's world is one. */
export interface Where {
  readonly db: Db<Tables>
  readonly body: { readonly id: number }
  readonly today: string
  readonly now: string
}
export interface Assembly {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly path: string
  readonly charter: Charter
}
