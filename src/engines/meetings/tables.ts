import type { ColumnType, Generated } from 'kysely'
import type { BodyTables } from '#kernel/db'
import type { PeopleTables } from '#kernel/people'
import type { Channel, Charter, College, Majority, Manner } from './rules/charter.ts'
import type { DelayCount } from './rules/delayKept.ts'
import type { Quorum } from './rules/quorumOf.ts'
import type { Choice, Result } from './rules/resultOf.ts'
import type { State } from './rules/states.ts'

/** Read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string, string>

/** Identifiers are texts of digits; instants are ISO 8601; days are `'YYYY-MM-DD'`. */
export interface MeetingsTables {
  'meetings.assembly': {
    body_id: number
    id: Generated<string>
    owner: string
    name: string
    path: string
    charter: Json<Charter>
    created_at: string
  }
  'meetings.member': {
    body_id: number
    id: Generated<string>
    assembly_id: string
    person_id: string
    college: College
    role: 'chair' | 'secretary' | 'member'
    since: string
    until: string | null
    added_by: string | null
  }
  'meetings.meeting': {
    body_id: number
    id: Generated<string>
    assembly_id: string
    title: string
    place: string
    address: string
    link: string
    starts_at: string
    ends_at: string
    open_to: 'anyone' | 'members'
    seats: number | null
    second_of: string | null
    sequence: Generated<number>
    changed_at: string
    planned_by: string | null
  }
  'meetings.state': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    state: State
    at: string
    by_person: string | null
    reason: string
    quorum: ColumnType<Quorum | null, string | null, never>
  }
  'meetings.convening': {
    body_id: number
    meeting_id: string
    sent_at: string
    delay: Json<DelayCount>
    urgent_reason: string | null
    sent_by: string | null
  }
  'meetings.item': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    position: number | null
    title: string
    note: string
    discussion: Generated<string>
    asked_by: string | null
    asked_at: string
    added_at: string | null
    by_rule: Generated<string>
    link: Generated<string>
  }
  'meetings.item_asking': { body_id: number; item_id: string; person_id: string; at: string }
  'meetings.manner_asking': {
    body_id: number
    item_id: string
    person_id: string
    manner: 'named' | 'secret'
    noted_by: string | null
    at: string
  }
  'meetings.urgency_ruling': {
    body_id: number
    meeting_id: string
    accepted: boolean
    votes_for: number
    votes_against: number
    abstentions: number
    noted_by: string | null
    at: string
  }
  'meetings.registration': { body_id: number; meeting_id: string; person_id: string; answer: 'coming' | 'excused'; at: string }
  'meetings.attendance': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    person_id: string
    channel: Channel
    arrived_at: string
    left_at: string | null
    noted_by: string | null
  }
  'meetings.proxy': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    giver_id: string
    holder_id: string
    given_at: string
    withdrawn_at: string | null
    noted_by: string | null
  }
  'meetings.vote': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    item_id: string
    question: string
    manner: Manner
    majority: Json<Majority>
    opened_at: string
    opened_by: string | null
    closed_at: string | null
    result: ColumnType<Result | null, string | null, string | null>
    presided_by: string | null
    nomination: Generated<boolean>
    open_by_unanimity: Generated<boolean>
  }
  'meetings.ballot': {
    body_id: number
    vote_id: string
    manner: Manner
    person_id: string
    choice: Choice
    cast_by: string | null
    at: string
  }
  'meetings.paper_count': {
    body_id: number
    vote_id: string
    college: College | 'all'
    votes_for: number
    votes_against: number
    abstentions: number
    blanks: number
    counted_by: string | null
    at: string
  }
  'meetings.withdrawal': { body_id: number; vote_id: string; person_id: string; reason: string; noted_by: string | null; at: string }
  'meetings.minutes': { body_id: number; meeting_id: string; version: number; text: string; written_by: string | null; written_at: string }
  'meetings.minutes_approval': {
    body_id: number
    meeting_id: string
    version: number
    approved_at_meeting: string
    at: string
    by_person: string | null
    remarks: string
  }
  'meetings.charter_version': {
    body_id: number
    assembly_id: string
    number: number
    charter: Json<Charter>
    since: string
    reason: string
    source: string
    changed_by: string | null
    changed_at: string
  }
  'meetings.minority_report': {
    body_id: number
    id: Generated<string>
    vote_id: string
    text: string
    written_by: string
    written_at: string
    corrected_at: string | null
  }
  'meetings.minority_signature': { body_id: number; report_id: string; person_id: string; at: string }
  'meetings.document': {
    body_id: number
    id: Generated<string>
    meeting_id: string
    title: string
    url: string
    added_by: string | null
    added_at: string
  }
}
/** What the engine's own queries see. */
export type Tables = MeetingsTables & PeopleTables & BodyTables
