import { randomInt } from 'node:crypto'
import { commitmentOf } from '#engines/lot'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { allocate, type Allocated, applicationLine, type Offer } from '../rules/allocate.ts'
import { pseudonymFrom } from '../rules/pseudonyms.ts'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Allocation {
  readonly id: string
  readonly owner: string
  readonly title: string
  readonly path: string
  /** The published rule, in words: who is served first, and why. */
  readonly method: string
  readonly offers: readonly Offer[]
  /** One line per application, as committed to. */
  readonly inputs: readonly string[]
  readonly commitment: string
  readonly seedSource: string
  readonly seedOn: string
  readonly publishedAt: string
  readonly seed: { readonly text: string; readonly witnesses: string; readonly at: string } | null
  /** Null until chance is known. Computed again at each reading, as anybody may. */
  readonly result: readonly Allocated[] | null
}
export interface Applicant {
  readonly person: string | null
  readonly tier: number
  /** Numbers of offers, the dearest first. */
  readonly wishes: readonly string[]
}

/** Publishes the list of applications under pseudonyms, and its digest, before chance is known: nothing of it changes any more. */
export const publishAllocation = async (
  world: AnyWorld,
  allocation: {
    readonly owner: string
    readonly title: string
    readonly path?: string
    readonly method: string
    readonly offers: readonly Offer[]
    readonly applicants: readonly Applicant[]
    /** Where chance will come from: the lottery of a day, dice thrown in public. */
    readonly seedSource: string
    readonly seedOn: string
  },
): Promise<string> => {
  const used = new Set<string>()
  const applications = allocation.applicants.map(applicant => {
    let pseudonym = pseudonymFrom(randomInt(2 ** 40))
    while (used.has(pseudonym)) pseudonym = pseudonymFrom(randomInt(2 ** 40))
    used.add(pseudonym)
    return { ...applicant, pseudonym }
  })
  const inputs = applications.map(applicationLine)
  const db = bookingDb(world)
  const { id } = await db
    .insertInto('booking.allocation')
    .values({
      body_id: world.body.id,
      owner: allocation.owner,
      title: allocation.title,
      path: allocation.path ?? '/reservations/tirages',
      method: allocation.method,
      offers: JSON.stringify(allocation.offers),
      inputs: inputs.join('\n'),
      commitment: commitmentOf(inputs),
      seed_source: allocation.seedSource,
      seed_on: allocation.seedOn,
      published_by: hand(world),
      published_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (applications.length > 0)
    await db
      .insertInto('booking.applicant')
      .values(applications.map(one => ({ body_id: world.body.id, allocation_id: id, pseudonym: one.pseudonym, person_id: one.person })))
      .execute()
  await record(world, 'allocation.published', {
    subject: `allocation:${id}`,
    content: { owner: allocation.owner, applications: inputs.length },
  })
  return id
}

/** Enters what chance gave, once and for good; the result follows from it. */
export const drawAllocation = async (
  world: AnyWorld,
  allocation: Allocation,
  drawn: { readonly seed: string; readonly witnesses: string },
): Promise<Verdict<'wrong-state' | 'too-early'>> => {
  if (allocation.seed !== null) return refused('wrong-state')
  if (world.today < allocation.seedOn) return refused('too-early')
  await bookingDb(world)
    .insertInto('booking.allocation_seed')
    .values({
      body_id: world.body.id,
      allocation_id: allocation.id,
      seed: drawn.seed,
      witnesses: drawn.witnesses,
      entered_by: hand(world),
      entered_at: world.now,
    })
    .execute()
  await record(world, 'allocation.drawn', {
    subject: `allocation:${allocation.id}`,
    content: { owner: allocation.owner, seed: drawn.seed },
  })
  return allowed
}

const select = (world: Where) =>
  bookingDb(world)
    .selectFrom('booking.allocation as a')
    .leftJoin('booking.allocation_seed as s', join => join.onRef('s.body_id', '=', 'a.body_id').onRef('s.allocation_id', '=', 'a.id'))
    .select([
      'a.id',
      'a.owner',
      'a.title',
      'a.path',
      'a.method',
      'a.offers',
      'a.inputs',
      'a.commitment',
      'a.seed_source as seedSource',
      'a.seed_on as seedOn',
      'a.published_at as publishedAt',
      's.seed',
      's.witnesses',
      's.entered_at as enteredAt',
    ])
    .where('a.body_id', '=', world.body.id)

const read = (row: Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]): Allocation => {
  const { seed, witnesses, enteredAt, ...rest } = row
  const inputs = row.inputs === '' ? [] : row.inputs.split('\n')
  return {
    ...rest,
    inputs,
    seed: seed === null ? null : { text: seed, witnesses: witnesses ?? '', at: enteredAt ?? '' },
    result: seed === null || inputs.length === 0 ? null : allocate({ inputs, seed, offers: row.offers }),
  }
}
export const allocationById = async (world: Where, id: string): Promise<Allocation | undefined> => {
  const row = await select(world).where('a.id', '=', id).executeTakeFirst()
  return row && read(row)
}
/** A room's allocations, the latest first; of every room without one. */
export const allocationsOf = async (world: Where, owner: string | null = null): Promise<readonly Allocation[]> =>
  (
    await select(world)
      .$if(owner !== null, query => query.where('a.owner', '=', owner!))
      .orderBy('a.id', 'desc')
      .limit(50)
      .execute()
  ).map(read)

/** Whose pseudonyms: for those who run the service, never for a public page. */
export const applicantsOf = async (world: Where, id: string): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await bookingDb(world)
    .selectFrom('booking.applicant')
    .select(['pseudonym', 'person_id'])
    .where('body_id', '=', world.body.id)
    .where('allocation_id', '=', id)
    .execute()
  return new Map(rows.map(row => [row.pseudonym, row.person_id]))
}
