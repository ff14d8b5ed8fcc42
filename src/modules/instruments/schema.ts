import type { KernelTables, World } from '#kernel/service'

/** This room's SQL is written by hand: its tables are only named here. */
export interface InstrumentsTables {
  'instruments.signature': { body_id: number; petition_id: string; person_id: string; period: string }
}
export type Here = World<InstrumentsTables & KernelTables>
