import type { AnyWorld } from '#kernel/world'
import { factsOf } from './queries/facts.ts'
import { ruleById } from './queries/rollRules.ts'
import { type Standing, standingUnder } from './rules/standing.ts'
import type { Here, RuleId } from './schema.ts'

/** Whether a person may take part under a rule, today, and everything that is missing. Throws when there is no such rule. */
export const mayTakePart = async (world: AnyWorld, { rule, personId }: { rule: RuleId; personId: string | null }): Promise<Standing> => {
  const found = await ruleById(world.db, world.body.id, rule)
  if (!found) throw new Error(`There is no rule ${rule} on the roll.`)
  return standingUnder(found, personId === null ? null : await factsOf(world, personId))
}

/** Rules published and not withdrawn, to choose from in a form: the latest first. */
export const rulesInForce = async (world: AnyWorld): Promise<readonly { readonly id: RuleId; readonly name: string }[]> =>
  (world as Here).db // the module's own table
    .selectFrom('roll.rule')
    .select(['id', 'name'])
    .where('body_id', '=', world.body.id)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
