import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { type Application, applicationsBy, type Round, roundsOf } from '../queries/rounds.ts'
import { tenanciesOf } from '../queries/tenancies.ts'
import { yearsWaited } from '../rules/priority.ts'
import type { Here } from '../schema.ts'
import { tell } from './tell.ts'

export type Asked = Pick<
  Application,
  'holder' | 'holderName' | 'withoutLand' | 'lowIncome' | 'needsRaised' | 'livesHere' | 'wishes' | 'takesAny' | 'project'
>

/** Files an application; a second one takes the place of the first, and keeps its number. @returns its number in the house */
export const apply = async (world: Here, round: Round, person: string, asked: Asked): Promise<string> => {
  const { db, body } = world
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plots:${body.id}:${round.id}`}, 0))`.execute(db)
  const said = {
    holder: asked.holder,
    holder_name: asked.holderName,
    without_land: asked.withoutLand,
    low_income: asked.lowIncome,
    needs_raised: asked.needsRaised,
    lives_here: asked.livesHere,
    wishes: asked.wishes,
    takes_any: asked.takesAny,
    project: asked.project,
    keyed_by: world.actor.onBehalf?.keyedBy ?? null,
  }
  const before = (await applicationsBy(world, person)).find(one => one.round === round.id && one.withdrawnAt === null)
  if (before) {
    await db.updateTable('plots.application').set(said).where('body_id', '=', body.id).where('id', '=', before.id).execute()
    await record(world, 'plot.corrected', { subject: `plotApplication:${before.id}`, content: { holder: asked.holder } })
    return before.id
  }
  const last = await db
    .selectFrom('plots.application')
    .select(eb => eb.fn.max('number').as('number'))
    .where('body_id', '=', body.id)
    .where('round_id', '=', round.id)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const { id } = await db
    .insertInto('plots.application')
    .values({
      ...said,
      body_id: body.id,
      round_id: round.id,
      number,
      person_id: person,
      waited_years: await waitedBy(world, round, person),
      tier: null,
      asked_at: world.now,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plot.applied', { subject: `plotApplication:${id}`, content: { number, holder: asked.holder } })
  await tell(world, { person, kind: 'applied', application: id, facts: { number, drawOn: round.drawOn, closesOn: round.closesOn } })
  return id
}

/** The rounds in a row before this one in which they asked and received nothing. */
export const waitedBy = async (world: Here, round: Round, person: string): Promise<number> => {
  const [rounds, asked, received] = [await roundsOf(world), await applicationsBy(world, person), await tenanciesOf(world, person)]
  return yearsWaited(
    rounds
      .filter(one => one.seasonFrom < round.seasonFrom)
      .map(one => ({
        asked: asked.some(application => application.round === one.id && application.withdrawnAt === null),
        received: received.some(tenancy => tenancy.round === one.id),
      })),
  )
}

export const withdraw = async (world: Here, application: Application): Promise<void> => {
  await world.db
    .updateTable('plots.application')
    .set({ withdrawn_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', application.id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(world, 'plot.withdrawn', { subject: `plotApplication:${application.id}` })
}
