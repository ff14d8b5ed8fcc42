import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { Kind } from './rules/kinds.ts'
import type { State, StepKind } from './rules/life.ts'

/** Digits of a bigint: never computed with. */
export type BallotId = string

export interface BallotTables {
  'ballots.ballot': {
    body_id: number
    id: Generated<BallotId>
    title: string
    introduction: string
    purpose: string
    organiser: string
    measure_id: string | null
    rule_id: string
    is_secret: boolean
    has_paper: boolean
    state: Generated<State>
    opens_at: string
    closes_at: string
    created_by: string | null
    created_at: string
    search: Generated<unknown>
  }
  'ballots.step': {
    body_id: number
    id: Generated<string>
    ballot_id: BallotId
    kind: StepKind
    at: string
    author_id: string | null
    reason: string
  }
  'ballots.question': {
    body_id: number
    ballot_id: BallotId
    number: number
    kind: Kind
    title: string
    explanation: string
    most: number
  }
  'ballots.option': { body_id: number; ballot_id: BallotId; question: number; number: number; label: string; explanation: string }
}
export type Tables = BallotTables & KernelTables
export type Ballots = Db<Tables>
export type Here = World<Tables>
