import type { Generated } from 'kysely'
import type { Because, Rhythm } from './rules.ts'

export interface FollowingTables {
  'following.interest': { body_id: number; subject: string; person_id: string; because: Because; since: string }
  'following.leave': { body_id: number; subject: string; person_id: string; left_at: string }
  'following.rhythm': { body_id: number; person_id: string; rhythm: Rhythm; changed_at: string }
  'following.notification': {
    body_id: number
    id: Generated<string>
    person_id: string
    event: string
    subject: string
    title: string
    url: string
    what: unknown
    because: Because
    happened_at: string
    read_at: string | null
    settled_at: string | null
  }
  'following.digest': { body_id: number; person_id: string; sent_on: string; sent_at: string }
}
