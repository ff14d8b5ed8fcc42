import { dayInParis } from '#kernel/clock'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { canAddItem, type ItemRefusal } from '../rules/canAddItem.ts'
import type { Item } from '../queries/agenda.ts'
import type { Session } from '../queries/session.ts'
import { news } from './news.ts'
import type { Tables } from '../tables.ts'

type AgendaRefusal = ItemRefusal | 'wrong-state' | 'not-a-member'

/** Puts an item on the agenda (whoever runs the meeting), or asks for it (a member). */
export const askItem = async (
  world: World<Tables>,
  session: Session,
  item: { title: string; note: string; link?: string },
  by: 'chair' | 'members',
): Promise<Verdict<AgendaRefusal>> => {
  if (!beforeIt(session)) return refused('wrong-state')
  const may = canAddItem({ by, asking: 1, ...agendaFacts(world, session) })
  if (!may.ok && (by === 'chair' || may.because !== 'not-enough-members')) return may
  const position = may.ok ? nextPosition(session) : null
  const { id } = await world.db
    .insertInto('meetings.item')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      position,
      title: item.title,
      note: item.note,
      link: item.link ?? '',
      asked_by: world.actor.personId,
      asked_at: world.now,
      added_at: position === null ? null : world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (by === 'members') await support(world, id)
  await tell(world, session, position === null ? 'item-asked' : 'item-added', item.title)
  return allowed
}

/** A rule puts an item on the agenda by itself, whatever the delays of the chair and the members; members are told. */
export const placeItem = async (
  world: World<Tables>,
  session: Session,
  item: { title: string; note: string; byRule: string; link: string },
): Promise<Verdict<'wrong-state'>> => {
  if (!beforeIt(session)) return refused('wrong-state')
  await world.db
    .insertInto('meetings.item')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      position: nextPosition(session),
      title: item.title,
      note: item.note,
      by_rule: item.byRule,
      link: item.link,
      asked_by: null,
      asked_at: world.now,
      added_at: world.now,
    })
    .execute()
  const { meeting, assembly } = session
  await record(world, 'meeting.item-placed', {
    subject: `meeting:${meeting.id}`,
    content: { owner: assembly.owner, title: item.title, notify: news(session, 'news.placed', '#ordre-du-jour') },
  })
  return allowed
}

/** One more member asks for an item; with enough of them it joins the agenda. */
export const supportItem = async (world: World<Tables>, session: Session, item: Item): Promise<Verdict<AgendaRefusal>> => {
  if (!beforeIt(session) || item.position !== null) return refused('wrong-state')
  await support(world, item.id)
  const asking = new Set([...item.asking, world.actor.personId ?? '']).size
  const may = canAddItem({ by: 'members', asking, ...agendaFacts(world, session) })
  if (!may.ok) return may.because === 'not-enough-members' ? allowed : may
  await world.db
    .updateTable('meetings.item')
    .set({ position: nextPosition(session), added_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', item.id)
    .execute()
  await tell(world, session, 'item-added', item.title)
  return allowed
}

/** A member present asks that an item be voted in secret, or voice by voice; null withdraws what was asked. */
export const askManner = async (
  world: World<Tables>,
  session: Session,
  item: Item,
  person: string,
  manner: 'named' | 'secret' | null,
): Promise<Verdict<'wrong-state' | 'not-present' | 'manner-not-asked-here'>> => {
  if (session.assembly.charter.vote.asking === undefined) return refused('manner-not-asked-here')
  if (session.meeting.state !== 'opened') return refused('wrong-state')
  if (!session.present.includes(person)) return refused('not-present')
  const noted = { noted_by: world.actor.onBehalf?.keyedBy ?? world.actor.personId, at: world.now }
  if (manner === null)
    await world.db
      .deleteFrom('meetings.manner_asking')
      .where('body_id', '=', world.body.id)
      .where('item_id', '=', item.id)
      .where('person_id', '=', person)
      .execute()
  else
    await world.db
      .insertInto('meetings.manner_asking')
      .values({ body_id: world.body.id, item_id: item.id, person_id: person, manner, ...noted })
      .onConflict(conflict => conflict.columns(['body_id', 'item_id', 'person_id']).doUpdateSet({ manner, ...noted }))
      .execute()
  await record(world, 'meeting.manner-asked', {
    subject: `meeting:${session.meeting.id}`,
    content: { item: item.id, person, manner: manner ?? 'none' },
  })
  return allowed
}

/** Notes what was said on an item. */
export const noteDiscussion = (world: World<Tables>, item: string, discussion: string) =>
  world.db.updateTable('meetings.item').set({ discussion }).where('body_id', '=', world.body.id).where('id', '=', item).execute()

const beforeIt = ({ meeting }: Session) => meeting.state === 'planned' || meeting.state === 'convened'
const agendaFacts = (world: World<Tables>, session: Session) => ({
  sitting: session.seats.length,
  today: world.today,
  heldOn: dayInParis(session.meeting.startsAt),
  convened: session.convening !== null,
  rule: session.assembly.charter.agenda,
})
const nextPosition = (session: Session) => 1 + Math.max(0, ...session.items.map(item => item.position ?? 0))
const support = (world: World<Tables>, item: string) =>
  world.db
    .insertInto('meetings.item_asking')
    .values({ body_id: world.body.id, item_id: item, person_id: world.actor.personId ?? '', at: world.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
const tell = (world: World<Tables>, { meeting, assembly }: Session, what: 'item-asked' | 'item-added', title: string) =>
  record(world, `meeting.${what}`, { subject: `meeting:${meeting.id}`, content: { owner: assembly.owner, title } })
