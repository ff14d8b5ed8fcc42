import { sql } from '#kernel/db'
import type { MarketDay } from '../queries/markets.ts'
import type { Act, Clash, Effect, Placing, Receipt, Square } from '../rules/square.ts'
import { meet } from '../rules/stretches.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'

interface Where {
  readonly day: MarketDay
  readonly book: string
  readonly act: Act
  /** The day just before that effect. */
  readonly square: Square
}
/** Writes an effect. @returns what was written: a clash when a constraint of the database refused what the rules allowed */
export const keepEffect = async (world: Here, where: Where, effect: Effect): Promise<Effect> => {
  const { db, body } = world
  const here = { body_id: body.id, day_id: where.day.id }
  switch (effect.kind) {
    case 'presence': {
      const row = {
        ...here,
        trader_id: await traderId(world, effect.presence.trader),
        state: effect.presence.state,
        act_uid: effect.presence.act,
      }
      await db
        .insertInto('market.presence')
        .values(row)
        .onConflict(conflict =>
          conflict.columns(['body_id', 'day_id', 'trader_id']).doUpdateSet({ state: row.state, act_uid: row.act_uid }),
        )
        .execute()
      return effect
    }
    case 'placed':
      return (await keepPlacing(world, where, effect.placing, effect.reason))
        ? effect
        : keepClash(world, where, refusedBy(where, effect.placing))
    case 'removed':
      await db
        .updateTable('market.placing')
        .set({ removed_by: effect.by })
        .where('body_id', '=', body.id)
        .where('act_uid', '=', effect.placing)
        .execute()
      return effect
    case 'trader':
      await keepNewcomer(world, effect.trader)
      return effect
    case 'clash':
      return keepClash(world, where, effect.clash)
    case 'settled':
      await db
        .updateTable('market.clash')
        .set({ settled_by: effect.by, kept: effect.kept })
        .where('body_id', '=', body.id)
        .where('act_uid', '=', effect.clash)
        .execute()
      return effect
    case 'list':
      await db
        .insertInto('market.call_list')
        .values({ ...here, inputs: effect.list.inputs.join('\n'), commitment: effect.list.commitment, act_uid: effect.list.act })
        .execute()
      return effect
    case 'seed':
      await db
        .insertInto('market.call_seed')
        .values({ ...here, ...effect.seed, act_uid: effect.act })
        .execute()
      return effect
    case 'receipt':
      await keepReceipt(world, where, effect.receipt, effect.reason)
      return effect
  }
}

const traderId = async ({ db, body }: Here, key: string): Promise<string> => {
  const { id } = await db
    .selectFrom('market.trader')
    .select('id')
    .where('body_id', '=', body.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}
/** False when the metre is taken or the trader stands elsewhere: the constraint says so, whatever the code believed. */
const keepPlacing = async (world: Here, { day }: Where, placing: Placing, reason: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await world.db
    .insertInto('market.placing')
    .values({
      body_id: world.body.id,
      day_id: day.id,
      trader_id: await traderId(world, placing.trader),
      alley_id: placing.alley,
      from_dm: placing.from,
      to_dm: placing.to,
      has_power: placing.hasPower,
      how: placing.how,
      reason,
      act_uid: placing.act,
      removed_by: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
const refusedBy = ({ act, square }: Where, placing: Placing): Clash => {
  const { act: uid, trader, alley, from, to, hasPower, how } = placing
  const against = square.placings.find(one => one.trader === trader || meet(one, placing))?.act ?? ''
  return {
    kind: 'metres',
    against,
    act: { uid, sequence: act.sequence, at: act.at, kind: 'place', trader, alley, from, to, hasPower, how, reason: '' },
  }
}
const keepClash = async (world: Here, { day }: Where, clash: Clash): Promise<Effect> => {
  const { act, kind, against } = clash
  const row = {
    body_id: world.body.id,
    day_id: day.id,
    act_uid: act.uid,
    kind,
    against,
    facts: JSON.stringify(act),
    settled_by: null,
    kept: null,
  }
  await world.db.insertInto('market.clash').values(row).execute()
  return { kind: 'clash', clash }
}

const keepNewcomer = async (world: Here, trader: Square['traders'][number]) => {
  await world.db
    .insertInto('market.trader')
    .values({
      body_id: world.body.id,
      key: trader.key,
      person_id: null,
      name: trader.name,
      family: trader.family,
      products: '',
      siret: null,
      email: '',
      phone: '',
      is_producer: false,
      is_organic: false,
      certifier: '',
      length: trader.length,
      needs_power: trader.needsPower,
      since: trader.since,
      shows_name: false,
      applied_on: trader.since,
      accepted_on: trader.since,
      refused_on: null,
      left_on: null,
      keyed_by: pen(world),
    })
    .execute()
}

const keepReceipt = async (world: Here, { day, book, square }: Where, receipt: Receipt, reason: string) => {
  const { db, body } = world
  const tariff = square.tariffs[receipt.holding]
  const usesPower = square.placings.find(one => one.act === receipt.placing)?.hasPower ?? false
  const { rows } = await sql<{ id: string }>`select id from market.receipt where body_id = ${body.id} and day_id = ${day.id}
    and device_id || '-' || number = ${receipt.cancels ?? ''}`.execute(db)
  await db
    .insertInto('market.receipt')
    .values({
      body_id: body.id,
      day_id: day.id,
      device_id: book,
      number: receipt.number,
      kind: receipt.kind,
      trader_id: await traderId(world, receipt.trader),
      placing_uid: receipt.placing,
      holding: receipt.holding,
      decimetres: receipt.decimetres,
      metre_cents: tariff?.metreCents ?? 0,
      least_cents: tariff?.leastCents ?? 0,
      power_cents: usesPower ? (tariff?.powerCents ?? 0) : 0,
      cents: receipt.cents,
      due_cents: receipt.dueCents,
      means: receipt.means,
      cancels: rows[0]?.id ?? null,
      reason,
      act_uid: receipt.act,
      issued_at: world.now,
      by_person: pen(world),
    })
    .execute()
}
