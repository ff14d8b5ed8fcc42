import type { AnyWorld } from '#kernel/world'
import { programmeLines, type ProgrammeLine } from '#modules/measures'
import { type Commitment, isLate, spendingOn, standingOf } from './commitment.ts'
import { type Decision, decisionsOn } from './decided.ts'
import { commitmentsOfMeasures } from './queries.ts'
import { type MandateState, mandateState } from './rules/mandate.ts'
import { type Spending, spendingOf } from './rules/money.ts'

/** A measure of the programme with what was promised of it. */
export interface MandateLine extends ProgrammeLine {
  readonly state: MandateState
  readonly commitments: readonly Commitment[]
  readonly late: readonly Commitment[]
  readonly decisions: readonly { readonly title: string; readonly url: string }[]
  readonly spending: Spending
}

/** These measures, in the order of the programme, each with its promises. */
export const mandateLines = async (
  world: Pick<AnyWorld, 'db' | 'body' | 'today'>,
  asked: Parameters<typeof programmeLines>[2],
): Promise<readonly MandateLine[]> => {
  const measures = await programmeLines(world.db, world.body.id, asked)
  const ids = measures.map(({ id }) => id)
  const promised = await commitmentsOfMeasures(world, ids)
  const decided = await decisionsOn(world, ids)
  return measures.map(measure =>
    lineOf(
      measure,
      promised.filter(one => one.measure === measure.id),
      decided.filter(one => one.measure === measure.id),
      world.today,
    ),
  )
}

const lineOf = (measure: ProgrammeLine, commitments: readonly Commitment[], decided: readonly Decision[], today: string): MandateLine => ({
  ...measure,
  commitments,
  late: commitments.filter(one => isLate(one, today)),
  state: mandateState(
    measure.stage,
    commitments.map(one => {
      const standing = standingOf(one, today)
      return { isLate: isLate(one, today), isKept: standing === 'kept', isWithdrawn: standing === 'withdrawn' }
    }),
  ),
  // The measure itself is the title of its line.
  decisions: byAddress([
    ...decided,
    ...commitments.filter(one => one.decision !== `measure:${measure.id}`).map(one => ({ title: one.decisionTitle, url: one.decisionUrl })),
  ]),
  spending: spendingOf(commitments.flatMap(({ money }) => money)),
})

const byAddress = (decisions: readonly { readonly title: string; readonly url: string }[]) => [
  ...new Map(decisions.map(({ title, url }) => [url, { title, url }])).values(),
]

/** What is late comes first, the day that passed longest ago before the others; whatever it is about. */
export const latestFirst = (commitments: readonly Commitment[], today: string): readonly Commitment[] =>
  commitments
    .filter(one => isLate(one, today))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? Number(a.id) - Number(b.id) : a.dueOn < b.dueOn ? -1 : 1))

export const totalOf = (commitments: readonly Commitment[]): Spending => {
  const each = commitments.map(spendingOn)
  const voted = each.reduce((sum, one) => sum + one.voted, 0)
  const spent = each.reduce((sum, one) => sum + one.spent, 0)
  return { voted, spent, left: voted - spent, share: voted > 0 ? spent / voted : null }
}
