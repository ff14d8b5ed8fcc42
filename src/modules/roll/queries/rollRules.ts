import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { Conditions } from '../rules/standing.ts'
import type { Here, Roll, RuleId } from '../schema.ts'

/** A rule as it is read: what it asks, and where it stands. */
export interface Rule extends Conditions {
  readonly id: RuleId
  readonly name: string
  readonly explanation: string
  /** Text that fixed it, as the commune names it; may be empty. */
  readonly decidedBy: string
  readonly publishedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnBecause: string | null
}
export type NewRule = Conditions & Pick<Rule, 'name' | 'explanation' | 'decidedBy'>

const select = (db: Roll, body: number) =>
  db
    .selectFrom('roll.rule')
    .where('body_id', '=', body)
    .select([
      'id',
      'name',
      'explanation',
      'minimum_age as minimumAge',
      'residence',
      'college',
      'association',
      'identity',
      'decided_by as decidedBy',
      'published_at as publishedAt',
      'withdrawn_at as withdrawnAt',
      'withdrawn_because as withdrawnBecause',
    ])

/** Rules in force first, then drafts, then those withdrawn; the latest of each first. */
export const rulesOf = (
  db: Roll,
  body: number,
  { drafts }: { drafts: boolean },
  page: { size: number; start: number },
): Promise<readonly Rule[]> =>
  select(db, body)
    .$if(!drafts, query => query.where('published_at', 'is not', null))
    .orderBy(sql`withdrawn_at is not null`)
    .orderBy(sql`published_at is null`)
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute()

/** A rule by its number, whatever tables the handle knows: other rooms ask too. */
export const ruleById = (db: AnyDb, body: number, id: RuleId): Promise<Rule | undefined> =>
  select(db as Roll, body) // the module's own table
    .where('id', '=', id)
    .executeTakeFirst()

const written = (rule: NewRule) => ({
  name: rule.name,
  explanation: rule.explanation,
  minimum_age: rule.minimumAge,
  residence: rule.residence,
  college: rule.college,
  association: rule.association,
  identity: rule.identity,
  decided_by: rule.decidedBy,
})

export const addRule = async (world: Here, rule: NewRule): Promise<RuleId> => {
  const { id } = await world.db
    .insertInto('roll.rule')
    .values({ body_id: world.body.id, ...written(rule), created_by: world.actor.personId, created_at: world.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'rollRule.drafted', { subject: `rollRule:${id}`, content: { name: rule.name } })
  return id
}

/** Corrects a draft; a published rule is refused by the database. */
export const correctRule = async (world: Here, id: RuleId, rule: NewRule) => {
  await world.db.updateTable('roll.rule').set(written(rule)).where('body_id', '=', world.body.id).where('id', '=', id).execute()
  await record(world, 'rollRule.corrected', { subject: `rollRule:${id}`, content: { name: rule.name } })
}

export const publishRule = async (world: Here, id: RuleId) => {
  await world.db
    .updateTable('roll.rule')
    .set({ published_at: world.now, published_by: world.actor.personId })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
  await record(world, 'rollRule.published', { subject: `rollRule:${id}` })
}

export const withdrawRule = async (world: Here, id: RuleId, because: string) => {
  await world.db
    .updateTable('roll.rule')
    .set({ withdrawn_at: world.now, withdrawn_by: world.actor.personId, withdrawn_because: because })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(world, 'rollRule.withdrawn', { subject: `rollRule:${id}`, content: { because } })
}
