import { dayInParis } from '#kernel/clock'
import { personNames } from '#kernel/people'
import { type Mandate, sittingOn } from '../rules/sitting.ts'
import { type Assembly, mandatesOf, type Where } from './assemblies.ts'
import { type Meeting, meetingById } from './meetings.ts'
import { agendaOf, type Item } from './agenda.ts'
import { presenceOf, type Presence } from './presence.ts'
import { recordsOf, type Records } from './records.ts'
import { charterOn, charterVersions } from './charters.ts'
import { votesOf, type Vote } from './votes.ts'

/** Everything known of one meeting, as rules and pages see it. */
export interface Session extends Presence, Records {
  readonly assembly: Assembly
  readonly meeting: Meeting
  /** Who sits on the day of the meeting. */
  readonly seats: readonly Mandate[]
  readonly items: readonly Item[]
  readonly votes: readonly Vote[]
  readonly names: ReadonlyMap<string, string>
}

/** The whole of a meeting of this assembly, or undefined. */
export const sessionOf = async (where: Where, known: Assembly, id: string): Promise<Session | undefined> => {
  const meeting = await meetingById(where, known.id, id)
  if (!meeting) return undefined
  // A change of the rules that is still to come may already be known: the meeting follows those of its own day.
  const rules = charterOn(await charterVersions(where, known.id), dayInParis(meeting.startsAt))
  const assembly = { ...known, charter: rules ?? known.charter }
  const mandates = await mandatesOf(where, assembly.id)
  const items = await agendaOf(where, id)
  const presence = await presenceOf(where, id)
  const votes = await votesOf(where, id)
  const records = await recordsOf(where, id)
  const seats = sittingOn(mandates, dayInParis(meeting.startsAt))
  const people = [
    ...mandates.map(one => one.member),
    ...presence.attendance.map(one => one.person),
    ...presence.registrations.map(one => one.person),
    ...items.flatMap(one => [one.askedBy ?? '', ...one.asking, ...one.mannersAsked.map(asked => asked.person)]),
    ...presence.proxies.flatMap(one => [one.giver, one.holder]),
    ...votes.flatMap(one => [...one.ballots.map(ballot => ballot.member), ...one.withdrawn.map(away => away.member)]),
    ...votes.map(one => one.presidedBy ?? ''),
    ...votes.flatMap(one => one.reports.flatMap(report => [report.writtenBy, ...report.signedBy])),
    ...records.states.map(one => one.by ?? ''),
    ...records.minutes.map(one => one.writtenBy ?? ''),
  ]
  const names = await personNames(where.db, people.filter(Boolean))
  return { assembly, meeting, seats, items, votes, names, ...presence, ...records }
}

/** The same, for someone about to change it: until the transaction ends nobody else changes this meeting, and what is read is the latest. */
export const heldSession = async (where: Where, assembly: Assembly, id: string): Promise<Session | undefined> => {
  await where.db.selectFrom('meetings.meeting').select('id').where('body_id', '=', where.body.id).where('id', '=', id).forUpdate().execute()
  return sessionOf(where, assembly, id)
}
