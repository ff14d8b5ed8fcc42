import { registerContent } from '#engines/moderation'
import { record } from '#kernel/journal'
import { allowed, type Verdict, type World } from '#kernel/service'
import { lostVote } from '../lostVote.ts'
import type { Session } from '../queries/session.ts'
import type { MinorityReport, Vote } from '../queries/votes.ts'
import { canReport, canSign, type MinorityRefusal } from '../rules/minority.ts'
import type { Tables } from '../tables.ts'
import { news } from './news.ts'

export const minoritySubject = (report: string) => `minority-report:${report}`

/** A member who lost the vote says why; a second text corrects the first, until the day it is closed. */
export const writeMinorityReport = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
  text: string,
): Promise<Verdict<MinorityRefusal>> => {
  const person = world.actor.personId
  const may = canReport({ vote: lostVote(session, vote), days: session.assembly.charter.minority.days, today: world.today, person })
  if (!may.ok || person === null) return may
  const { id } = await world.db
    .insertInto('meetings.minority_report')
    .values({ body_id: world.body.id, vote_id: vote.id, text, written_by: person, written_at: world.now, corrected_at: null })
    .onConflict(conflict => conflict.columns(['body_id', 'vote_id', 'written_by']).doUpdateSet({ text, corrected_at: world.now }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const url = `/votes/${vote.id}`
  await registerContent(world, {
    subject: minoritySubject(id),
    authorId: person,
    text,
    url: `${session.assembly.path}/${session.meeting.id}${url}`,
  })
  await record(world, 'meeting.minority-reported', {
    subject: `meeting:${session.meeting.id}`,
    content: { owner: session.assembly.owner, vote: vote.id, report: id, notify: news(session, 'news.minority', url) },
  })
  return allowed
}

/** Another member of the minority joins their name. */
export const signMinorityReport = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
  report: MinorityReport,
): Promise<Verdict<MinorityRefusal>> => {
  const person = world.actor.personId
  const facts = { vote: lostVote(session, vote), days: session.assembly.charter.minority.days, today: world.today, person }
  const may = canSign({ ...facts, author: report.writtenBy, signed: report.signedBy })
  if (!may.ok || person === null) return may
  await world.db
    .insertInto('meetings.minority_signature')
    .values({ body_id: world.body.id, report_id: report.id, person_id: person, at: world.now })
    .execute()
  await record(world, 'meeting.minority-signed', {
    subject: `meeting:${session.meeting.id}`,
    content: { owner: session.assembly.owner, vote: vote.id, report: report.id },
  })
  return allowed
}
