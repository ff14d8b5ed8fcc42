import type { Quota } from '#engines/sortition'
import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { Computation, Panel, PanelProgress, PanelResult, Volunteer } from '../panel.ts'
import type { Draws, Here } from '../schema.ts'

const columns = [
  'p.id',
  'p.title',
  'p.purpose',
  'p.size',
  'p.one_per_address as onePerAddress',
  'p.closes_on as closesOn',
  'l.lot_id as lotId',
] as const
const found = (db: Draws, body: number) =>
  db
    .selectFrom('draws.panel as p')
    .leftJoin('draws.panel_lot as l', join => join.onRef('l.body_id', '=', 'p.body_id').onRef('l.panel_id', '=', 'p.id'))
    .select(columns)
    .where('p.body_id', '=', body)

/** Panels, newest first, without their quotas. */
export const panels = (db: Draws, body: number, page: { size: number; start: number }) =>
  found(db, body).orderBy('p.id', 'desc').limit(page.size).offset(page.start).execute()

export const panelById = async (db: Draws, body: number, id: string): Promise<Panel | undefined> => {
  const panel = await found(db, body).where('p.id', '=', id).executeTakeFirst()
  if (!panel) return undefined
  const { rows } = await sql<{
    position: number
    category: string
    feature: string
    min: number
    max: number
    firstMin: number
    firstMax: number
  }>`
    select q.position, q.category, q.feature, q.min as "firstMin", q.max as "firstMax",
      coalesce(r.min, q.min) as min, coalesce(r.max, q.max) as max
    from draws.quota q left join lateral (
      select min, max from draws.relaxation r where r.body_id = q.body_id and r.panel_id = q.panel_id and r.position = q.position
      order by r.id desc limit 1) r on true
    where q.body_id = ${body} and q.panel_id = ${id} order by q.position`.execute(db)
  return {
    ...panel,
    quotas: rows.map(({ firstMin, firstMax, ...quota }) => ({
      ...quota,
      first: firstMin === quota.min && firstMax === quota.max ? null : { min: firstMin, max: firstMax },
    })),
  }
}

export interface NewPanel {
  readonly title: string
  readonly purpose: string
  readonly size: number
  readonly onePerAddress: boolean
  readonly closesOn: string
  readonly quotas: readonly Quota[]
}
export const addPanel = async (world: Here, { title, purpose, size, quotas, onePerAddress, closesOn }: NewPanel): Promise<string> => {
  const own = { body_id: world.body.id }
  const { id } = await world.db
    .insertInto('draws.panel')
    .values({
      ...own,
      title,
      purpose,
      size,
      one_per_address: onePerAddress,
      closes_on: closesOn,
      made_by: world.actor.personId,
      made_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('draws.quota')
    .values(quotas.map(({ category, feature, min, max }, position) => ({ ...own, panel_id: id, position, category, feature, min, max })))
    .execute()
  await record(world, 'panel.opened', { subject: `panel:${id}`, content: { title } })
  return id
}

export const volunteersOf = (db: Draws, body: number, panel: string): Promise<readonly Volunteer[]> =>
  db
    .selectFrom('draws.volunteer')
    .select([
      'number',
      'person_id as personId',
      'name',
      'address',
      sql<Record<string, string>>`features`.as('features'),
      'shows_name as showsName',
    ])
    .where('body_id', '=', body)
    .where('panel_id', '=', panel)
    .orderBy('number')
    .execute()

/** Adds volunteers; numbers follow one another and are never given again. */
export const addVolunteers = async (world: Here, panel: Panel, people: readonly Omit<Volunteer, 'number'>[]) => {
  const { last } = await world.db
    .selectFrom('draws.volunteer')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('body_id', '=', world.body.id)
    .where('panel_id', '=', panel.id)
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('draws.volunteer')
    .values(
      people.map((one, at) => ({
        body_id: world.body.id,
        panel_id: panel.id,
        number: last + at + 1,
        person_id: one.personId,
        name: one.name,
        address: one.address,
        features: JSON.stringify(one.features),
        shows_name: one.showsName,
        added_by: world.actor.personId,
        added_at: world.now,
      })),
    )
    .execute()
  await record(world, 'panel.volunteered', { subject: `panel:${panel.id}`, content: { people: people.length } })
}

export const withdraw = (world: Here, panel: Panel, person: string) =>
  world.db
    .deleteFrom('draws.volunteer')
    .where('body_id', '=', world.body.id)
    .where('panel_id', '=', panel.id)
    .where('person_id', '=', person)
    .execute()

export const accept = async (
  world: Here,
  panel: Panel,
  relaxed: readonly { position: number; min: number; max: number }[],
  reason: string,
) => {
  const by = { body_id: world.body.id, panel_id: panel.id, reason, accepted_by: world.actor.personId, accepted_at: world.now }
  await world.db
    .insertInto('draws.relaxation')
    .values(relaxed.map(change => ({ ...by, ...change })))
    .execute()
  await record(world, 'panel.relaxed', { subject: `panel:${panel.id}`, content: { reason } })
}

export const latestComputation = async (db: Draws, body: number, panel: string): Promise<Computation | undefined> =>
  db
    .selectFrom('draws.computation')
    .select([
      'id',
      sql<PanelProgress | null>`progress`.as('progress'),
      sql<PanelResult | null>`result`.as('result'),
      'stop_asked_at as stopAskedAt',
      'ended_at as endedAt',
    ])
    .where('body_id', '=', body)
    .where('panel_id', '=', panel)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A second one while the first runs breaks a unique index. */
export const askComputation = (world: Here, panel: Panel) =>
  world.db
    .insertInto('draws.computation')
    .values({
      body_id: world.body.id,
      panel_id: panel.id,
      asked_by: world.actor.personId,
      asked_at: world.now,
      progress: null,
      result: null,
      ended_at: null,
    })
    .execute()

/** The computation ends at what it has proved by then. False: none is running, or that was asked already. */
export const askStop = async (world: Here, panel: Panel): Promise<boolean> => {
  const { numUpdatedRows } = await world.db
    .updateTable('draws.computation')
    .set({ stop_asked_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('panel_id', '=', panel.id)
    .where('ended_at', 'is', null)
    .where('stop_asked_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await record(world, 'panel.computationStopped', { subject: `panel:${panel.id}`, content: {} })
  return true
}

/** Has an agent asked it to end? */
export const isToStop = async (db: Draws, body: number, id: string): Promise<boolean> =>
  (await db
    .selectFrom('draws.computation')
    .select('id')
    .where('body_id', '=', body)
    .where('id', '=', id)
    .where('stop_asked_at', 'is not', null)
    .executeTakeFirst()) !== undefined

export const waitingComputations = (db: Draws, body: number) =>
  db
    .selectFrom('draws.computation')
    .select(['id', 'panel_id as panel'])
    .where('body_id', '=', body)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()

export const keepProgress = (db: Draws, body: number, id: string, progress: PanelProgress) =>
  db
    .updateTable('draws.computation')
    .set({ progress: JSON.stringify(progress) })
    .where('body_id', '=', body)
    .where('id', '=', id)
    .execute()

export const keepResult = (world: Here, id: string, result: PanelResult) =>
  world.db
    .updateTable('draws.computation')
    .set({ result: JSON.stringify(result), ended_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()

export const linkLot = (world: Here, panel: Panel, lot: string) =>
  world.db.insertInto('draws.panel_lot').values({ body_id: world.body.id, panel_id: panel.id, lot_id: lot }).execute()

export const panelOfLot = async (db: Draws, body: number, lot: string): Promise<string | null> =>
  (await db.selectFrom('draws.panel_lot').select('panel_id').where('body_id', '=', body).where('lot_id', '=', lot).executeTakeFirst())
    ?.panel_id ?? null

export const refusalsOf = async (db: Draws, body: number, panel: string): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('draws.refusal')
      .select('number')
      .where('body_id', '=', body)
      .where('panel_id', '=', panel)
      .orderBy('noted_at')
      .orderBy('number')
      .execute()
  ).map(({ number }) => number)

export const addRefusal = async (world: Here, panel: Panel, number: number) => {
  await world.db
    .insertInto('draws.refusal')
    .values({ body_id: world.body.id, panel_id: panel.id, number, noted_by: world.actor.personId, noted_at: world.now })
    .execute()
  await record(world, 'panel.refused', { subject: `panel:${panel.id}`, content: { number } })
}

/** Under the jobs role: the number stays in tickets already published, nothing says whose it was. */
export const forgetVolunteer = (db: AnyDb, body: number, person: string) =>
  sql`update draws.volunteer set person_id = null, name = '', address = '', shows_name = false where body_id = ${body} and person_id = ${person}`.execute(
    db,
  )

export const volunteeredBy = async (db: AnyDb, body: number, person: string) =>
  (
    await sql`select panel_id, number, name, address, features, shows_name, added_at from draws.volunteer where body_id = ${body} and person_id = ${person} order by id`.execute(
      db,
    )
  ).rows
