import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'

export interface QuestionsTables {
  'questions.question': {
    body_id: number
    id: Generated<string>
    title: string
    text: string
    asked_by: string | null
    asked_at: string
    asked_on: string
    service_id: string | null
    search: Generated<unknown>
  }
}
export type Questions = Db<QuestionsTables>
