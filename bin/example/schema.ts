import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { PeopleTables } from '#kernel/people'

export interface ExampleTables {
  'example.remark': {
    body_id: number
    id: Generated<string>
    author_id: string
    text: string
    written_on: string
    written_at: string
  }
}
/** What this module's queries may see: its own tables, and people's names. */
export type Example = Db<ExampleTables & PeopleTables>
