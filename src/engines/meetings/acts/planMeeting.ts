import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import type { Assembly } from '../queries/assemblies.ts'
import type { Session } from '../queries/session.ts'
import type { Tables } from '../tables.ts'

/** What is known when a meeting is planned. Instants are ISO 8601; empty texts are unknown yet. */
export interface Plan {
  readonly title: string
  readonly place: string
  readonly address: string
  readonly link: string
  readonly startsAt: string
  readonly endsAt: string
  readonly openTo: 'anyone' | 'members'
  readonly seats: number | null
}

/** Plans a meeting; `secondOf` is the meeting that missed its quorum, if any. Returns its id. */
export const planMeeting = async (
  world: World<Tables>,
  assembly: Assembly,
  plan: Plan,
  secondOf: string | null = null,
): Promise<string> => {
  const { id } = await world.db
    .insertInto('meetings.meeting')
    .values({
      body_id: world.body.id,
      assembly_id: assembly.id,
      ...rowOf(plan),
      second_of: secondOf,
      changed_at: world.now,
      planned_by: world.actor.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('meetings.state')
    .values({
      body_id: world.body.id,
      meeting_id: id,
      state: 'planned',
      at: world.now,
      by_person: world.actor.personId,
      reason: '',
      quorum: null,
    })
    .execute()
  if (secondOf) await sameAgenda(world, secondOf, id)
  await record(world, 'meeting.planned', {
    subject: `meeting:${id}`,
    content: { owner: assembly.owner, title: plan.title, startsAt: plan.startsAt },
  })
  return id
}

/** Changes a meeting that has not begun. Once convened, the day stays: another day needs another notice. */
export const changeMeeting = async (
  world: World<Tables>,
  session: Session,
  plan: Plan,
): Promise<Verdict<'wrong-state' | 'already-convened'>> => {
  const { meeting, assembly } = session
  if (meeting.state !== 'planned' && meeting.state !== 'convened') return refused('wrong-state')
  if (meeting.state === 'convened' && meeting.startsAt.slice(0, 10) !== plan.startsAt.slice(0, 10)) return refused('already-convened')
  await world.db
    .updateTable('meetings.meeting')
    .set(eb => ({ ...rowOf(plan), sequence: eb('sequence', '+', 1), changed_at: world.now }))
    .where('body_id', '=', world.body.id)
    .where('id', '=', meeting.id)
    .execute()
  await record(world, 'meeting.changed', {
    subject: `meeting:${meeting.id}`,
    content: { owner: assembly.owner, title: plan.title, startsAt: plan.startsAt },
  })
  return allowed
}

const rowOf = (plan: Plan) => ({
  title: plan.title,
  place: plan.place,
  address: plan.address,
  link: plan.link,
  starts_at: plan.startsAt,
  ends_at: plan.endsAt,
  open_to: plan.openTo,
  seats: plan.seats,
})

/** A second convening deliberates on the same agenda. */
const sameAgenda = (world: World<Tables>, from: string, to: string) =>
  world.db
    .insertInto('meetings.item')
    .columns(['body_id', 'meeting_id', 'position', 'title', 'note', 'by_rule', 'link', 'asked_by', 'asked_at', 'added_at'])
    .expression(eb =>
      eb
        .selectFrom('meetings.item')
        .select([
          'body_id',
          eb.val(to).$castTo<string>().as('meeting_id'),
          'position',
          'title',
          'note',
          'by_rule',
          'link',
          'asked_by',
          'asked_at',
          'added_at',
        ])
        .where('body_id', '=', world.body.id)
        .where('meeting_id', '=', from)
        .where('position', 'is not', null),
    )
    .execute()
