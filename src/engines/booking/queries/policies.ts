import type { AnyWorld } from '#kernel/world'
import { Rules, rulesFrom, type RulesGiven } from '../rules/policy.ts'
import { bookingDb } from '../where.ts'

export interface PolicyVersion {
  readonly policy: string
  readonly name: string
  readonly number: number
  readonly since: string
  readonly rules: Rules
  /** Where the rules come from: a deliberation, a set of rules of the house. */
  readonly source: string
}
interface GivenRules {
  readonly rules: RulesGiven
  readonly since: string
  readonly source?: string
}

/** Adds the rules under which a room's things are booked. `agreement`: other bodies book under them too. @returns its number */
export const addPolicy = async (
  world: AnyWorld,
  policy: GivenRules & { readonly owner: string; readonly name: string; readonly agreement?: number | null },
): Promise<string> => {
  const db = bookingDb(world)
  const agreement_id = policy.agreement ?? null
  const { id } = await db
    .insertInto('booking.policy')
    .values({ body_id: world.body.id, owner: policy.owner, name: policy.name, agreement_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changePolicy(world, id, policy)
  return id
}

/** New rules from a day on; what was booked before keeps the price that was said. */
export const changePolicy = async (world: AnyWorld, id: string, { rules, since, source = '' }: GivenRules): Promise<void> => {
  const db = bookingDb(world)
  const policy = await db
    .selectFrom('booking.policy')
    .select('agreement_id')
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const last = await db
    .selectFrom('booking.policy_version')
    .select(eb => eb.fn.max('number').as('number'))
    .where('body_id', '=', world.body.id)
    .where('policy_id', '=', id)
    .executeTakeFirst()
  await db
    .insertInto('booking.policy_version')
    .values({
      body_id: world.body.id,
      policy_id: id,
      number: (last?.number ?? 0) + 1,
      since,
      rules: JSON.stringify(rulesFrom(rules)),
      source,
      agreement_id: policy.agreement_id,
      set_by: world.actor.onBehalf?.keyedBy ?? world.actor.personId,
      set_at: world.now,
    })
    .execute()
}

/** Every version of a policy, the latest first. `body`: the one that wrote it. */
export const policyVersions = async (
  world: Pick<AnyWorld, 'db' | 'body'>,
  id: string,
  body = world.body.id,
): Promise<readonly PolicyVersion[]> => {
  const rows = await bookingDb(world)
    .selectFrom('booking.policy_version as v')
    .innerJoin('booking.policy as p', join => join.onRef('p.body_id', '=', 'v.body_id').onRef('p.id', '=', 'v.policy_id'))
    .select(['v.policy_id as policy', 'p.name', 'v.number', 'v.since', 'v.rules', 'v.source'])
    .where('v.body_id', '=', body)
    .where('v.policy_id', '=', id)
    .orderBy('v.since', 'desc')
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(row => ({ ...row, rules: Rules.parse(row.rules) }))
}

/** The rules in force on a day; before the first version, that one. Throws when there is no such policy. */
export const policyOn = async (
  world: Pick<AnyWorld, 'db' | 'body'>,
  id: string,
  day: string,
  body = world.body.id,
): Promise<PolicyVersion> => {
  const versions = await policyVersions(world, id, body)
  const found = versions.find(({ since }) => since <= day) ?? versions.at(-1)
  if (!found) throw new Error(`No policy has the number ${id}.`)
  return found
}

/** What a policy is called and whose it is, of this body or shared with it; undefined when there is none of that number. */
export const policyById = async (world: Pick<AnyWorld, 'db' | 'body'>, id: string) =>
  /^\d{1,18}$/.test(id)
    ? bookingDb(world)
        .selectFrom('booking.policy')
        .select(['id', 'body_id as body', 'owner', 'name'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined

/** The policies of a room, or of every room without one, by room and name. */
export const policiesOf = (world: Pick<AnyWorld, 'db' | 'body'>, owner: string | null = null) =>
  bookingDb(world)
    .selectFrom('booking.policy')
    .select(['id', 'owner', 'name'])
    .where('body_id', '=', world.body.id)
    .$if(owner !== null, query => query.where('owner', '=', owner!))
    .orderBy('owner')
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute()

/** The number of a room's policy by its name, or null. */
export const policyNamed = async (world: Pick<AnyWorld, 'db' | 'body'>, owner: string, name: string): Promise<string | null> => {
  const row = await bookingDb(world)
    .selectFrom('booking.policy')
    .select('id')
    .where('body_id', '=', world.body.id)
    .where('owner', '=', owner)
    .where('name', '=', name)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
