import { interested } from '#engines/following'
import { record } from '#kernel/journal'
import type { College } from '#kernel/people'
import type { World } from '#kernel/service'
import type { MeasureId } from '../../schema.ts'
import type { Tables } from '../schema.ts'
import { words } from '../locales/index.ts'
import { groupOwner } from './group.ts'

const requestSubject = (id: string) => `group-request:${id}`

export interface Request {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly college: College
  readonly motive: string
  readonly askedAt: string
}

/** Requests that wait for an answer, the oldest first. */
export const waitingRequests = ({ db, body }: World<Tables>, measure: MeasureId): Promise<readonly Request[]> =>
  db
    .selectFrom('measures.group_request as r')
    .innerJoin('kernel.person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.person_id as personId', 'p.name', 'r.college', 'r.motive', 'r.asked_at as askedAt'])
    .where('r.body_id', '=', body.id)
    .where('r.measure_id', '=', measure)
    .where('r.decision', 'is', null)
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .limit(200)
    .execute()

/** What became of this person's latest request. */
export const latestRequest = ({ db, body }: World<Tables>, measure: MeasureId, person: string) =>
  db
    .selectFrom('measures.group_request')
    .select(['id', 'decision', 'reason', 'asked_at as askedAt'])
    .where('body_id', '=', body.id)
    .where('measure_id', '=', measure)
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const requestById = ({ db, body }: World<Tables>, measure: MeasureId, id: string) =>
  db
    .selectFrom('measures.group_request')
    .select(['id', 'person_id as personId', 'college', 'decision'])
    .where('body_id', '=', body.id)
    .where('measure_id', '=', measure)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const askToJoin = async (
  world: World<Tables>,
  measure: MeasureId,
  asked: { personId: string; college: College; motive: string },
) => {
  const { id } = await world.db
    .insertInto('measures.group_request')
    .values({
      body_id: world.body.id,
      measure_id: measure,
      person_id: asked.personId,
      college: asked.college,
      motive: asked.motive,
      asked_at: world.now,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await interested(world, requestSubject(id), asked.personId, 'author')
  await record(world, 'group.asked', { subject: groupOwner(measure), content: { measure, motive: asked.motive } })
}

export const decideRequest = async (
  world: World<Tables>,
  measure: { readonly id: MeasureId; readonly title: string },
  request: { id: string; personId: string },
  decision: 'accepted' | 'refused' | 'withdrawn',
  reason: string,
) => {
  await world.db
    .updateTable('measures.group_request')
    .set({ decision, reason, decided_by: world.actor.personId, decided_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', request.id)
    .execute()
  const said = `group.told.${decision}` as const
  const notify = {
    subject: requestSubject(request.id),
    title: measure.title,
    url: `/mesures/${measure.id}/groupe`,
    what: { fr: words('fr')(said, { reason }), en: words('en')(said, { reason }) },
  }
  await record(world, `group.request-${decision}`, {
    subject: groupOwner(measure.id),
    content: { measure: measure.id, person: request.personId, reason, notify },
  })
}
