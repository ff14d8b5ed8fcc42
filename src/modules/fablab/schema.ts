import type { ColumnType, Generated } from 'kysely'
import type { KernelTables, World } from '#kernel/service'
import type { BadLine } from './rules/ords.ts'

export interface FablabTables {
  'fablab.machine': {
    body_id: number
    resource_id: string
    risk: number
    permit: string
    permit_label: string
    permit_months: number
    model: string
    care: string
  }
  'fablab.material': {
    body_id: number
    id: Generated<string>
    name: string
    unit: Unit
    low_mark: ColumnType<string | null, number | string | null, number | string | null>
    retired_on: string | null
  }
  'fablab.material_price': {
    body_id: number
    material_id: string
    since: string
    cents_per_unit: string
    source: string
    set_by: string | null
    set_at: string
  }
  'fablab.stock_line': {
    body_id: number
    id: Generated<string>
    material_id: string
    kind: 'in' | 'out' | 'count'
    quantity: string
    at: string
    by_person: string | null
  }
  'fablab.machine_material': { body_id: number; resource_id: string; material_id: string; verdict: 'allowed' | 'refused'; reason: string }
  'fablab.use': { body_id: number; booking_id: string; resource_id: string; material_id: string }
  'fablab.consumption': {
    body_id: number
    id: Generated<string>
    booking_id: string
    material_id: string
    quantity: string
    cents: number
    noted_by: string | null
    noted_at: string
  }
  'fablab.rules_edition': { body_id: number; edition: number; text: string; since: string; written_by: string | null }
  'fablab.project': {
    body_id: number
    id: Generated<string>
    title: string
    text: string
    machines: string
    made_by: string | null
    made_at: string
  }
  'fablab.project_file': { body_id: number; id: Generated<string>; project_id: string; file_id: string; name: string; size: number }
  'fablab.repair': {
    body_id: number
    id: Generated<string>
    shared_id: Generated<string>
    data_provider: Generated<string>
    country: Generated<string>
    group_identifier: string
    event_on: string
    number: Generated<number>
    what: string
    category_id: number
    brand: Generated<string>
    year_of_manufacture: number | null
    problem: Generated<string>
    status: string | null
    barrier: Generated<string>
    grams: number | null
    arrived_at: string | null
    taken_at: string | null
    taken_by: string | null
    ended_at: string | null
  }
  'fablab.repair_part': {
    body_id: number
    id: Generated<string>
    repair_id: string
    name: string
    origin: 'bought' | 'recovered' | 'printed'
    cents: number
  }
  'fablab.repair_import': {
    body_id: number
    id: Generated<string>
    file_name: string
    taken: number
    known: number
    refused: ColumnType<readonly BadLine[], string, never>
    imported_by: string | null
    imported_at: string
  }
}
export const units = ['g', 'min', 'm', 'cm2', 'piece'] as const
export type Unit = (typeof units)[number]
export type Tables = FablabTables & KernelTables
export type Here = World<Tables>
/** The room's name in the engine booking. */
export const owner = 'fablab'
