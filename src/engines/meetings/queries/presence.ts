import type { Channel } from '../rules/charter.ts'
import type { Where } from './assemblies.ts'

export interface Presence {
  readonly registrations: readonly { readonly person: string; readonly answer: 'coming' | 'excused' }[]
  readonly attendance: readonly {
    readonly person: string
    readonly channel: Channel
    readonly arrivedAt: string
    readonly leftAt: string | null
  }[]
  /** Those who are there now. */
  readonly present: readonly string[]
  /** Proxies that stand. */
  readonly proxies: readonly { readonly id: string; readonly giver: string; readonly holder: string }[]
}

/** What this person said of their coming, or null. */
export const answerOf = async ({ db, body }: Where, meeting: string, person: string): Promise<'coming' | 'excused' | null> => {
  const row = await db
    .selectFrom('meetings.registration')
    .select('answer')
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.answer ?? null
}

export const presenceOf = async ({ db, body }: Where, meeting: string): Promise<Presence> => {
  const registrations = await db
    .selectFrom('meetings.registration')
    .select(['person_id as person', 'answer'])
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .orderBy('at')
    .orderBy('person_id')
    .execute()
  const attendance = await db
    .selectFrom('meetings.attendance')
    .select(['person_id as person', 'channel', 'arrived_at as arrivedAt', 'left_at as leftAt'])
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute()
  const proxies = await db
    .selectFrom('meetings.proxy')
    .select(['id', 'giver_id as giver', 'holder_id as holder'])
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  return { registrations, attendance, proxies, present: attendance.filter(one => one.leftAt === null).map(one => one.person) }
}
