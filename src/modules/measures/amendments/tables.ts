import type { Generated } from 'kysely'
import type { College } from '#kernel/people'
import type { Gesture, Outcome, State } from './rules/terms.ts'

/** Digits of a bigint: never computed with. */
export type AmendmentId = string

export interface AmendmentTables {
  'measures.amendment': {
    body_id: number
    id: Generated<AmendmentId>
    measure_id: string
    gesture: Gesture
    author_id: string | null
    college: College
    channel: string
    keyed_by: string | null
    filed_at: string
    revision: Generated<number>
    place: string | null
    position: number
    state: Generated<State>
    origin: Generated<string>
  }
  'measures.amendment_revision': {
    body_id: number
    amendment_id: AmendmentId
    number: number
    measure_id: string
    base_version: number
    paragraphs: readonly string[]
    text: string
    reason: string
    written_at: string
  }
  'measures.amendment_operation': {
    body_id: number
    amendment_id: AmendmentId
    revision: number
    position: number
    kind: 'replace' | 'remove' | 'add'
    paragraph: string | null
    added: string | null
    text: string | null
  }
  'measures.amendment_support': {
    body_id: number
    amendment_id: AmendmentId
    person_id: string
    supported_at: string
    channel: string
    keyed_by: string | null
  }
  'measures.amendment_decision': {
    body_id: number
    amendment_id: AmendmentId
    outcome: Outcome
    reason: string
    revision: number
    author_id: string | null
    college: College
    decided_at: string
    version: number | null
  }
  'measures.amendment_arbitration': {
    body_id: number
    amendment_id: AmendmentId
    paragraph: string
    base: string | null
    ours: string | null
    theirs: string | null
    settled: string | null
    in_conflict: boolean
  }
}
