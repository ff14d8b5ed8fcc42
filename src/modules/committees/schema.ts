import type { ColumnType, Generated } from 'kysely'
import type { College } from '#engines/meetings'
import type { KernelTables, World } from '#kernel/service'
import type { CatalogueTables } from '#modules/catalogue'
import type { Designation } from './rules/composition.ts'
import type { FileKind, Opinion } from './rules/yearlyFile.ts'

export interface CommitteesTables {
  'committees.committee': {
    body_id: number
    id: Generated<string>
    kind: Kind
    name: string
    purpose: string
    theme: string
    act: string
    act_on: string
    act_url: string
    model: string
    created_by: string | null
    created_at: string
  }
  'committees.committee_service': { body_id: number; committee_id: string; service_id: string }
  'committees.dissolution': {
    body_id: number
    committee_id: string
    ended_on: string
    reason: string
    by_person: string | null
    at: string
  }
  'committees.seat': {
    body_id: number
    id: Generated<string>
    committee_id: string
    college: College
    label: string
    designation: Designation
    added_by: string | null
    added_at: string
    removed_at: string | null
  }
  'committees.mandate': {
    body_id: number
    id: Generated<string>
    committee_id: string
    seat_id: string
    person_id: string
    substitute: boolean
    since: string
    until: string | null
    record: string
    record_url: string
    added_by: string | null
    added_at: string
    end_reason: Generated<string>
    ended_by: string | null
  }
  'committees.candidacy': {
    body_id: number
    id: Generated<string>
    committee_id: string
    person_id: string
    motive: string
    applied_at: string
    decision: 'accepted' | 'refused' | 'withdrawn' | null
    reason: Generated<string>
    decided_by: string | null
    decided_at: string | null
  }
  'committees.returned_item': {
    body_id: number
    id: Generated<string>
    committee_id: string
    event: string
    title: string
    url: string
    /** Read as a value, written as its JSON text. */
    why: ColumnType<Record<string, string>, string, string>
    received_at: string
    meeting_id: string | null
    placed_at: string | null
  }
  'committees.file_item': {
    body_id: number
    id: Generated<string>
    committee_id: string
    year: number
    kind: FileKind
    title: string
    service_id: string | null
    document_url: string
    received_on: string | null
    meeting_id: string | null
    opinion: Opinion
    note: string
    changed_by: string | null
    changed_at: string
  }
  'committees.presentation': {
    body_id: number
    committee_id: string
    year: number
    presented_on: string
    act: string
    noted_by: string | null
    noted_at: string
  }
}
export const kinds = ['services', 'theme', 'ccspl'] as const
export type Kind = (typeof kinds)[number]

export type Tables = CommitteesTables & CatalogueTables & KernelTables
export type Here = World<Tables>
