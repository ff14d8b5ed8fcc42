import { defineEngine } from '#kernel/service'
import { tellMembers } from './letters.ts'
import { meetingsCalendar } from './meetingsCalendar.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { publishedMinutes } from './publishedMinutes.ts'
import { retention } from './retention.ts'
import { samples } from './samples.ts'

/** Assemblies that meet: notice, quorum, proxies, votes and minutes, under a charter that is data. */
export const meetings = defineEngine({
  id: 'meetings',
  title: { fr: 'Réunions', en: 'Meetings' },
  migrations: new URL('./migrations/', import.meta.url),
  events: {
    'meeting.convened': tellMembers('convened'),
    'meeting.changed': tellMembers('changed'),
    'meeting.cancelled': tellMembers('cancelled'),
  },
  calendar: meetingsCalendar,
  changes: publishedMinutes,
  personalData,
  retention,
  openData,
  samples,
})

export { meetingRoutes } from './meetingRoutes.tsx'
export { personCalendarRoutes } from './routes/calendarRoutes.ts'
export { meetingsWorld, type MeetingsMount } from './mount.ts'
export type { MeetingsTables } from './tables.ts'
export {
  assemblyOf,
  endMandate,
  ensureAssembly,
  mandatesOf,
  prolongMandate,
  renameAssembly,
  seatMember,
  type Assembly,
} from './queries/assemblies.ts'
export { changeCharter, charterVersions, foundingCharter, type CharterVersion } from './queries/charters.ts'
export { closedVotes, type ClosedVote } from './queries/closedVotes.ts'
export { decisionsOf, sittingsBetween, type Decision, type Sitting } from './queries/decisions.ts'
export { meetingsBetween, meetingsOf, meetingsOfPerson, type Meeting } from './queries/meetings.ts'
export { heldSession, sessionOf, type Session } from './queries/session.ts'
export { answerOf } from './queries/presence.ts'
export { liveQuorum, votersNow } from './liveQuorum.ts'
export { changeMeeting, planMeeting, type Plan } from './acts/planMeeting.ts'
export { adjourn, cancel, close, convene, open } from './acts/changeState.ts'
export { askItem, askManner, noteDiscussion, placeItem, supportItem } from './acts/agenda.ts'
export { arrive, depart, giveProxy, register, withdrawProxy } from './acts/presence.ts'
export { castBallots, closeVote, countPapers, postponeVote, openVote, ruleUrgency, urgencyOf, withdraw } from './acts/votes.ts'
export { signMinorityReport, writeMinorityReport } from './acts/minority.ts'
export { addDocument, approveMinutes, writeMinutes } from './acts/minutes.ts'
export { minutesOf } from './minutesOf.ts'
export { calendarOf, type CalendarEvent } from '#kernel/calendar'
export { calendarKey } from './calendar/calendarKey.ts'
export {
  Charter,
  charterFrom,
  colleges,
  delayKinds,
  groupCharter,
  type College,
  type Delay,
  type Majority,
  type Manner,
  manners,
  type Share,
} from './rules/charter.ts'
export { delayKept, earliestMeeting, latestConvening, type DelayCount } from './rules/delayKept.ts'
export { frenchHolidays, isWorkingDay, type Territory } from './rules/frenchHolidays.ts'
export { quorumOf, type Quorum } from './rules/quorumOf.ts'
export { resultOf, type Result } from './rules/resultOf.ts'
export { sittingOn, type Mandate, type Seat } from './rules/sitting.ts'
export { instantInParis, parisTime } from '#kernel/rules'
