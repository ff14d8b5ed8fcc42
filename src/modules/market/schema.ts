import type { ColumnType, Generated } from 'kysely'
import type { KernelTables } from '#kernel/service'
import type { World } from '#kernel/world'
import type { Act } from './rules/square.ts'
import type { Cause, ClashKind, DocumentKind, Family, Holding, How, Means, Method, PresenceState, StepKind } from './rules/terms.ts'

/** Read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string, string>
interface Row {
  body_id: number
  id: Generated<string>
}

/** Identifiers are texts of digits; lengths are decimetres (the plan: metres); money is cents; days are `'YYYY-MM-DD'`. */
interface MarketTables {
  'market.market': Row & {
    name: string
    place: string
    about: string
    weekdays: readonly number[]
    opens: string
    closes: string
    call_at: string
    method: Method
    seed_rule: string
    width: number
    height: number
    service_id: string | null
    closed_on: string | null
  }
  'market.alley': Row & { market_id: string; name: string; x: number; y: number; is_vertical: boolean; length: number }
  'market.pitch': Row & {
    alley_id: string
    number: string
    from_dm: number
    to_dm: number
    has_power: boolean
    has_water: boolean
    withdrawn_on: string | null
    withdrawn_because: Generated<string>
  }
  'market.tariff': Row & {
    market_id: string
    holding: Holding
    metre_cents: number
    least_cents: number
    power_cents: number
    since: string
    until: string | null
    deliberation: string
  }
  'market.trader': Row & {
    key: string
    person_id: string | null
    name: string
    family: Family
    products: string
    siret: string | null
    email: string
    phone: string
    is_producer: boolean
    is_organic: boolean
    certifier: string
    length: number
    needs_power: boolean
    since: string
    shows_name: boolean
    applied_on: string
    accepted_on: string | null
    refused_on: string | null
    refused_because: Generated<string>
    left_on: string | null
    keyed_by: string | null
  }
  'market.document': Row & {
    trader_id: string
    kind: DocumentKind
    expires_on: string | null
    file_id: string | null
    given_on: string
    seen_on: string | null
    seen_by: string | null
    refused_because: Generated<string>
  }
  'market.subscription': Row & {
    market_id: string
    trader_id: string
    weekday: number
    alley_id: string
    from_dm: number
    to_dm: number
    has_power: boolean
    reason: Generated<string>
    since: string
    ended_on: string | null
    ended_because: 'left' | 'moved' | 'withdrawn' | 'succession' | null
  }
  'market.request': Row & {
    market_id: string
    trader_id: string
    weekday: number
    pseudonym: string
    kind: 'transfer' | 'new'
    length: number
    asked_on: string
    ended_on: string | null
    ended_because: 'served' | 'withdrawn' | 'refused' | null
    note: Generated<string>
  }
  'market.day': Row & { market_id: string; held_on: string; cancelled_because: string | null }
  'market.device': Row & { key: string; person_id: string | null; since: string }
  'market.act': Row & {
    day_id: string
    device_id: string
    uid: string
    sequence: number
    kind: string
    facts: Json<Readonly<Record<string, unknown>>>
    device_at: string
    received_at: string
    by_person: string | null
    outcome: string
  }
  'market.presence': {
    body_id: number
    day_id: string
    trader_id: string
    state: PresenceState
    excuse: Generated<string>
    act_uid: string
  }
  'market.notice': { body_id: number; day_id: string; trader_id: string; reason: string; told_at: string; keyed_by: string | null }
  'market.placing': Row & {
    day_id: string
    trader_id: string
    alley_id: string
    from_dm: number
    to_dm: number
    has_power: boolean
    how: How
    reason: string
    act_uid: string
    removed_by: string | null
  }
  'market.clash': Row & {
    day_id: string
    act_uid: string
    kind: ClashKind
    against: string
    facts: Json<Act>
    settled_by: string | null
    kept: 'first' | 'second' | null
  }
  'market.call_list': { body_id: number; day_id: string; inputs: string; commitment: string; act_uid: string }
  'market.call_seed': { body_id: number; day_id: string; seed: string; witnesses: string; act_uid: string }
  'market.receipt': Row & {
    day_id: string
    device_id: string
    number: number
    kind: 'fee' | 'cancel' | 'void'
    trader_id: string
    placing_uid: string
    holding: Holding
    decimetres: number
    metre_cents: number
    least_cents: number
    power_cents: number
    cents: number
    due_cents: number
    means: Means
    cancels: string | null
    reason: string
    act_uid: string
    issued_at: string
    by_person: string | null
  }
  'market.invoice': Row & {
    subscription_id: string
    trader_id: string
    month: string
    cents: number
    lines: Json<readonly InvoiceLine[]>
    issued_on: string
    by_person: string | null
  }
  'market.payment': Row & {
    invoice_id: string | null
    receipt_id: string | null
    means: 'cash' | 'cheque' | 'card'
    cents: number
    paid_on: string
    by_person: string | null
  }
  'market.statement': Row & {
    day_id: string
    device_id: string
    receipts: number
    total_cents: number
    expected_cents: number
    counted_cents: number
    note: string
    closed_at: string
    by_person: string | null
  }
  'market.step': Row & {
    subscription_id: string
    kind: StepKind
    reason: string
    issued_on: string
    due_on: string
    heard_on: string | null
    heard_said: Generated<string>
    lifted_on: string | null
    lifted_because: Generated<string>
    by_person: string | null
  }
  'market.appeal': Row & {
    step_id: string
    text: string
    asked_at: string
    keyed_by: string | null
    answer: string | null
    accepted: boolean | null
    answered_at: string | null
    answered_by: string | null
  }
  'market.succession': Row & {
    subscription_id: string
    cause: Cause
    caused_on: string
    successor_name: string
    successor_activity: string
    presented_on: string
    answer_by: string
    keyed_by: string | null
    decision: 'accepted' | 'refused' | null
    reasons: Generated<string>
    decided_on: string | null
    decided_by: string | null
    successor_id: string | null
  }
}
/** One market day of an invoice. */
export interface InvoiceLine {
  readonly on: string
  readonly decimetres: number
  readonly metreCents: number
  readonly powerCents: number
  readonly cents: number
}
export type Tables = MarketTables & KernelTables
export type Here = World<Tables>
