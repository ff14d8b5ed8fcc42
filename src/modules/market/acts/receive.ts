import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { MarketDay } from '../queries/markets.ts'
import { squareOf } from '../queries/squareOf.ts'
import { type Act, after, type Effect, effectsOf, nextNumber, type Square } from '../rules/square.ts'
import { takeable } from '../rules/sync.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'
import { keepEffect } from './keepEffect.ts'

export type Outcome = 'done' | 'clash' | 'nothing'
export interface Received {
  readonly square: Square
  /** Every act of that device and day that is kept here, sent now or before. */
  readonly kept: readonly { readonly uid: string; readonly outcome: string }[]
}

/** The book of a device, opened the first time it is seen. */
export const bookOf = async (world: Here, key: string): Promise<string> => {
  const { db, body } = world
  await db
    .insertInto('market.device')
    .values({ body_id: body.id, key, person_id: pen(world), since: world.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { id } = await db
    .selectFrom('market.device')
    .select('id')
    .where('body_id', '=', body.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Takes what a device did: each act once (its name is unique), in the order in which that device did them; a retry, a double or a late
 * one changes nothing. The day is held meanwhile, so that two devices come one after the other: the order of arrival is the order.
 */
export const receive = async (world: Here, day: MarketDay, book: string, sent: readonly Act[]): Promise<Received> => {
  const { db, body } = world
  await sql`select from market.day where body_id = ${body.id} and id = ${day.id} for update`.execute(db)
  const { rows } = await sql<{ uid: string; outcome: string; last: number }>`
    select uid, outcome, sequence as last from market.act where body_id = ${body.id} and day_id = ${day.id} and device_id = ${book} order by sequence`.execute(
    db,
  )
  const last = rows.at(-1)?.last ?? 0
  const elsewhere = await known(world, sent)
  let square = await squareOf(world, day)
  const kept = rows.map(({ uid, outcome }) => ({ uid, outcome }))
  for (const act of takeable(sent, elsewhere, last)) {
    // A book has no gap: what comes with another number than the next waits, and the device is told.
    if ('number' in act && act.number !== nextNumber(square, book)) break
    const effects = effectsOf(square, act)
    const applied: Effect[] = []
    for (const effect of effects) applied.push(await keepEffect(world, { day, book, act, square: after(square, applied) }, effect))
    square = after(square, applied)
    const outcome = outcomeOf(applied)
    await keepAct(world, day, book, act, outcome)
    kept.push({ uid: act.uid, outcome })
  }
  return { square, kept }
}

const outcomeOf = (effects: readonly Effect[]): Outcome =>
  effects.some(one => one.kind === 'clash') ? 'clash' : effects.length === 0 ? 'nothing' : 'done'

const known = async ({ db, body }: Here, sent: readonly Act[]): Promise<ReadonlySet<string>> => {
  if (sent.length === 0) return new Set()
  const rows = await db
    .selectFrom('market.act')
    .select('uid')
    .where('body_id', '=', body.id)
    .where(
      'uid',
      'in',
      sent.map(one => one.uid),
    )
    .execute()
  return new Set(rows.map(one => one.uid))
}

const keepAct = async (world: Here, day: MarketDay, book: string, act: Act, outcome: Outcome) => {
  const { uid, sequence, at, kind, ...facts } = act
  await world.db
    .insertInto('market.act')
    .values({
      body_id: world.body.id,
      day_id: day.id,
      device_id: book,
      uid,
      sequence,
      kind,
      // a name is kept once, where it can be erased
      facts: JSON.stringify('name' in facts ? { ...facts, name: '' } : facts),
      device_at: at,
      received_at: world.now,
      by_person: pen(world),
      outcome,
    })
    .execute()
  await record(world, `market.${eventOf[kind]}`, { subject: `marketDay:${day.id}`, content: { act: uid, outcome } })
}
const eventOf = {
  presence: 'attended',
  place: 'placed',
  unplace: 'unplaced',
  newcomer: 'welcomed',
  list: 'listed',
  seed: 'drawn',
  pay: 'receipted',
  cancel: 'cancelled',
  settle: 'settled',
} as const satisfies Record<Act['kind'], string>
