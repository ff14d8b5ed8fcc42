import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { C } from '#kernel/http'
import type { World } from '#kernel/world'
import type { Audience } from './rules/standing.ts'

type OfSurvey<Columns> = { body_id: number; survey_id: string } & Columns

export interface SurveysTables {
  'surveys.survey': {
    body_id: number
    id: Generated<string>
    title: unknown
    purpose: unknown
    asked_by: string
    follow_up: string
    audience: Audience
    closes_on: string | null
    service_id: string | null
    measure_id: string | null
    begun_by: string | null
    begun_at: string
    opened_at: string | null
    closed_at: string | null
    search: Generated<unknown>
  }
  'surveys.step': OfSurvey<{
    id: Generated<string>
    kind: 'opened' | 'prolonged' | 'corrected' | 'closed' | 'abandoned'
    reason: Generated<string>
    until: string | null
    made_by: string | null
    made_at: string
  }>
  'surveys.publication': OfSurvey<{ version: number; content: unknown; remarks: string; published_by: string | null; published_at: string }>
  'surveys.reading': OfSurvey<{
    response_id: string
    field: string
    decision: 'shown' | 'edited' | 'kept-back'
    text: string
    read_by: string | null
    read_at: string
  }>
  'surveys.effect': OfSurvey<{
    id: Generated<string>
    kind: 'decided' | 'done' | 'measured'
    text: string
    said_on: string
    said_by: string | null
    said_at: string
  }>
}
export type Surveys = Db<SurveysTables>
export type Here = World<SurveysTables>
export type Request = C<SurveysTables>
