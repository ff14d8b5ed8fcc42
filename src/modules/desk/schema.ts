import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables } from '#kernel/service'

export const channels = ['paper', 'desk', 'phone'] as const
export type Channel = (typeof channels)[number]

export interface DeskTables {
  'desk.entry': {
    body_id: number
    id: Generated<string>
    keyed_by: string
    person_id: string
    channel: Channel
    form: string | null
    began_at: string
    ended_at: string | null
  }
  'desk.merge': {
    body_id: number
    id: Generated<string>
    kept_id: string
    removed_id: string
    merged_by: string
    merged_at: string
    moved: number
    doubled: number
  }
}
export type Desk = Db<DeskTables & KernelTables>
