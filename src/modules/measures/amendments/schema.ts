import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { MeasureTables } from '../schema.ts'

export type { AmendmentId } from './tables.ts'
/** A measure's tables, those of its amendments among them. */
export type Tables = MeasureTables & KernelTables
export type Amendments = Db<Tables>
export type Here = World<Tables>
