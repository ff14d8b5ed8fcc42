import type { Generated } from 'kysely'
import type { KernelTables, World } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import type { College } from '#engines/meetings'
import type { MeasureId, MeasureTables } from '../schema.ts'

export interface GroupTables {
  'measures.group_request': {
    body_id: number
    id: Generated<string>
    measure_id: MeasureId
    person_id: string
    college: College
    motive: string
    asked_at: string
    decision: 'accepted' | 'refused' | 'withdrawn' | null
    reason: Generated<string>
    decided_by: string | null
    decided_at: string | null
  }
}
export type Tables = GroupTables & MeasureTables & KernelTables

/** The same world, as the group's queries see it. */
export const groupWorld = (world: AnyWorld): World<Tables> => world as World<Tables> // a handle on one transaction; only the names of its tables differ
