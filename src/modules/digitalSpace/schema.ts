import type { ColumnType, Generated } from 'kysely'
import type { World } from '#kernel/service'
import type { KernelTables } from '#kernel/world'
import type { CatalogueTables } from '#modules/catalogue'
import type { ActivityKind } from './national.ts'

/** Identifiers are texts of digits; instants are ISO 8601; days are `'YYYY-MM-DD'`. */
export interface DigitalSpaceTables {
  'digital_space.space': {
    body_id: number
    calendar_id: string
    service_id: string | null
    fields: ColumnType<unknown, string | undefined, string>
    updated_on: string
    updated_by: string | null
  }
  'digital_space.facilitator': { body_id: number; resource_id: string; person_id: string }
  'digital_space.activity': {
    body_id: number
    id: Generated<string>
    held_on: string
    kind: ActivityKind
    minutes: number
    place: string
    equipment: readonly string[]
    topics: readonly string[]
    people: number
    autonomy: string | null
    redirected: string | null
    gender: string
    age_band: string
    social_status: string
    title: string
    level: string | null
  }
  'digital_space.activity_withdrawal': { body_id: number; activity_id: string; withdrawn_on: string }
  'digital_space.mandate': {
    body_id: number
    id: Generated<string>
    mandator_id: string | null
    paper_name: Buffer | null
    given_at: string
    first_day: string
    last_day: string
    days: number
    channel: string
    form: string | null
    received_by: string | null
    booking_id: string | null
  }
  'digital_space.mandate_scope': { body_id: number; mandate_id: string; scope: string }
  'digital_space.mandate_line': {
    body_id: number
    id: Generated<string>
    mandate_id: string
    kind: 'used' | 'revoked' | 'expired'
    scope: string | null
    at: string
    by_person: string | null
    channel: string
    done: Buffer | null
  }
  'digital_space.loan_line': {
    body_id: number
    id: Generated<string>
    booking_id: string
    kind: 'handed' | 'returned' | 'late'
    at: string
    state: LoanState
    note: string
    by_person: string | null
  }
  'digital_space.sheet': {
    body_id: number
    id: Generated<string>
    person_id: string
    made_on: string
    made_by: string | null
    text: Buffer
  }
}
/** In what state something lent came back. */
export type LoanState = 'fine' | 'damaged' | 'incomplete'
export type Tables = DigitalSpaceTables & CatalogueTables & KernelTables
export type Here = World<Tables>
