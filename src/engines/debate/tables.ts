import type { Generated } from 'kysely'
import type { College } from '#kernel/people'
import type { Quality, Side, Stance } from './rules/terms.ts'

export interface DebateTables {
  'debate.argument': {
    body_id: number
    id: Generated<string>
    subject: string
    stance: Stance | 'reply'
    parent_id: string | null
    author_id: string | null
    college: College | null
    channel: Generated<string>
    keyed_by: string | null
    text: string
    revision: Generated<number>
    filed_at: string
    edited_at: string | null
  }
  'debate.revision': { body_id: number; argument_id: string; number: number; text: string; written_at: string }
  'debate.source': { body_id: number; argument_id: string; revision: number; position: number; url: string; title: string }
  'debate.withdrawal': { body_id: number; argument_id: string; withdrawn_at: string }
  'debate.answer': { body_id: number; argument_id: string; url: string; answered_by: string | null; answered_at: string }
  'debate.support': { body_id: number; argument_id: string; person_id: string; quality: Quality; side: Side; given_at: string }
  'debate.tally': {
    body_id: number
    argument_id: string
    argued: Generated<number>
    sourced: Generated<number>
    taught: Generated<number>
    supporters: Generated<number>
    others: Generated<number>
  }
  'debate.passer': { body_id: number; subject: string; person_id: string; side: Side; last_day: string }
}
