import type { Generated } from 'kysely'
import type { C } from '#kernel/http'
import type { KernelTables, World } from '#kernel/service'

interface Shared {
  body_id: number
  agreement_id: number
}
export interface SharedEquipmentTables {
  'shared_equipment.convention': Shared & {
    id: Generated<string>
    number: number
    title: string
    starts_on: string
    ends_on: string
    terms: unknown
    because: string
    written_by: string | null
    written_at: string
  }
  'shared_equipment.deliberation': Shared & {
    id: Generated<string>
    convention_id: string
    number: string
    held_on: string
    recorded_by: string | null
    recorded_at: string
  }
  'shared_equipment.departure': Shared & {
    id: Generated<string>
    leaves_on: string
    number: string
    reason: string
    said_by: string | null
    said_at: string
  }
  'shared_equipment.item': Shared & {
    resource_id: string
    unit: string
    parts: unknown
    conditions: string
    borrowers: string
    seats: number | null
    licence: string
    needs_driver: boolean
    energy: string
    consumption: number | null
  }
  'shared_equipment.photo': Shared & {
    id: Generated<string>
    resource_id: string
    inspection_id: string | null
    file_id: string
    caption: string
    added_at: string
  }
  'shared_equipment.loan': Shared & {
    booking_id: string
    resource_id: string
    held_by: number
    asked_for: string
    borrower: string
    used_at: string
    delivery: string
    is_insured: boolean
    driver_seen_on: string | null
  }
  'shared_equipment.driver': { body_id: number; booking_id: string; name: string; seen_by: string | null }
  'shared_equipment.inspection': Shared & {
    id: Generated<string>
    booking_id: string
    borrower_body: number
    resource_id: string
    kind: string
    edition: number
    at: string
    parts: unknown
    counter: number | null
    fuel: number | null
    remarks: string
    keeper_signed: string
    borrower_signed: string
    because: string
    noted_by: string | null
    noted_at: string
  }
  'shared_equipment.signature': { body_id: number; inspection_id: string; side: string; name: string; person_id: string | null }
  'shared_equipment.damage': Shared & {
    id: Generated<string>
    booking_id: string
    resource_id: string
    member_body: number
    year: number
    cents: number
    reason: string
    file_id: string | null
    noted_by: string | null
    noted_at: string
  }
  'shared_equipment.contest': Shared & {
    id: Generated<string>
    damage_id: string | null
    statement_id: string | null
    line: string
    reason: string
    contested_by: string | null
    contested_at: string
  }
  'shared_equipment.ruling': Shared & {
    id: Generated<string>
    contest_id: string
    outcome: string
    cents: number | null
    reason: string
    decided_by: string
    ruled_by: string | null
    ruled_at: string
  }
  'shared_equipment.cost': Shared & {
    id: Generated<string>
    resource_id: string
    year: number
    kind: string
    category: string
    label: string
    spent_on: string
    cents: number
    reverses: string | null
    file_id: string | null
    noted_by: string | null
    noted_at: string
  }
  'shared_equipment.statement': Shared & {
    id: Generated<string>
    year: number
    kind: string
    edition: number
    convention_id: string
    published_at: string
    contest_until: string
    document: string
    digest: string
    published_by: string | null
  }
  'shared_equipment.approval': Shared & { statement_id: string; approved_by: string | null; approved_at: string }
  'shared_equipment.closing': Shared & { year: number; statement_id: string; closed_by: string | null; closed_at: string }
  'shared_equipment.correction': Shared & {
    id: Generated<string>
    about_year: number
    year: number
    member_body: number
    owed_to: number
    cents: number
    reason: string
    noted_by: string | null
    noted_at: string
  }
  'shared_equipment.payment': Shared & {
    id: Generated<string>
    year: number
    payer_body: number
    cents: number
    received_on: string
    reference: string
    reverses: string | null
    noted_by: string | null
    noted_at: string
  }
}
export type Tables = SharedEquipmentTables & KernelTables
export type Here = World<Tables>
export type Request = C<Tables>
