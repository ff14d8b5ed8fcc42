import { sql } from '#kernel/db'
import type { Barrier, Repair, RepairStatus } from '../rules/ords.ts'
import type { BadLine } from '../rules/ords.ts'
import type { Here } from '../schema.ts'

export interface QueuedRepair {
  readonly id: string
  readonly number: number
  readonly what: string
  readonly category: number
  readonly brand: string
  readonly problem: string
  readonly status: RepairStatus | null
  readonly barrier: Barrier | ''
  readonly grams: number | null
  readonly on: string
  readonly takenAt: string | null
  readonly endedAt: string | null
}
const select = ({ db, body }: Here) =>
  db
    .selectFrom('fablab.repair')
    .select([
      'id',
      'number',
      'what',
      'category_id as category',
      'brand',
      'problem',
      sql<RepairStatus | null>`status`.as('status'),
      sql<Barrier | ''>`barrier`.as('barrier'),
      'grams',
      'event_on as on',
      'taken_at as takenAt',
      'ended_at as endedAt',
    ])
    .where('body_id', '=', body.id)
export const repairById = (world: Here, id: string): Promise<QueuedRepair | undefined> =>
  select(world).where('id', '=', id).where('shared_id', '=', '').executeTakeFirst()
/** What was brought on a day, in the order of the door. */
export const queueOf = (world: Here, day: string): Promise<readonly QueuedRepair[]> =>
  select(world).where('event_on', '=', day).where('shared_id', '=', '').orderBy('number').limit(300).execute()
/** The day of the latest repair café, at most today; null before the first. */
export const latestCafe = async ({ db, body, today }: Here): Promise<string | null> =>
  (
    await db
      .selectFrom('fablab.repair')
      .select(eb => eb.fn.max('event_on').as('day'))
      .where('body_id', '=', body.id)
      .where('shared_id', '=', '')
      .where('event_on', '<=', today)
      .executeTakeFirst()
  )?.day ?? null

/** Somebody comes in: the next number of the day. Two at the door at once get two numbers. */
export const arriveAtDoor = async (
  world: Here,
  brought: {
    readonly what: string
    readonly category: number
    readonly brand: string
    readonly year: number | null
    readonly problem: string
  },
): Promise<QueuedRepair> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fablab:${world.body.id}:door`}, 0))`.execute(world.db)
  const last = (await queueOf(world, world.today)).at(-1)?.number ?? 0
  const { id } = await world.db
    .insertInto('fablab.repair')
    .values({
      body_id: world.body.id,
      group_identifier: 'Repair café',
      event_on: world.today,
      number: last + 1,
      what: brought.what,
      category_id: brought.category,
      brand: brought.brand,
      year_of_manufacture: brought.year,
      problem: brought.problem,
      status: null,
      grams: null,
      arrived_at: world.now,
      taken_at: null,
      taken_by: null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return (await repairById(world, id))!
}
export const takeInHand = (world: Here, id: string) =>
  world.db
    .updateTable('fablab.repair')
    .set({ taken_at: world.now, taken_by: world.actor.personId })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .execute()
export const endRepair = (
  world: Here,
  id: string,
  end: { readonly status: RepairStatus; readonly barrier: Barrier | ''; readonly problem: string; readonly grams: number | null },
) =>
  world.db
    .updateTable('fablab.repair')
    .set({ ...end, ended_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
export const addPart = (
  world: Here,
  repair: string,
  part: { readonly name: string; readonly origin: 'bought' | 'recovered' | 'printed'; readonly cents: number },
) =>
  world.db
    .insertInto('fablab.repair_part')
    .values({ body_id: world.body.id, repair_id: repair, ...part })
    .execute()
export const partsOf = ({ db, body }: Here, repair: string) =>
  db
    .selectFrom('fablab.repair_part')
    .select(['name', 'origin', 'cents'])
    .where('body_id', '=', body.id)
    .where('repair_id', '=', repair)
    .orderBy('id')
    .execute()

/** Everything that was repaired here (not what partners shared), for figures. */
export const ownOutcomes = ({ db, body }: Here) =>
  db
    .selectFrom('fablab.repair')
    .select(['category_id as category', 'status', 'grams'])
    .where('body_id', '=', body.id)
    .where('shared_id', '=', '')
    .where('ended_at', 'is not', null)
    .execute()

/** Our own repairs as the standard says them; `provider` becomes their prefix: `valsuryvette-12`. */
export const ownRepairs = async ({ db, body }: Here): Promise<readonly Repair[]> => {
  const prefix = body.slug.replace(/[^a-z]/g, '') || 'yvette'
  const rows = await db
    .selectFrom('fablab.repair')
    .selectAll()
    .where('body_id', '=', body.id)
    .where('shared_id', '=', '')
    .where('ended_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: `${prefix}-${row.id}`,
    provider: body.name,
    country: row.country,
    what: row.what,
    category: row.category_id,
    brand: row.brand,
    year: row.year_of_manufacture,
    age: row.year_of_manufacture === null ? null : Math.max(0, Number(row.event_on.slice(0, 4)) - row.year_of_manufacture),
    status: row.status as RepairStatus, // the table's check holds the same list
    barrier: row.barrier as Barrier | '', // as above
    group: row.group_identifier,
    on: row.event_on,
    problem: row.problem,
  }))
}

/** Keeps what a partner shared, and the lines refused, each with its reason. What was already known is counted, not doubled. */
export const keepImport = async (world: Here, file: string, repairs: readonly Repair[], refused: readonly BadLine[]): Promise<string> => {
  let taken = 0
  for (let at = 0; at < repairs.length; at += 500) {
    const some = repairs.slice(at, at + 500).map(one => ({
      body_id: world.body.id,
      shared_id: one.id,
      data_provider: one.provider,
      country: one.country,
      group_identifier: one.group,
      event_on: one.on,
      what: one.what,
      category_id: one.category,
      brand: one.brand,
      year_of_manufacture: one.year,
      problem: one.problem,
      status: one.status,
      barrier: one.barrier,
      grams: null,
      arrived_at: null,
      taken_at: null,
      taken_by: null,
      ended_at: null,
    }))
    const { numInsertedOrUpdatedRows } = await world.db
      .insertInto('fablab.repair')
      .values(some)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    taken += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  const { id } = await world.db
    .insertInto('fablab.repair_import')
    .values({
      body_id: world.body.id,
      file_name: file,
      taken,
      known: repairs.length - taken,
      refused: JSON.stringify(refused),
      imported_by: world.actor.personId,
      imported_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export const importById = ({ db, body }: Here, id: string) =>
  db
    .selectFrom('fablab.repair_import')
    .select(['id', 'file_name as file', 'taken', 'known', 'refused', 'imported_at as at'])
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .executeTakeFirst()
