import type { ColumnType, Generated } from 'kysely'
import type { KernelTables, World } from '#kernel/service'
import type { ListLine } from './rules/examined.ts'
import type { MeasureStage, Outcome } from './rules/outcomes.ts'

export interface CouncilTables {
  'council.mandate': {
    body_id: number
    id: Generated<string>
    person_id: string
    function: CouncilFunction
    rank: number | null
    portfolio: string
    bloc: string
    since: string
    until: string | null
    record: string
    end_reason: Generated<string>
    added_by: string | null
    added_at: string
    ended_by: string | null
  }
  'council.numbering': { body_id: number; year: number; last: number }
  'council.deliberation': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    item_id: string
    vote_id: string | null
    held_on: string
    year: number
    number: number
    label: string
    title: string
    text: string
    matter: string
    outcome: Outcome
    sitting: number | null
    votes_for: number | null
    votes_against: number | null
    abstentions: number | null
    budget_year: string
    budget_name: string
    amount: string | number | null
    is_transmissible: boolean
    drafted_by: string | null
    drafted_at: string
    changed_at: string
  }
  'council.deliberation_measure': { body_id: number; deliberation_id: string; measure_id: string; stage: MeasureStage }
  'council.publication': {
    body_id: number
    deliberation_id: string
    version: number
    label: string
    title: string
    text: string
    signed_by: string
    secretary: string
    reason: string
    file: Buffer
    digest: string
    published_by: string | null
    published_at: string
  }
  'council.transmission': {
    body_id: number
    id: Generated<string>
    deliberation_id: string
    received_on: string
    acknowledgement: string
    noted_by: string | null
    noted_at: string
  }
  'council.list_publication': {
    body_id: number
    meeting_id: string
    /** Read as a value, written as its JSON text. */
    lines: ColumnType<readonly ListLine[], string, never>
    published_by: string | null
    published_at: string
  }
}
export const councilFunctions = ['mayor', 'deputy', 'delegate', 'councillor'] as const
export type CouncilFunction = (typeof councilFunctions)[number]

export type Tables = CouncilTables & KernelTables
export type Here = World<Tables>
