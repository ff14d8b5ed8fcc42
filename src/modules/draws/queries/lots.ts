import { commitmentOf } from '#engines/lot'
import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { Lot } from '../lot.ts'
import type { Draws, Here } from '../schema.ts'

interface Row {
  id: string
  title: string
  purpose: string
  inputs: string
  commitment: string
  many: number
  seed_source: string
  seed_on: string
  made_at: string
  seed: string | null
  witnesses: string | null
  entered_at: string | null
  entered_by: string | null
}
const lotOf = (row: Row): Lot => ({
  id: row.id,
  title: row.title,
  purpose: row.purpose,
  inputs: row.inputs.split('\n'),
  commitment: row.commitment,
  many: row.many,
  seedSource: row.seed_source,
  seedOn: row.seed_on,
  madeAt: row.made_at,
  seed: row.seed === null ? null : { text: row.seed, witnesses: row.witnesses ?? '', at: row.entered_at ?? '', by: row.entered_by },
})

const found = (db: Draws, body: number) =>
  db
    .selectFrom('draws.lot as l')
    .leftJoin('draws.seed as s', join => join.onRef('s.body_id', '=', 'l.body_id').onRef('s.lot_id', '=', 'l.id'))
    .select(['l.id', 'l.title', 'l.purpose', 'l.inputs', 'l.commitment', 'l.many', 'l.seed_source', 'l.seed_on', 'l.made_at'])
    .select(['s.seed', 's.witnesses', 's.entered_at', 's.entered_by'])
    .where('l.body_id', '=', body)

/** Lots of their own (not those of panels), newest first. */
export const lots = async (db: Draws, body: number, page: { size: number; start: number }): Promise<readonly Lot[]> =>
  (
    await found(db, body)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('draws.panel_lot as p').select('p.lot_id').whereRef('p.body_id', '=', 'l.body_id').whereRef('p.lot_id', '=', 'l.id'),
          ),
        ),
      )
      .orderBy('l.id', 'desc')
      .limit(page.size)
      .offset(page.start)
      .execute()
  ).map(lotOf)

export const lotById = async (db: Draws, body: number, id: string): Promise<Lot | undefined> => {
  const row = await found(db, body).where('l.id', '=', id).executeTakeFirst()
  return row && lotOf(row)
}

export interface NewLot {
  readonly title: string
  readonly purpose: string
  readonly inputs: readonly string[]
  readonly many: number
  readonly seedSource: string
  readonly seedOn: string
}
/** Publishes a list and its digest; from there on it never changes. */
export const addLot = async (world: Here, lot: NewLot): Promise<string> => {
  const { id } = await world.db
    .insertInto('draws.lot')
    .values({
      body_id: world.body.id,
      title: lot.title,
      purpose: lot.purpose,
      inputs: lot.inputs.join('\n'),
      commitment: commitmentOf(lot.inputs),
      many: lot.many,
      seed_source: lot.seedSource,
      seed_on: lot.seedOn,
      made_by: world.actor.personId,
      made_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'lot.announced', { subject: `lot:${id}`, content: { title: lot.title } })
  return id
}

/** Enters what was drawn in public. A second one breaks the primary key. */
export const addSeed = async (world: Here, lot: Lot, seed: string, witnesses: string) => {
  await world.db
    .insertInto('draws.seed')
    .values({ body_id: world.body.id, lot_id: lot.id, seed, witnesses, entered_by: world.actor.personId, entered_at: world.now })
    .execute()
  await record(world, 'lot.drawn', { subject: `lot:${lot.id}`, content: { title: lot.title } })
}

/** Under the jobs role: acts stay, without who did them. */
export const forgetActor = async (db: AnyDb, body: number, person: string) => {
  for (const [table, column] of [
    ['lot', 'made_by'],
    ['seed', 'entered_by'],
    ['panel', 'made_by'],
    ['relaxation', 'accepted_by'],
    ['volunteer', 'added_by'],
    ['computation', 'asked_by'],
    ['refusal', 'noted_by'],
  ] as const)
    await sql`update ${sql.table(`draws.${table}`)} set ${sql.ref(column)} = null where body_id = ${body} and ${sql.ref(column)} = ${person}`.execute(
      db,
    )
}
