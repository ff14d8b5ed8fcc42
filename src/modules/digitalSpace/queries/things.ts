import {
  addCalendar,
  addResource,
  archiveResource,
  availabilityOf,
  type Booking,
  bookingsIn,
  nameSteward,
  type Resource,
  resourceById,
  resourcesOf,
  slotsIn,
  type Span,
  stewardsOf,
} from '#engines/booking'
import { sql } from '#kernel/db'
import { addDays, dayInParis, instantInParis } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import type { Equipment } from '../equipment.ts'
import type { Here } from '../schema.ts'
import { type Kind, kinds, owner, thingPath } from '../where.ts'
import { policyFor, spaceFor } from './space.ts'

export const isKind = (kind: string): kind is Kind => kinds.some(one => one === kind)

/** Something of this room that is still offered; undefined otherwise. */
export const thingById = async (world: AnyWorld, id: string): Promise<(Resource & { readonly kind: Kind }) | undefined> => {
  const found = /^\d{1,18}$/.test(id) ? await resourceById(world, id) : undefined
  return found && found.owner === owner && found.archivedAt === null && isKind(found.kind) ? { ...found, kind: found.kind } : undefined
}

/** Adds a seat or something that goes home; it follows the opening hours, or none when it goes home. */
export const addThing = async (
  world: Here,
  thing: { readonly kind: 'seat' | 'loan'; readonly name: string; readonly description: string; readonly equipment: readonly Equipment[] },
): Promise<string> => {
  const { calendar } = await spaceFor(world)
  return addResource(world, {
    owner,
    kind: thing.kind,
    name: thing.name,
    description: thing.description,
    path: thingPath(':id'),
    position: (await resourcesOf(world, owner)).length + 1,
    calendar: thing.kind === 'loan' ? null : calendar,
    policy: await policyFor(world, thing.kind),
    details: { equipment: thing.equipment },
  })
}

/** Somebody who receives people, with a calendar of their own. They run the space from today. */
export const addFacilitator = async (
  world: Here,
  facilitator: { readonly person: string; readonly name: string; readonly title: string },
): Promise<{ readonly resource: string; readonly calendar: string }> => {
  const calendar = await addCalendar(world, { owner, name: facilitator.name })
  const resource = await addResource(world, {
    owner,
    kind: 'facilitator',
    name: facilitator.name,
    description: facilitator.title,
    path: thingPath(':id'),
    calendar,
    policy: await policyFor(world, 'facilitator'),
  })
  await world.db
    .insertInto('digital_space.facilitator')
    .values({ body_id: world.body.id, resource_id: resource, person_id: facilitator.person })
    .execute()
  if (!(await stewardsOf(world, owner)).some(one => one.person === facilitator.person))
    await nameSteward(world, owner, { person: facilitator.person, title: facilitator.title })
  return { resource, calendar }
}

/** No longer offered; what was booked stays. */
export const retireThing = (world: AnyWorld, id: string) => archiveResource(world, id)

export interface FreeDay {
  readonly day: string
  readonly slots: readonly Span[]
}
/** The next days with at least one free time of that length, at most `most` of them, within so many days. */
export const freeDays = async (
  world: AnyWorld,
  resource: Pick<Resource, 'id' | 'calendar'>,
  { minutes, within, most }: { readonly minutes: number; readonly within: number; readonly most: number },
): Promise<readonly FreeDay[]> => {
  const asked = { startsAt: world.now, endsAt: instantInParis(addDays(world.today, within + 1), '00:00') }
  const free = (await availabilityOf(world, [resource], asked)).get(resource.id)?.free ?? []
  const days = new Map<string, Span[]>()
  for (const span of free)
    for (const slot of slotsIn([roundedUp(span)], minutes, 30, 40)) {
      const day = dayInParis(slot.startsAt)
      days.set(day, [...(days.get(day) ?? []), slot])
    }
  return [...days].slice(0, most).map(([day, slots]) => ({ day, slots }))
}

/** Times begin on the hour or the half hour: what is left of this one is passed over. */
const roundedUp = ({ startsAt, endsAt }: Span): Span => {
  const half = 30 * 60_000
  return { startsAt: new Date(Math.ceil(Date.parse(startsAt) / half) * half).toISOString(), endsAt }
}

/** Everything booked here on one day, with what it is. */
export const bookedOn = async (world: AnyWorld, day: string): Promise<readonly (Booking & { readonly thingKind: Kind | 'workshop' })[]> => {
  const span = { startsAt: instantInParis(day, '00:00'), endsAt: instantInParis(addDays(day, 1), '00:00') }
  const kindOf = await kindsOfThings(world)
  return (await bookingsIn(world, owner, span, ['asked', 'confirmed', 'offered', 'present', 'absent']))
    .filter(one => one.kind !== 'block')
    .map(one => ({ ...one, thingKind: kindOf(one) }))
}
/** What kind of thing a booking is of; something that is no longer offered counts as a seat. */
export const kindsOfThings = async (world: AnyWorld): Promise<(booking: Pick<Booking, 'resource' | 'session'>) => Kind | 'workshop'> => {
  const known = new Map((await resourcesOf(world, owner)).map(({ id, kind }) => [id, kind]))
  return ({ resource, session }) => {
    const kind = known.get(resource ?? '') ?? 'seat'
    return session !== null ? 'workshop' : isKind(kind) ? kind : 'seat'
  }
}

/** Who may be named facilitator: agents and authorised helpers of the commune today. */
export const possibleFacilitators = async ({ db, body, today }: AnyWorld) => {
  const { rows } = await sql<{ id: string; name: string; title: string | null }>`
    select distinct on (p.name, p.id) p.id, p.name, r.title from kernel.role r join kernel.person p on p.id = r.person_id
    where r.body_id = ${body.id} and r.role in ('agent', 'helper') and r.since <= ${today} and (r.until is null or r.until >= ${today})
      and p.erased_at is null order by p.name, p.id limit 200`.execute(db)
  return rows
}
