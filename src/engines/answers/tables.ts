import type { Generated } from 'kysely'
import type { ClockKind, Verdict } from './rules.ts'

export interface AnswersTables {
  'answers.clock': {
    body_id: number
    id: Generated<string>
    subject: string
    kind: ClockKind
    reason: 'threshold' | 'question' | 'consultation' | 'study' | 'appeal'
    title: string
    url: string
    in_charge: string | null
    opened_at: string
    opened_on: string
    due_on: string
  }
  'answers.answer': {
    body_id: number
    id: Generated<string>
    clock_id: string
    verdict: Verdict
    text: string
    review_on: string | null
    signed_by: string | null
    signed_name: string
    signed_function: string
    answered_at: string
    answered_on: string
  }
  'answers.appeal': { body_id: number; answer_id: string; subject: string; reason: string; filed_by: string | null; filed_at: string }
  'answers.escalation': { body_id: number; clock_id: string; person_id: string; escalated_at: string }
}
