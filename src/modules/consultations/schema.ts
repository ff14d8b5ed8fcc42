import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { Moderated, State, StepKind, WhoAdds } from './rules/terms.ts'

/** Digits of a bigint: never computed with. */
export type ConsultationId = string

export interface ConsultationTables {
  'consultations.consultation': {
    body_id: number
    id: Generated<ConsultationId>
    title: string
    introduction: string
    organiser: string
    purpose: string
    follow_up: string
    results_at: string
    measure_id: string | null
    service_id: string | null
    moderated: Moderated
    who_adds: WhoAdds
    state: State
    opens_on: string
    closes_on: string
    source: Generated<string>
    licence: Generated<string>
    imported: Generated<unknown>
    created_by: string | null
    created_at: string
    changed_at: string
    search: Generated<unknown>
  }
  'consultations.step': {
    body_id: number
    id: Generated<string>
    consultation_id: ConsultationId
    kind: StepKind
    at: string
    author_id: string | null
    reason: string
    closes_on: string | null
  }
}
export type Tables = ConsultationTables & KernelTables
export type Consultations = Db<Tables>
export type Here = World<Tables>
