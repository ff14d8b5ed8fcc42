import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { PeopleTables } from '#kernel/people'

export interface ExampleTables {
  'example.remark': {
    body_id: number
    id: Generated<string>
    /** Null once the author's account was erased. */
    author_id: string | null
    text: string
    written_on: string
    written_at: string
  }
}
/** What this module's queries may see: its own tables, and people's names. */
export type Example = Db<ExampleTables & PeopleTables>
