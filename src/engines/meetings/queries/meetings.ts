import { sql } from '#kernel/db'
import type { State } from '../rules/states.ts'
import type { Where } from './assemblies.ts'

/** A meeting as lists show it. Instants are ISO 8601. */
export interface Meeting {
  readonly id: string
  readonly assemblyId: string
  readonly title: string
  readonly place: string
  readonly address: string
  readonly link: string
  readonly startsAt: string
  readonly endsAt: string
  readonly openTo: 'anyone' | 'members'
  readonly seats: number | null
  readonly secondOf: string | null
  readonly sequence: number
  readonly changedAt: string
  readonly state: State
  readonly minutesApproved: boolean
}

/** Meetings of an assembly, latest first. */
export const meetingsOf = (where: Where, assembly: string, limit = 200): Promise<readonly Meeting[]> =>
  selectMeetings(where).where('m.assembly_id', '=', assembly).orderBy('m.starts_at', 'desc').orderBy('m.id', 'desc').limit(limit).execute()

export const meetingById = (where: Where, assembly: string, id: string): Promise<Meeting | undefined> =>
  selectMeetings(where).where('m.assembly_id', '=', assembly).where('m.id', '=', id).executeTakeFirst()

/** Meetings this person sits at, or said they would come to; earliest first. */
export const meetingsOfPerson = (where: Where, person: string, from: string, limit = 200) =>
  selectMeetings(where)
    .innerJoin('meetings.assembly as a', join => join.onRef('a.body_id', '=', 'm.body_id').onRef('a.id', '=', 'm.assembly_id'))
    .select(['a.name as assemblyName', 'a.path'])
    .where('m.starts_at', '>=', from)
    .where(sql<boolean>`(exists (select from meetings.member s where s.body_id = m.body_id and s.assembly_id = m.assembly_id and s.person_id = ${person}
        and s.since <= (m.starts_at at time zone 'Europe/Paris')::date and (s.until is null or s.until >= (m.starts_at at time zone 'Europe/Paris')::date))
      or exists (select from meetings.registration r where r.body_id = m.body_id and r.meeting_id = m.id and r.person_id = ${person} and r.answer = 'coming'))`)
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(limit)
    .execute()

/** Every meeting of the commune that starts between two instants and was announced, for its calendar. */
export const meetingsBetween = (where: Where, from: string, to: string, limit = 500) =>
  selectMeetings(where)
    .innerJoin('meetings.assembly as a', join => join.onRef('a.body_id', '=', 'm.body_id').onRef('a.id', '=', 'm.assembly_id'))
    .select(['a.name as assemblyName', 'a.path'])
    .where('m.starts_at', '>=', from)
    .where('m.starts_at', '<', to)
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(limit)
    .execute()

const selectMeetings = ({ db, body }: Where) =>
  db
    .selectFrom('meetings.meeting as m')
    .where('m.body_id', '=', body.id)
    .select([
      'm.id',
      'm.assembly_id as assemblyId',
      'm.title',
      'm.place',
      'm.address',
      'm.link',
      'm.starts_at as startsAt',
      'm.ends_at as endsAt',
      'm.open_to as openTo',
      'm.seats',
      'm.second_of as secondOf',
      'm.sequence',
      'm.changed_at as changedAt',
    ])
    .select(eb => [
      eb
        .selectFrom('meetings.state as s')
        .whereRef('s.body_id', '=', 'm.body_id')
        .whereRef('s.meeting_id', '=', 'm.id')
        .select('s.state')
        .orderBy('s.id', 'desc')
        .limit(1)
        .$castTo<State>() // a meeting is written together with its first state
        .as('state'),
      sql<boolean>`exists (select from meetings.minutes_approval p where p.body_id = m.body_id and p.meeting_id = m.id)`.as(
        'minutesApproved',
      ),
    ])
    .$narrowType<{ state: State }>()
