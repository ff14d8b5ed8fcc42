import { availabilityOf, type Resource, resourceById, resourcesOf, type Span } from '#engines/booking'
import { sql } from '#kernel/db'
import { z } from 'zod'
import { Part, type Unit } from '../rules/inspection.ts'
import type { Licence } from '../rules/priority.ts'
import type { Here } from '../schema.ts'
import { owner } from '../where.ts'

export type Energy = '' | 'diesel' | 'petrol' | 'electric'

export interface ItemFacts {
  readonly unit: Unit
  readonly parts: readonly Part[]
  readonly conditions: string
  readonly borrowers: string
  readonly seats: number | null
  readonly licence: Licence
  readonly needsDriver: boolean
  readonly energy: Energy
  /** Tenths of a litre, or of a kilowatt-hour, for 100 km. */
  readonly consumption: number | null
}
export interface Item extends Resource, ItemFacts {
  readonly agreement: number
}
export interface Photo {
  readonly id: string
  readonly body: number
  readonly file: string
  readonly caption: string
  readonly inspection: string | null
}

const factsOf = async ({ db }: Pick<Here, 'db'>, ids: readonly string[]) => {
  const { rows } = await sql<ItemFacts & { id: string }>`
    select resource_id::text as id, unit, parts, conditions, borrowers, seats, licence, needs_driver as "needsDriver", energy, consumption
    from shared_equipment.item where resource_id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, { ...facts, parts: z.array(Part).parse(facts.parts) }]))
}
const withFacts = async (world: Pick<Here, 'db'>, resources: readonly Resource[]): Promise<readonly Item[]> => {
  const facts = await factsOf(
    world,
    resources.map(one => one.id),
  )
  return resources.flatMap(one => {
    const known = facts.get(one.id)
    return known && one.agreement !== null ? [{ ...one, ...known, agreement: one.agreement }] : []
  })
}

export interface Wanted {
  readonly kind?: string | undefined
  readonly commune?: number | undefined
  /** Free from the first instant to the last. */
  readonly free?: Span | undefined
}
/** What is lent to this commune, its own things and those of the others, that answers what is wanted. */
export const itemsOf = async (world: Here, wanted: Wanted = {}): Promise<readonly Item[]> => {
  const found = (await resourcesOf(world, owner, wanted.kind)).filter(one => wanted.commune === undefined || one.body === wanted.commune)
  if (!wanted.free) return withFacts(world, found)
  const { free } = wanted
  const open = await availabilityOf(world, found, free)
  return withFacts(
    world,
    found.filter(one => open.get(one.id)?.free.some(span => span.startsAt <= free.startsAt && span.endsAt >= free.endsAt)),
  )
}
/** One of them, retired ones too; undefined when this commune knows none of that number. */
export const itemById = async (world: Here, id: string): Promise<Item | undefined> => {
  const resource = await resourceById(world, id)
  return resource?.owner === owner ? (await withFacts(world, [resource]))[0] : undefined
}
/** Every item of an agreement, retired ones too: an account speaks of them. */
export const itemsOfAgreement = async (
  { db }: Pick<Here, 'db'>,
  agreement: number,
): Promise<readonly { readonly id: string; readonly unit: Unit; readonly body: number }[]> => {
  const { rows } = await sql<{ id: string; unit: Unit; body: number }>`
    select resource_id::text as id, unit, body_id as body from shared_equipment.item where agreement_id = ${agreement} order by resource_id limit 500`.execute(
    db,
  )
  return rows
}

export const photosOf = async ({ db }: Pick<Here, 'db'>, resource: string, inspections: readonly string[] | null = null) => {
  const { rows } = await sql<Photo>`
    select id::text as id, body_id as body, file_id::text as file, caption, inspection_id::text as inspection from shared_equipment.photo
    where resource_id = ${resource} and ((${inspections === null} and inspection_id is null) or inspection_id = any(${[...(inspections ?? [])]}::bigint[]))
    order by id limit 60`.execute(db)
  return rows
}
export const photoById = async ({ db }: Pick<Here, 'db'>, id: string) => {
  const { rows } = await sql<Photo>`
    select id::text as id, body_id as body, file_id::text as file, caption, inspection_id::text as inspection from shared_equipment.photo
    where id = ${id}::bigint`.execute(db)
  return rows[0]
}
