import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { delayKept, type DelayCount } from '../rules/delayKept.ts'
import { canBecome, type State } from '../rules/states.ts'
import { dayInParis } from '#kernel/clock'
import { news } from './news.ts'
import { liveQuorum } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import type { Tables } from '../tables.ts'

export type StateRefusal =
  | 'wrong-state'
  | 'delay-not-kept'
  | 'empty-agenda'
  | 'no-quorum'
  | 'quorum-reached'
  | 'vote-open'
  | 'reason-missing'
  | 'note-missing'

/** How the notice would be counted if it were sent today. */
export const noticeToday = (world: Pick<World, 'today'>, session: Session): DelayCount => {
  const { quorum, convening } = session.assembly.charter
  const delay = session.meeting.secondOf && quorum.second ? quorum.second : convening.delay
  return delayKept(world.today, dayInParis(session.meeting.startsAt), delay)
}

/** Sends the notice. Late, it needs a reason, and the charter's shorter delay for urgent matters. */
export const convene = async (world: World<Tables>, session: Session, urgentReason: string): Promise<Verdict<StateRefusal>> => {
  const may = canBecome(session.meeting.state, 'convened')
  if (!may.ok) return may
  const agenda = session.items.filter(item => item.position !== null)
  if (agenda.length === 0) return refused('empty-agenda')
  if (session.assembly.charter.agenda.noteRequired && agenda.some(item => item.note.trim() === '')) return refused('note-missing')
  let notice = noticeToday(world, session)
  const isLate = !notice.kept
  const { urgent } = session.assembly.charter.convening
  if (!notice.kept) {
    if (!urgent) return refused('delay-not-kept')
    notice = delayKept(world.today, notice.heldOn, urgent)
    if (!notice.kept) return refused('delay-not-kept')
    if (urgentReason === '') return refused('reason-missing')
  }
  await world.db
    .insertInto('meetings.convening')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      sent_at: world.now,
      delay: JSON.stringify(notice),
      urgent_reason: isLate ? urgentReason : null,
      sent_by: world.actor.personId,
    })
    .execute()
  await enter(world, session, 'convened', isLate ? urgentReason : '')
  return allowed
}

export const cancel = async (world: World<Tables>, session: Session, reason: string): Promise<Verdict<StateRefusal>> => {
  const may = canBecome(session.meeting.state, 'cancelled')
  if (!may.ok) return may
  await enter(world, session, 'cancelled', reason)
  return allowed
}

/** Opens the session when enough members are there. */
export const open = async (world: World<Tables>, session: Session): Promise<Verdict<StateRefusal>> => {
  const may = canBecome(session.meeting.state, 'opened')
  if (!may.ok) return may
  if (!liveQuorum(session).reached) return refused('no-quorum')
  await enter(world, session, 'opened', '')
  return allowed
}

/** Parts for want of quorum; a second convening may follow. */
export const adjourn = async (world: World<Tables>, session: Session): Promise<Verdict<StateRefusal>> => {
  const may = canBecome(session.meeting.state, 'adjourned')
  if (!may.ok) return may
  if (liveQuorum(session).reached) return refused('quorum-reached')
  await enter(world, session, 'adjourned', '')
  await everyoneLeaves(world, session)
  return allowed
}

export const close = async (world: World<Tables>, session: Session): Promise<Verdict<StateRefusal>> => {
  const may = canBecome(session.meeting.state, 'closed')
  if (!may.ok) return may
  if (session.votes.some(vote => vote.closedAt === null)) return refused('vote-open')
  await enter(world, session, 'closed', '')
  await everyoneLeaves(world, session)
  return allowed
}

const enter = async (world: World<Tables>, session: Session, state: State, reason: string) => {
  const { meeting, assembly } = session
  const quorum = state === 'opened' || state === 'adjourned' || state === 'closed' ? JSON.stringify(liveQuorum(session)) : null
  await world.db
    .insertInto('meetings.state')
    .values({ body_id: world.body.id, meeting_id: meeting.id, state, at: world.now, by_person: world.actor.personId, reason, quorum })
    .execute()
  if (state === 'cancelled' || state === 'convened')
    await world.db
      .updateTable('meetings.meeting')
      .set(eb => ({ sequence: eb('sequence', '+', 1), changed_at: world.now }))
      .where('body_id', '=', world.body.id)
      .where('id', '=', meeting.id)
      .execute()
  const told = state === 'convened' || state === 'cancelled' ? { notify: news(session, `news.${state}`) } : {}
  await record(world, `meeting.${state}`, {
    subject: `meeting:${meeting.id}`,
    content: { owner: assembly.owner, title: meeting.title, reason, ...told },
  })
}

const everyoneLeaves = (world: World<Tables>, { meeting }: Session) =>
  world.db
    .updateTable('meetings.attendance')
    .set({ left_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('meeting_id', '=', meeting.id)
    .where('left_at', 'is', null)
    .execute()
