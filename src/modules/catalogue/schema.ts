import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { RunBy } from './rules/runners.ts'

/** Digits of a bigint: never computed with. */
export type ServiceId = string

export interface CatalogueTables {
  'catalogue.service': {
    body_id: number
    id: Generated<ServiceId>
    agreement_id: number | null
    name: string
    purpose: string
    audience: string
    run_by: RunBy
    run_by_name: string
    place: string
    address: string
    access: string
    phone: string
    email: string
    website: string
    hours_note: string
    question: string
    face: string
    edition: Generated<number>
    archived_at: string | null
    changed_at: string
  }
  'catalogue.opening': { body_id: number; service_id: ServiceId; weekday: number; opens: string; closes: string }
  'catalogue.exception': { body_id: number; service_id: ServiceId; first_day: string; last_day: string; hours: string; reason: string }
  'catalogue.service_measure': { body_id: number; service_id: ServiceId; measure_id: string }
  'catalogue.edition': {
    body_id: number
    service_id: ServiceId
    number: number
    content: string
    reason: string
    author_id: string | null
    made_at: string
  }
  'catalogue.archival': {
    body_id: number
    service_id: ServiceId
    id: Generated<string>
    kind: 'archived' | 'restored'
    reason: string
    author_id: string | null
    made_at: string
  }
}
export type Tables = CatalogueTables & KernelTables
export type Catalogue = Db<Tables>
export type Here = World<Tables>
