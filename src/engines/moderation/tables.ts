import type { Generated } from 'kysely'
import type { Act, SetApart } from './rules/state.ts'
import type { Signal } from './rules/signals.ts'

export interface ModerationTables {
  'moderation.rulebook': { body_id: number; version: number; introduction: string; published_at: string; published_by: string | null }
  'moderation.rule': { body_id: number; version: number; number: number; title: string; detail: string }
  'moderation.content': {
    body_id: number
    subject: string
    author_id: string | null
    url: string
    extract: string
    fingerprint: Buffer
    state: 'visible' | SetApart
    registered_at: string
  }
  'moderation.decision': {
    body_id: number
    id: Generated<string>
    subject: string
    act: Act
    signals: Generated<Signal[]>
    rule_version: number | null
    rule_number: number | null
    reason: Generated<string>
    decided_by: string | null
    decided_at: string
  }
  'moderation.report': {
    body_id: number
    subject: string
    person_id: string
    reason: string
    reported_at: string
    settled_by: string | null
  }
  'moderation.appeal': {
    body_id: number
    decision_id: string
    hidden_by: string
    filed_by: string
    text: string
    filed_at: string
    outcome: 'restored' | 'confirmed' | null
    decided_by: string | null
    decided_at: string | null
    reason: string | null
  }
  'moderation.pace_without_account': { body_id: number; kind: string; hour: string; acts: number }
  'moderation.pace': { body_id: number; kind: string; hour: string; person_id: string; acts: number }
}
