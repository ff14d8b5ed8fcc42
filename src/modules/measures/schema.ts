import type { Generated } from 'kysely'
import type { Kind } from '#engines/outline'
import type { Db } from '#kernel/db'
import type { KernelTables } from '#kernel/service'
import type { AmendmentTables } from './amendments/tables.ts'
import type { ProposalTables } from './proposals/tables.ts'
import type { StageName } from './rules/stages.ts'

/** Digits of a bigint: never computed with. */
export type MeasureId = string

export interface MeasureTables extends AmendmentTables, ProposalTables {
  'measures.programme': {
    body_id: number
    id: Generated<string>
    title: string
    introduction: string
    source: string
    source_name: string
    format: 'markdown' | 'text' | 'csv'
    imported_by: string | null
    imported_at: string
    published_by: string | null
    published_at: string | null
    abandoned_at: string | null
  }
  'measures.programme_point': {
    body_id: number
    programme_id: string
    id: Generated<string>
    position: number
    depth: number
    kind: Kind
    number: string
    title: string
    body: string
    lines: readonly number[]
    waiting_because: string | null
    dropped_because: string | null
  }
  'measures.section': {
    body_id: number
    id: Generated<string>
    programme_id: string | null
    parent_id: string | null
    kind: 'objective' | 'theme'
    number: string
    title: string
    text: string
    position: number
  }
  'measures.measure': {
    body_id: number
    id: Generated<MeasureId>
    programme_id: string | null
    section_id: string | null
    position: number
    number: string
    title: string
    summary: string
    pilot_id: string | null
    owner_service: Generated<string>
    closes_on: string | null
    stage: Generated<StageName>
    stage_since: Generated<string>
    created_at: string
    changed_at: string
  }
  'measures.stage': {
    body_id: number
    measure_id: MeasureId
    id: Generated<string>
    stage: StageName
    reason: string
    author_id: string | null
    made_at: string
  }
  'measures.version': { body_id: number; measure_id: MeasureId; number: number; made_at: string; note: string; author_id: string | null }
  'measures.version_paragraph': {
    body_id: number
    measure_id: MeasureId
    version: number
    position: number
    paragraph: string
    text: string
  }
  'measures.version_credit': { body_id: number; measure_id: MeasureId; version: number; person_id: string; part: string }
  'measures.support': {
    body_id: number
    measure_id: MeasureId
    person_id: string
    supported_at: string
    channel: Generated<string>
    keyed_by: string | null
  }
  'measures.support_count': { body_id: number; measure_id: MeasureId; slot: number; n: number }
}
export type Measures = Db<MeasureTables & KernelTables>
