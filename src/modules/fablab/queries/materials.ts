import { sql } from '#kernel/db'
import type { Here, Unit } from '../schema.ts'

export interface Material {
  readonly id: string
  readonly name: string
  readonly unit: Unit
  /** Cents for one unit on the day asked, with two decimals at most. */
  readonly centsPerUnit: number
}
export interface MachineMaterial extends Material {
  readonly verdict: 'allowed' | 'refused'
  readonly reason: string
}
export interface StockedMaterial extends Material {
  readonly lowMark: number | null
  /** What should be on the shelf: what was last counted, what came and went since, what bookings used. Null: nobody follows it. */
  readonly stock: number | null
  readonly retiredOn: string | null
}
export interface MaterialPrice {
  readonly since: string
  readonly centsPerUnit: number
  readonly source: string
}

/** The price of that day; before the first, that one. */
const priceOn = (day: string) => sql<string>`coalesce(
  (select p.cents_per_unit from fablab.material_price p where p.body_id = m.body_id and p.material_id = m.id and p.since <= ${day}::date order by p.since desc limit 1),
  (select p.cents_per_unit from fablab.material_price p where p.body_id = m.body_id and p.material_id = m.id order by p.since limit 1), 0)`

export const addMaterial = async (
  world: Here,
  material: Omit<Material, 'id'> & { readonly since?: string; readonly source?: string; readonly lowMark?: number | null },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('fablab.material')
    .values({ body_id: world.body.id, name: material.name, unit: material.unit, low_mark: material.lowMark ?? null, retired_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setPrice(world, id, { since: world.today, source: '', ...material })
  return id
}

/** A new price from a day on. False when one begins that day already. */
export const setPrice = async (world: Here, material: string, { since, centsPerUnit, source }: MaterialPrice): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await world.db
    .insertInto('fablab.material_price')
    .values({
      body_id: world.body.id,
      material_id: material,
      since,
      cents_per_unit: String(centsPerUnit),
      source,
      set_by: world.actor.onBehalf?.keyedBy ?? world.actor.personId,
      set_at: world.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
/** Every price of a material, the latest first. */
export const pricesOf = async ({ db, body }: Here, material: string): Promise<readonly MaterialPrice[]> =>
  (
    await db
      .selectFrom('fablab.material_price')
      .select(['since', 'cents_per_unit as cents', 'source'])
      .where('body_id', '=', body.id)
      .where('material_id', '=', material)
      .orderBy('since', 'desc')
      .execute()
  ).map(({ cents, ...row }) => ({ ...row, centsPerUnit: Number(cents) }))

/** Whether a machine takes a material; a refusal says why. */
export const judgeMaterial = (world: Here, machine: string, material: string, verdict: 'allowed' | 'refused', reason = '') =>
  world.db
    .insertInto('fablab.machine_material')
    .values({ body_id: world.body.id, resource_id: machine, material_id: material, verdict, reason })
    .onConflict(conflict => conflict.columns(['body_id', 'resource_id', 'material_id']).doUpdateSet({ verdict, reason }))
    .execute()

/** What a machine takes, then what it refuses, by name, at the prices of that day. */
export const materialsOf = async (world: Here, machine: string, day = world.today): Promise<readonly MachineMaterial[]> => {
  const { rows } = await sql<MachineMaterial>`
    select m.id::text as id, m.name, m.unit, ${priceOn(day)}::float8 as "centsPerUnit", j.verdict, j.reason
    from fablab.machine_material j join fablab.material m on m.body_id = j.body_id and m.id = j.material_id
    where j.body_id = ${world.body.id} and j.resource_id = ${machine} and (m.retired_on is null or j.verdict = 'refused')
    order by j.verdict, m.name, m.id`.execute(world.db)
  return rows
}

/** Every material with its price of today and what is left of it, by name; those that are no longer offered come last. */
export const allMaterials = async ({ db, body, today }: Here): Promise<readonly StockedMaterial[]> => {
  const { rows } = await sql<StockedMaterial>`
    with counted as (
      select distinct on (material_id) material_id, quantity, at, id from fablab.stock_line
      where body_id = ${body.id} and kind = 'count' order by material_id, id desc
    ), moved as (
      select l.material_id, sum(case l.kind when 'in' then l.quantity when 'out' then -l.quantity else 0 end) as quantity
      from fablab.stock_line l left join counted c on c.material_id = l.material_id
      where l.body_id = ${body.id} and (c.id is null or l.id > c.id) group by l.material_id
    ), used as (
      select u.material_id, sum(u.quantity) as quantity from fablab.consumption u left join counted c on c.material_id = u.material_id
      where u.body_id = ${body.id} and (c.at is null or u.noted_at > c.at) group by u.material_id
    )
    select m.id::text as id, m.name, m.unit, ${priceOn(today)}::float8 as "centsPerUnit", m.low_mark::float8 as "lowMark", m.retired_on as "retiredOn",
      case when exists (select from fablab.stock_line l where l.body_id = m.body_id and l.material_id = m.id)
        then (coalesce(c.quantity, 0) + coalesce(v.quantity, 0) - coalesce(u.quantity, 0))::float8 end as stock
    from fablab.material m left join counted c on c.material_id = m.id left join moved v on v.material_id = m.id left join used u on u.material_id = m.id
    where m.body_id = ${body.id} order by m.retired_on nulls first, m.name, m.id limit 300`.execute(db)
  return rows
}

/** Something came in, was thrown away, or was counted. */
export const noteStock = (world: Here, material: string, kind: 'in' | 'out' | 'count', quantity: number) =>
  world.db
    .insertInto('fablab.stock_line')
    .values({
      body_id: world.body.id,
      material_id: material,
      kind,
      quantity: String(quantity),
      at: world.now,
      by_person: world.actor.onBehalf?.keyedBy ?? world.actor.personId,
    })
    .execute()

export const changeMaterial = (
  { db, body }: Here,
  material: string,
  change: { readonly name?: string; readonly low_mark?: number | null; readonly retired_on?: string | null },
) =>
  db
    .updateTable('fablab.material')
    .set({ ...change, ...(change.low_mark === null || change.low_mark === undefined ? {} : { low_mark: String(change.low_mark) }) })
    .where('body_id', '=', body.id)
    .where('id', '=', material)
    .execute()
