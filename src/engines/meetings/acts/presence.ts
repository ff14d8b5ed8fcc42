import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { canGiveProxy, type ProxyRefusal } from '../rules/canGiveProxy.ts'
import type { Channel } from '../rules/charter.ts'
import { isOver } from '../rules/states.ts'
import type { Session } from '../queries/session.ts'
import type { Tables } from '../tables.ts'

/** Says whether one comes; seats for the public are given once. */
export const register = async (
  world: World<Tables>,
  session: Session,
  person: string,
  answer: 'coming' | 'excused',
): Promise<Verdict<'wrong-state' | 'members-only' | 'full'>> => {
  const { meeting } = session
  if (isOver(meeting.state) || meeting.state === 'opened') return refused('wrong-state')
  const sits = session.seats.some(seat => seat.member === person)
  if (!sits && meeting.openTo === 'members') return refused('members-only')
  if (answer === 'coming' && !sits && meeting.seats !== null && placesTaken(session, person) >= meeting.seats) return refused('full')
  await world.db
    .insertInto('meetings.registration')
    .values({ body_id: world.body.id, meeting_id: meeting.id, person_id: person, answer, at: world.now })
    .onConflict(conflict => conflict.columns(['body_id', 'meeting_id', 'person_id']).doUpdateSet({ answer, at: world.now }))
    .execute()
  await record(world, 'meeting.registered', { subject: `meeting:${meeting.id}`, content: { answer } })
  return allowed
}

const placesTaken = ({ registrations, seats }: Session, but: string) =>
  registrations.filter(one => one.answer === 'coming' && one.person !== but && !seats.some(seat => seat.member === one.person)).length

/** Notes that a member arrived; already there, nothing changes. */
export const arrive = async (
  world: World<Tables>,
  session: Session,
  person: string,
  channel: Channel,
): Promise<Verdict<'wrong-state' | 'not-a-member'>> => {
  if (!underWay(session)) return refused('wrong-state')
  if (!session.seats.some(seat => seat.member === person)) return refused('not-a-member')
  if (session.present.includes(person)) return allowed
  await world.db
    .insertInto('meetings.attendance')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      person_id: person,
      channel,
      arrived_at: world.now,
      left_at: null,
      noted_by: hand(world),
    })
    .execute()
  await record(world, 'meeting.arrived', { subject: `meeting:${session.meeting.id}`, content: { person, channel } })
  return allowed
}

export const depart = async (world: World<Tables>, session: Session, person: string): Promise<Verdict<'wrong-state'>> => {
  if (!underWay(session)) return refused('wrong-state')
  await world.db
    .updateTable('meetings.attendance')
    .set({ left_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('meeting_id', '=', session.meeting.id)
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .execute()
  await record(world, 'meeting.left', { subject: `meeting:${session.meeting.id}`, content: { person } })
  return allowed
}

export const giveProxy = async (
  world: World<Tables>,
  session: Session,
  giver: string,
  holder: string,
): Promise<Verdict<ProxyRefusal | 'wrong-state'>> => {
  if (!underWay(session)) return refused('wrong-state')
  const may = canGiveProxy({
    giver,
    holder,
    seats: session.seats,
    present: session.present,
    given: session.proxies,
    rule: session.assembly.charter.proxies,
  })
  if (!may.ok) return may
  await world.db
    .insertInto('meetings.proxy')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      giver_id: giver,
      holder_id: holder,
      given_at: world.now,
      withdrawn_at: null,
      noted_by: hand(world),
    })
    .execute()
  await record(world, 'meeting.proxy-given', { subject: `meeting:${session.meeting.id}`, content: { giver, holder } })
  return allowed
}

export const withdrawProxy = async (world: World<Tables>, session: Session, proxy: string): Promise<Verdict<'wrong-state'>> => {
  if (!underWay(session)) return refused('wrong-state')
  await world.db
    .updateTable('meetings.proxy')
    .set({ withdrawn_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('meeting_id', '=', session.meeting.id)
    .where('id', '=', proxy)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(world, 'meeting.proxy-withdrawn', { subject: `meeting:${session.meeting.id}` })
  return allowed
}

const underWay = ({ meeting }: Session) => meeting.state === 'convened' || meeting.state === 'opened'
const hand = ({ actor }: World<Tables>) => actor.onBehalf?.keyedBy ?? actor.personId
