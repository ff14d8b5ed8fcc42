import { isListedFor, moderationOf } from '#engines/moderation'
import { type C, townHall } from '#kernel/http'
import { populationMargins } from '#modules/population'
import { ruleById } from '#modules/roll'
import type { Locale } from '#kernel/i18n'
import type { AnyWorld } from '#kernel/world'
import { words } from '../locales/index.ts'
import { type Budget, readBudget } from '../queries/budgets.ts'
import { type Idea, readIdea } from '../queries/ideas.ts'
import { type CommuneMap, readMap } from '../queries/places.ts'
import type { Tables } from '../schema.ts'
import { ideaSubject } from '../rules/sitePath.ts'

export type Request = C<Tables>

/** The budget named in the address; one that is not published exists for the town hall alone. */
export const budgetOf = async (c: Request): Promise<Budget | null> => {
  // Three names in addresses, so that each page is looked at in the phase where it lives.
  const id = c.req.param('budget') ?? c.req.param('openBudget') ?? c.req.param('gatheringBudget') ?? '0'
  const budget = await readBudget(c.var, id)
  return budget && (budget.publishedAt !== null || townHall.allows(c.var.actor)) ? budget : null
}

/** The idea named in the address with its budget; null when this reader may not know that it exists. */
export const ideaOf = async (c: Request): Promise<{ readonly idea: Idea; readonly budget: Budget } | null> => {
  const idea = await readIdea(c.var, c.req.param('budgetIdea') ?? '0')
  const budget = idea && (await readBudget(c.var, idea.budget))
  if (!idea || !budget || (budget.publishedAt === null && !townHall.allows(c.var.actor))) return null
  const moderated = await moderationOf(c.var.db, c.var.body.id, [ideaSubject(idea.id)])
  return isListedFor(moderated.get(ideaSubject(idea.id)), c.var.actor) ? { idea, budget } : null
}

/** The names of both rules of the roll that a budget points to. */
export const ruleNamesOf = async (world: AnyWorld, { rules }: Budget) => {
  const anyone = words(world.locale)('rules.anyone')
  const named = async (rule: string | null) =>
    rule === null ? anyone : ((await ruleById(world.db as never, world.body.id, rule))?.name ?? anyone) // the roll reads its own table
  return { propose: await named(rules.proposeRule), vote: await named(rules.voteRule) }
}

/** Districts and ages that voters may say they belong to: those of the published population, none when nothing was published. */
export const groupsOf = async (world: AnyWorld, locale: Locale) => {
  const known = await populationMargins(world, world.today)
  const options = (dimension: 'district' | 'age') =>
    (known?.margins.find(one => one.dimension === dimension)?.categories ?? []).map(({ code, label }) => ({
      value: code,
      label: label[locale],
    }))
  return { districts: options('district'), ages: options('age') }
}

/** The commune's map; none under a budget of the past, which may come from anywhere. */
export const mapOf = async (world: AnyWorld, { archive }: Pick<Budget, 'archive'>): Promise<CommuneMap> =>
  archive === null ? readMap(world) : { places: [], lines: [] }
