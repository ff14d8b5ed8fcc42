import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { type ApprovalRefusal, canApproveMinutes } from '../rules/canApproveMinutes.ts'
import { news } from './news.ts'
import { liveQuorum } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import type { Tables } from '../tables.ts'

/** Writes a new version; earlier ones stay. Approved minutes no longer change. */
export const writeMinutes = async (
  world: World<Tables>,
  session: Session,
  text: string,
): Promise<Verdict<'wrong-state' | 'already-approved'>> => {
  if (session.meeting.state !== 'closed' && session.meeting.state !== 'adjourned') return refused('wrong-state')
  if (session.approval) return refused('already-approved')
  const version = (session.minutes[0]?.version ?? 0) + 1
  await world.db
    .insertInto('meetings.minutes')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      version,
      text,
      written_by: world.actor.personId,
      written_at: world.now,
    })
    .execute()
  await record(world, 'meeting.minutes-written', {
    subject: `meeting:${session.meeting.id}`,
    content: { owner: session.assembly.owner, version },
  })
  return allowed
}

/** The assembly, in session, approves the minutes of an earlier meeting: they are published as they stand. */
export const approveMinutes = async (
  world: World<Tables>,
  earlier: Session,
  approving: Session,
  remarks: string,
): Promise<Verdict<ApprovalRefusal>> => {
  const may = canApproveMinutes({
    versions: earlier.minutes.length,
    approved: earlier.approval !== null,
    heldAt: earlier.meeting.startsAt,
    approving: { startsAt: approving.meeting.startsAt, state: approving.meeting.state, quorumReached: liveQuorum(approving).reached },
  })
  if (!may.ok) return may
  await world.db
    .insertInto('meetings.minutes_approval')
    .values({
      body_id: world.body.id,
      meeting_id: earlier.meeting.id,
      version: earlier.minutes[0]?.version ?? 0,
      approved_at_meeting: approving.meeting.id,
      at: world.now,
      by_person: world.actor.personId,
      remarks,
    })
    .execute()
  await record(world, 'meeting.minutes-approved', {
    subject: `meeting:${earlier.meeting.id}`,
    content: { owner: earlier.assembly.owner, title: earlier.meeting.title, notify: news(earlier, 'news.minutes', '/proces-verbal') },
  })
  return allowed
}

export const addDocument = async (world: World<Tables>, session: Session, document: { title: string; url: string }): Promise<void> => {
  await world.db
    .insertInto('meetings.document')
    .values({ body_id: world.body.id, meeting_id: session.meeting.id, ...document, added_by: world.actor.personId, added_at: world.now })
    .execute()
  await record(world, 'meeting.document-added', { subject: `meeting:${session.meeting.id}`, content: { title: document.title } })
}
