import type { AnyWorld } from '#kernel/world'
import { mayTakePart, type Standing } from '#modules/roll'
import type { Budget } from './queries/budgets.ts'

const anyoneSignedIn = ({ actor }: Pick<AnyWorld, 'actor'>): Standing =>
  actor.personId === null ? { ok: false, because: 'sign-in', missing: ['sign-in'] } : { ok: true, missing: [] }

const standing = (world: AnyWorld, rule: string | null): Promise<Standing> | Standing =>
  rule === null ? anyoneSignedIn(world) : mayTakePart(world, { rule, personId: world.actor.personId })

/** May the person asking propose an idea, by the rule of the roll that the budget names? */
export const mayPropose = async (world: AnyWorld, { rules }: Pick<Budget, 'rules'>) => standing(world, rules.proposeRule)
/** May the person asking vote, by the rule of the roll that the budget names? */
export const mayVote = async (world: AnyWorld, { rules }: Pick<Budget, 'rules'>) => standing(world, rules.voteRule)

/** The act of voting in a budget, on the roll. */
export const voteAct = (budget: string) => `budget:${budget}`
/** The channel of the roll through which the person asking acts. */
export const channelOf = ({ actor }: Pick<AnyWorld, 'actor'>) =>
  actor.onBehalf !== null && actor.onBehalf.channel !== 'guardian' ? 'desk' : 'screen'
