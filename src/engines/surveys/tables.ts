import type { Generated } from 'kysely'
import type { AnyDb, Db } from '#kernel/db'

type Keyed<Columns> = { body_id: number; questionnaire_id: string } & Columns

/** The tables of this engine; its callers know them only through its functions. */
export interface QuestionnairesTables {
  'questionnaires.questionnaire': {
    body_id: number
    id: Generated<string>
    subject: string
    version: Generated<number>
    content: unknown
    frozen_at: string | null
    closed_at: string | null
  }
  'questionnaires.version': Keyed<{ version: number; content: unknown; reason: string; made_by: string | null; made_at: string }>
  'questionnaires.draft': Keyed<{
    id: Generated<string>
    person_id: string | null
    device_key: Buffer | null
    code_digest: Buffer | null
    section: string | null
    language: string
    answers: unknown
    changed_at: string
  }>
  'questionnaires.participation': Keyed<{ person_id: string }>
  'questionnaires.device': Keyed<{ device_key: Buffer }>
  'questionnaires.response': Keyed<{
    id: string
    version: number
    answers: unknown
    channel: string
    language: string
    received_on: string
    sheet: number | null
  }>
  'questionnaires.sheet': Keyed<{ number: number; code: string; language: string; printed_on: string }>
  'questionnaires.keying': Keyed<{ sheet: number; turn: number; keyed_by: string | null; keyed_at: string; answers: unknown }>
  'questionnaires.settlement': Keyed<{
    sheet: number
    outcome: 'agreed' | 'settled' | 'single' | 'set-aside'
    differences: number
    reason: Generated<string>
    settled_by: string | null
    settled_at: string
  }>
  'questionnaires.export': Keyed<{
    id: Generated<string>
    total: number
    done: Generated<number>
    last_id: Generated<string>
    asked_by: string | null
    asked_at: string
    finished_at: string | null
  }>
  'questionnaires.export_part': { body_id: number; export_id: string; number: number; file_id: string; rows: number }
}
/** The engine's own tables, in anybody's transaction. */
export const own = (db: AnyDb) => db as Db<QuestionnairesTables>
