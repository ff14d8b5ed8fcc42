import type { Generated } from 'kysely'

export interface MailTables {
  'mail.message': {
    body_id: number
    id: string
    person_id: string | null
    address: string
    subject: string
    text: string
    html: string | null
    locale: string
    unsubscribe_url: string | null
    queued_at: string
    due_at: string
    attempts: Generated<number>
    sent_at: string | null
    abandoned_at: string | null
    failure: string | null
  }
  'mail.refusal': { body_id: number; address: string; reason: string; refused_at: string }
}
