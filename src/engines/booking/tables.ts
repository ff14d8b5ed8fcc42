import type { ColumnType, Generated } from 'kysely'
import type { BodyTables } from '#kernel/db'
import type { PeopleTables } from '#kernel/people'
import type { EntryKind } from './rules/accountOf.ts'
import type { Offer } from './rules/allocate.ts'
import type { Rules } from './rules/policy.ts'
import type { Quote } from './rules/quoteOf.ts'
import type { State } from './rules/states.ts'

/** Read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string, string>
/** Read with lower() and upper(), written by `spanOf`. */
type During = ColumnType<never, string, string>

/** Identifiers are texts of digits; instants are ISO 8601; days are `'YYYY-MM-DD'`. */
export interface BookingTables {
  'booking.policy': { body_id: number; id: Generated<string>; owner: string; name: string; agreement_id: number | null }
  'booking.policy_version': {
    body_id: number
    policy_id: string
    number: number
    since: string
    rules: Json<Rules>
    source: string
    agreement_id: number | null
    set_by: string | null
    set_at: string
  }
  'booking.calendar': { body_id: number; id: Generated<string>; owner: string; name: string; agreement_id: number | null }
  'booking.holder': {
    body_id: number
    id: Generated<string>
    calendar_id: string
    name: string
    organisation_id: string | null
    member_body: number | null
    share_permille: number
    budget_cents: number
    basis: string
    since: string
    until: string | null
    agreement_id: number | null
  }
  'booking.opening': {
    body_id: number
    id: Generated<string>
    calendar_id: string
    holder_id: string | null
    first_day: string
    last_day: string | null
    starts: string
    minutes: number
    rule: string
    note: string
    agreement_id: number | null
  }
  'booking.exception': {
    body_id: number
    id: Generated<string>
    calendar_id: string
    holder_id: string | null
    kind: 'closed' | 'open'
    during: During
    reason: string
    agreement_id: number | null
    decided_by: string | null
    decided_at: string
  }
  'booking.resource': {
    body_id: number
    id: Generated<string>
    owner: string
    kind: string
    name: string
    path: string
    description: string
    place: string
    position: number
    calendar_id: string | null
    policy_id: string
    agreement_id: number | null
    details: Json<unknown>
    archived_at: string | null
  }
  'booking.session': {
    body_id: number
    id: Generated<string>
    owner: string
    kind: string
    name: string
    path: string
    description: string
    place: string
    during: During
    capacity: number
    places_taken: Generated<number>
    policy_id: string
    agreement_id: number | null
    details: Json<unknown>
    cancelled_at: string | null
    cancelled_because: Generated<string>
  }
  'booking.booking': {
    body_id: number
    id: Generated<string>
    held_by: number
    owner: string
    kind: 'time' | 'place' | 'block'
    resource_id: string | null
    session_id: string | null
    during: During
    places: number
    state: State
    state_since: string
    state_until: string | null
    person_id: string | null
    organisation_id: string | null
    purpose: string
    reason: string
    quote: ColumnType<Quote | null, string | null, string | null>
    price_cents: number
    deposit_cents: number
    pseudonym: string
    code: string
    priority: number
    agreement_id: number | null
    asked_at: string
    keyed_by: string | null
    reminded_at: string | null
  }
  'booking.step': {
    body_id: number
    id: Generated<string>
    booking_body: number
    booking_id: string
    state: State
    at: string
    until: string | null
    reason: string
    by_person: string | null
    agreement_id: number | null
  }
  'booking.early_end': {
    body_id: number
    booking_body: number
    booking_id: string
    ended_at: string
    was_until: Generated<string | null>
    counts: 'booked' | 'used'
    counted_minutes: number
    by_person: string | null
    at: string
    agreement_id: number | null
  }
  'booking.permit': {
    body_id: number
    id: Generated<string>
    name: string
    label: string
    person_id: string
    since: string
    until: string | null
    gained: string
    granted_by: string | null
    withdrawn_on: string | null
    withdrawn_because: Generated<string>
    withdrawn_by: string | null
  }
  'booking.acceptance': {
    body_id: number
    document: string
    edition: number
    person_id: string
    accepted_at: string
    keyed_by: string | null
  }
  'booking.steward': {
    body_id: number
    id: Generated<string>
    owner: string
    person_id: string
    title: string
    since: string
    until: string | null
    named_by: string | null
  }
  'booking.suspension': {
    body_id: number
    id: Generated<string>
    owner: string
    person_id: string
    absences: number
    since: string
    until: string
    plea: Generated<string>
    plea_at: string | null
    lifted_at: string | null
    lifted_by: string | null
    lifted_because: Generated<string>
  }
  'booking.incident': {
    body_id: number
    id: Generated<string>
    resource_id: string
    kind: 'incident' | 'maintenance'
    description: string
    booking_id: string | null
    block_id: string | null
    reported_by: string | null
    reported_at: string
    closed_at: string | null
    closed_by: string | null
    outcome: Generated<string>
    cost_cents: Generated<number>
    agreement_id: number | null
  }
  'booking.entry': {
    body_id: number
    id: Generated<string>
    booking_body: number
    booking_id: string
    kind: EntryKind
    cents: number
    label: string
    quote: ColumnType<Quote | null, string | null, never>
    holder_id: string | null
    by_person: string | null
    at: string
    agreement_id: number | null
  }
  'booking.allocation': {
    body_id: number
    id: Generated<string>
    owner: string
    title: string
    path: string
    method: string
    offers: Json<readonly Offer[]>
    inputs: string
    commitment: string
    seed_source: string
    seed_on: string
    published_by: string | null
    published_at: string
  }
  'booking.allocation_seed': {
    body_id: number
    allocation_id: string
    seed: string
    witnesses: string
    entered_by: string | null
    entered_at: string
  }
  'booking.applicant': { body_id: number; allocation_id: string; pseudonym: string; person_id: string | null }
}
/** What the engine's own queries see. */
export type Tables = BookingTables & PeopleTables & BodyTables
