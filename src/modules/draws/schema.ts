import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { World } from '#kernel/world'

interface Owned {
  body_id: number
}
export interface DrawsTables {
  'draws.lot': Owned & {
    id: Generated<string>
    title: string
    purpose: string
    inputs: string
    commitment: string
    many: number
    seed_source: string
    seed_on: string
    made_by: string | null
    made_at: string
  }
  'draws.seed': Owned & { lot_id: string; seed: string; witnesses: string; entered_by: string | null; entered_at: string }
  'draws.panel': Owned & {
    id: Generated<string>
    title: string
    purpose: string
    size: number
    one_per_address: boolean
    closes_on: string
    made_by: string | null
    made_at: string
  }
  'draws.quota': Owned & { panel_id: string; position: number; category: string; feature: string; min: number; max: number }
  'draws.relaxation': Owned & {
    id: Generated<string>
    panel_id: string
    position: number
    min: number
    max: number
    reason: string
    accepted_by: string | null
    accepted_at: string
  }
  'draws.volunteer': Owned & {
    id: Generated<string>
    panel_id: string
    number: number
    person_id: string | null
    name: string
    address: string
    features: unknown
    shows_name: boolean
    added_by: string | null
    added_at: string
  }
  'draws.computation': Owned & {
    id: Generated<string>
    panel_id: string
    asked_by: string | null
    asked_at: string
    progress: unknown
    result: unknown
    stop_asked_at: Generated<string | null>
    ended_at: string | null
  }
  'draws.panel_lot': Owned & { panel_id: string; lot_id: string }
  'draws.refusal': Owned & { panel_id: string; number: number; noted_by: string | null; noted_at: string }
}
export type Draws = Db<DrawsTables>
export type Here = World<DrawsTables>
