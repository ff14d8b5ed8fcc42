import type { Generated } from 'kysely'
import type { KernelTables, World } from '#kernel/service'
import type { Direction } from './rules/standing.ts'
import type { OwnerKind, Source, StepKind } from './rules/terms.ts'

/** Digits of a bigint: never computed with. */
export type CommitmentId = string

export interface CommitmentsTables {
  'commitments.commitment': {
    body_id: number
    id: Generated<CommitmentId>
    title: string
    text: string
    decision: string
    decision_title: string
    decision_url: string
    committee_id: string | null
    service_id: string | null
    measure_id: string | null
    owner_kind: OwnerKind
    owner_name: string
    owner_function: string
    indicator: string
    unit: string
    direction: Direction
    target: number
    source: Source
    made_by: string | null
    made_at: string
    made_on: string
    due_on: string
    review_on: string | null
    search: Generated<unknown>
  }
  'commitments.step': {
    body_id: number
    id: Generated<string>
    commitment_id: CommitmentId
    kind: StepKind
    note: string
    due_before: string | null
    due_on: string | null
    measured: number | null
    by_id: string | null
    taken_at: string
    taken_on: string
  }
  'commitments.reading': {
    body_id: number
    id: Generated<string>
    commitment_id: CommitmentId
    measured_on: string
    value: number
    source: string
    url: string | null
    by_id: string | null
    recorded_at: string
  }
}
export type Here = World<CommitmentsTables & KernelTables>
