import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { College } from '#kernel/people'

/** Digits of a bigint: never computed with. */
export type BudgetId = string
export type IdeaId = string

interface Key {
  body_id: number
  budget_id: BudgetId
}

export interface BudgetTables {
  'budgets.budget': {
    body_id: number
    id: Generated<BudgetId>
    title: string
    summary: string
    created_by: string | null
    created_at: string
    published_by: string | null
    published_at: string | null
    archive: string | null
  }
  'budgets.sector': Key & { id: Generated<string>; name: string }
  'budgets.idea': Key & {
    id: Generated<IdeaId>
    sector_id: string | null
    title: string
    text: string
    place_text: string
    latitude: number | null
    longitude: number | null
    version: Generated<number>
    author_id: string | null
    college: College
    channel: string
    keyed_by: string | null
    proposed_at: string
    file_id: string | null
  }
  'budgets.ballot': Key & {
    pseudonym: Generated<string>
    person_id: string | null
    channel: string
    choices: string
    district: string | null
    age: string | null
  }
}
export type Tables = BudgetTables & KernelTables
export type Budgets = Db<Tables>
export type Here = World<Tables>
