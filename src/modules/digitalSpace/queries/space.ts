import { addCalendar, addPolicy, calendarFacts, policyNamed, type RulesGiven } from '#engines/booking'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { PlaceFields, standard } from '../place.ts'
import { osmHours } from '../rules/osmHours.ts'
import type { Here } from '../schema.ts'
import { home, type Kind, owner } from '../where.ts'

export interface Space {
  /** The calendar of opening hours. */
  readonly calendar: string
  /** The service of the catalogue it is. */
  readonly service: string | null
  readonly fields: PlaceFields
  readonly updatedOn: string
}

/** The space of this commune, or null while nobody has set one up. */
export const spaceOf = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>): Promise<Space | null> => {
  const { rows } = await sql<{ calendar: string; service: string | null; fields: unknown; updatedOn: string }>`
    select calendar_id as calendar, service_id as service, fields, updated_on as "updatedOn" from digital_space.space
    where body_id = ${body.id}`.execute(db)
  return rows[0] ? { ...rows[0], fields: PlaceFields.parse(rows[0].fields) } : null
}

/** The same, set up the first time it is needed. */
export const spaceFor = async (world: Here): Promise<Space> => {
  const there = await spaceOf(world)
  if (there) return there
  const calendar = await addCalendar(world, { owner, name: 'Espace numérique' })
  await world.db
    .insertInto('digital_space.space')
    .values({ body_id: world.body.id, calendar_id: calendar, service_id: null, updated_on: world.today, updated_by: world.actor.personId })
    .execute()
  return { calendar, service: null, fields: {}, updatedOn: world.today }
}

/** Describes the place, or describes it again. */
export const savePlace = async (world: Here, place: { readonly fields: PlaceFields; readonly service: string | null }) => {
  await spaceFor(world)
  await world.db
    .updateTable('digital_space.space')
    .set({
      fields: JSON.stringify(place.fields),
      service_id: place.service,
      updated_on: world.today,
      updated_by: world.actor.personId,
    })
    .where('body_id', '=', world.body.id)
    .execute()
}

/** The row of the national standard: every column of the schema, in its order, as text. Null while the place is not described. */
export const nationalRow = async (world: AnyWorld): Promise<Readonly<Record<string, string>> | null> => {
  const space = await spaceOf(world)
  if (!space?.fields.nom) return null
  const known: Readonly<Record<string, string>> = {
    ...space.fields,
    id: `${world.body.slug}-espace-numerique`,
    commune: space.fields.commune || world.body.name,
    horaires: osmHours((await calendarFacts(world, space.calendar)).openings, world.today),
    source: world.body.name,
    date_maj: space.updatedOn,
    prise_rdv: `${world.url}${home}`,
  }
  return Object.fromEntries(standard.fields.map(({ name }) => [name, known[name] ?? '']))
}

/** The rules of each kind of booking until the commune writes others: free, no proof of address, a reminder the day before. */
const rules: Readonly<Record<Kind | 'workshop', RulesGiven>> = {
  seat: {
    length: { step: 30, least: 30, most: 120 },
    advance: { mostDays: 14 },
    perWeek: { minutes: 600 },
    reminderHours: 24,
    earlyEnd: { byPerson: true },
  },
  facilitator: {
    length: { step: 30, least: 30, most: 60 },
    advance: { mostDays: 45 },
    atOnce: 2,
    cancelUntil: 120,
    reminderHours: 24,
    absences: { count: 3, withinDays: 120, suspendDays: 30 },
  },
  loan: { length: { step: 1440, least: 1440, most: 21 * 1440 }, advance: { mostDays: 60 }, atOnce: 2, reminderHours: 24 },
  workshop: { advance: { mostDays: 120 }, waiting: { offerHours: 24 }, cancelUntil: 60, reminderHours: 24 },
}

/** The number of the rules of that kind, written the first time they are needed. */
export const policyFor = async (world: AnyWorld, kind: Kind | 'workshop'): Promise<string> =>
  (await policyNamed(world, owner, kind)) ??
  (await addPolicy(world, { owner, name: kind, since: world.today, source: 'Règlement de l’espace numérique', rules: rules[kind] }))
