import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { College } from '#kernel/people'
import type { KernelTables, World } from '#kernel/service'
import type { Effect, Kind, StepName } from './rules/life.ts'

/** Digits of a bigint: never computed with. */
export type LineId = string

export interface NeedsTables {
  'needs.round': {
    body_id: number
    id: Generated<string>
    service_id: string
    title: string
    introduction: string
    opens_on: string
    closes_on: string
    opened_by: string | null
    opened_at: string
    conclusion: string | null
    closed_by: string | null
    closed_at: string | null
  }
  'needs.line': {
    body_id: number
    id: Generated<LineId>
    service_id: string
    round_id: string | null
    kind: Kind
    what: string
    audience: string
    place: string
    change: string
    evidence: string
    college: College
    author_id: string | null
    channel: string
    keyed_by: string | null
    stated_at: string
  }
  'needs.credit': { body_id: number; line_id: LineId; person_id: string; college: College }
  'needs.grouping': {
    body_id: number
    line_id: LineId
    into_line_id: LineId
    reason: string
    author_id: string | null
    grouped_at: string
  }
  'needs.agreement': {
    body_id: number
    line_id: LineId
    person_id: string
    college: College
    channel: string
    keyed_by: string | null
    agreed_at: string
  }
  'needs.precision': {
    body_id: number
    id: Generated<string>
    line_id: LineId
    text: string
    college: College
    author_id: string | null
    channel: string
    keyed_by: string | null
    written_at: string
  }
  'needs.step': {
    body_id: number
    line_id: LineId
    id: Generated<string>
    step: StepName
    reason: string
    happened_on: string
    before_text: string | null
    after_text: string | null
    effect: Effect | null
    author_id: string | null
    college: College | null
    made_at: string
  }
  'needs.offspring': {
    body_id: number
    line_id: LineId
    kind: 'amendment' | 'proposal'
    number: string
    measure_id: string | null
    born_at: string
    outcome: OffspringOutcome | null
    outcome_reason: string | null
    outcome_at: string | null
  }
}
export type OffspringOutcome = 'accepted' | 'merged' | 'published' | 'refused' | 'withdrawn'
export type Tables = NeedsTables & KernelTables
export type Needs = Db<Tables>
export type Here = World<Tables>
