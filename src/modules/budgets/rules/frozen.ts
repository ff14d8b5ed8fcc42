import type { BudgetRules } from './terms.ts'

type Field = Exclude<keyof BudgetRules, 'version'>

const ofIdeas: readonly Field[] = ['ideasFrom', 'proposeRule', 'ceilingCents']
const ofVote: readonly Field[] = ['envelopeCents', 'voteFrom', 'voteUntil', 'voteRule', 'voteKind', 'mostChoices', 'points', 'method']

/** What may no longer change: each rule is frozen when the phase it governs begins, a closing day once it has passed. */
export const frozenFields = (rules: BudgetRules, isPublished: boolean, today: string): ReadonlySet<Field> =>
  isPublished
    ? new Set([
        ...(today >= rules.ideasFrom ? ofIdeas : []),
        ...(today > rules.ideasUntil ? (['ideasUntil'] as const) : []),
        ...(today > rules.studyUntil ? (['studyUntil'] as const) : []),
        ...(today >= rules.voteFrom ? ofVote : []),
      ])
    : new Set()

/** The frozen rules that this new version would change. */
export const refusedChanges = (
  before: BudgetRules,
  after: Omit<BudgetRules, 'version'>,
  isPublished: boolean,
  today: string,
): readonly Field[] => [...frozenFields(before, isPublished, today)].filter(field => before[field] !== after[field])

/** The first day that is out of order, or that the past would already hold; null when all is well. */
export const wrongDay = (
  after: Pick<BudgetRules, 'ideasFrom' | 'ideasUntil' | 'studyUntil' | 'voteFrom' | 'voteUntil'>,
): 'ideasUntil' | 'studyUntil' | 'voteFrom' | 'voteUntil' | null =>
  after.ideasUntil < after.ideasFrom
    ? 'ideasUntil'
    : after.studyUntil < after.ideasUntil
      ? 'studyUntil'
      : after.voteFrom <= after.studyUntil
        ? 'voteFrom'
        : after.voteUntil < after.voteFrom
          ? 'voteUntil'
          : null
