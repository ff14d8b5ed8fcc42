import { z } from 'zod'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { LineKind } from '../rules/terms.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

export interface Place {
  readonly id: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}
const Points = z.array(z.tuple([z.number(), z.number()]))
export interface MapLine {
  readonly id: string
  readonly kind: LineKind
  readonly name: string
  /** Latitude and longitude, point after point. */
  readonly points: readonly (readonly [number, number])[]
}
export interface CommuneMap {
  readonly places: readonly Place[]
  readonly lines: readonly MapLine[]
}

/** The named places of the commune, and the lines that its schematic map is drawn from. */
export const readMap = async ({ db, body }: Where): Promise<CommuneMap> => {
  const { rows: places } =
    await sql<Place>`select id, name, latitude, longitude from budgets.place where body_id = ${body.id} order by name, id limit 200`.execute(
      db,
    )
  const { rows: lines } =
    await sql<MapLine>`select id, kind, name, points from budgets.map_line where body_id = ${body.id} order by id limit 50`.execute(db)
  return { places, lines: lines.map(line => ({ ...line, points: Points.parse(line.points) })) }
}

/** @returns false when that name is taken */
export const addPlace = async (world: AnyWorld, place: Omit<Place, 'id'>): Promise<boolean> => {
  const { rows } = await sql`insert into budgets.place (body_id, name, latitude, longitude)
    values (${world.body.id}, ${place.name}, ${place.latitude}, ${place.longitude}) on conflict do nothing returning id`.execute(world.db)
  if (rows.length > 0) await record(world, 'budget.place-added', { subject: 'budget-map:1', content: { name: place.name } })
  return rows.length > 0
}
export const removePlace = async (world: AnyWorld, id: string): Promise<void> => {
  await sql`delete from budgets.place where body_id = ${world.body.id} and id = ${id}`.execute(world.db)
  await record(world, 'budget.place-removed', { subject: 'budget-map:1', content: { place: id } })
}

export const addLine = async (world: AnyWorld, line: Omit<MapLine, 'id'>): Promise<void> => {
  await sql`insert into budgets.map_line (body_id, kind, name, points)
    values (${world.body.id}, ${line.kind}, ${line.name}, ${JSON.stringify(line.points)}::jsonb)`.execute(world.db)
  await record(world, 'budget.map-line-added', { subject: 'budget-map:1', content: { kind: line.kind, name: line.name } })
}
export const removeLine = async (world: AnyWorld, id: string): Promise<void> => {
  await sql`delete from budgets.map_line where body_id = ${world.body.id} and id = ${id}`.execute(world.db)
  await record(world, 'budget.map-line-removed', { subject: 'budget-map:1', content: { line: id } })
}
