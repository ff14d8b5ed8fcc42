import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { Channel, Residence } from './rules/standing.ts'
import type { College } from '#kernel/people'

/** Digits of a bigint: never computed with. */
export type RuleId = string

export interface RollTables {
  'roll.rule': {
    body_id: number
    id: Generated<RuleId>
    name: string
    explanation: string
    minimum_age: number | null
    residence: Residence
    college: College | null
    association: boolean
    identity: boolean
    decided_by: string
    created_by: string | null
    created_at: string
    published_by: string | null
    published_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_because: string | null
  }
  'roll.proof': {
    body_id: number
    id: Generated<string>
    person_id: string
    kind: 'age' | 'identity'
    at_least_age: number | null
    seen_on: string
    seen_by: string | null
    withdrawn_at: string | null
  }
  'roll.mark': {
    body_id: number
    act: string
    person_id: string
    channel: Channel
    marked_at: string
    keyed_by: string | null
  }
}
export type Tables = RollTables & KernelTables
export type Roll = Db<Tables>
export type Here = World<Tables>
