import type { Direction, Representative } from '../opinionMap.ts'
import type { Counts } from '../tally.ts'
import { isSignificant, probability, proportionTest, twoProportionsTest } from './tests.ts'

/** What one group answered to one statement, compared with everyone else in the map. */
export type Answer = {
  statement: number
  agree: number
  disagree: number
  seen: number
  agreeing: Figures
  disagreeing: Figures
}

type Figures = { probability: number; probabilityTest: number; representativeness: number; representativenessTest: number }

const mostPerGroup = 5

/**
 * What each group says that the others do not: at most five statements per group, agreements first.
 * Source: Polis, repness.clj, select-rep-comments. Statements are taken in ascending order, and equal scores keep it.
 */
export const representative = (groups: readonly Counts[], statements: readonly string[]): Representative[] =>
  groups.flatMap((_, group) => {
    const answers = statements.map((_id, statement) => answerOf(groups, group, statement))
    return selected(answers).map(({ answer, direction, bestAgree }) => ({
      group,
      statement: statements[answer.statement]!,
      direction,
      score: scoreOf(answer, direction),
      successes: direction === 'agree' ? answer.agree : answer.disagree,
      trials: answer.seen,
      ...figuresOf(answer, direction),
      bestAgree,
    }))
  })

/** The figures of Polis (repness.clj, comment-stats and add-comparitive-stats) for one group and one statement. */
export const answerOf = (groups: readonly Counts[], group: number, statement: number): Answer => {
  const inside = groups[group]!
  const agree = inside.agree[statement]!
  const disagree = inside.disagree[statement]!
  const seen = inside.seen[statement]!
  const elsewhere = (count: (counts: Counts) => Uint32Array) =>
    groups.reduce((sum, counts, other) => (other === group ? sum : sum + count(counts)[statement]!), 0)
  const seenElsewhere = elsewhere(counts => counts.seen)
  const figures = (successes: number, outside: number): Figures => ({
    probability: probability(successes, seen),
    probabilityTest: proportionTest(successes, seen),
    representativeness: probability(successes, seen) / probability(outside, seenElsewhere),
    representativenessTest: twoProportionsTest(successes, outside, seen, seenElsewhere),
  })
  return {
    statement,
    agree,
    disagree,
    seen,
    agreeing: figures(
      agree,
      elsewhere(counts => counts.agree),
    ),
    disagreeing: figures(
      disagree,
      elsewhere(counts => counts.disagree),
    ),
  }
}

type Selected = { answer: Answer; direction: Direction; bestAgree: boolean }

const selected = (answers: readonly Answer[]): Selected[] => {
  const sufficient = answers.filter(isSufficient)
  const agreed = answers.reduce<Answer | undefined>((best, answer) => (isBetterAgreed(answer, best) ? answer : best), undefined)
  const head: Selected[] = agreed ? [{ answer: agreed, direction: directionOf(agreed), bestAgree: true }] : []
  if (sufficient.length === 0) return agreed ? head : mostDifferent(answers).map(asSelected)
  const others = sufficient
    .filter(answer => answer !== agreed)
    .map(asSelected)
    .sort((left, right) => scoreOf(right.answer, right.direction) - scoreOf(left.answer, left.direction))
  const kept = [...head, ...others].slice(0, mostPerGroup)
  return [...kept.filter(({ direction }) => direction === 'agree'), ...kept.filter(({ direction }) => direction === 'disagree')]
}

const asSelected = (answer: Answer): Selected => ({ answer, direction: directionOf(answer), bestAgree: false })

/** The direction in which the group differs most (repness.clj, finalize-cmt-stats). */
const directionOf = ({ agreeing, disagreeing }: Answer): Direction =>
  agreeing.representativenessTest > disagreeing.representativenessTest ? 'agree' : 'disagree'

const figuresOf = (answer: Answer, direction: Direction) => (direction === 'agree' ? answer.agreeing : answer.disagreeing)

/** Representativeness × its test × probability × its test (repness.clj, repness-metric). */
const scoreOf = (answer: Answer, direction: Direction) => {
  const figures = figuresOf(answer, direction)
  return figures.representativeness * figures.representativenessTest * figures.probability * figures.probabilityTest
}

/** Both tests significant in one direction (repness.clj, passes-by-test?). */
const isSufficient = ({ agreeing, disagreeing }: Answer) =>
  [agreeing, disagreeing].some(figures => isSignificant(figures.representativenessTest) && isSignificant(figures.probabilityTest))

/** Whether a statement is better agreed with than the best until now (repness.clj, beats-best-agr?). */
const isBetterAgreed = ({ agree, disagree, agreeing }: Answer, best: Answer | undefined): boolean => {
  if (agree === 0 && disagree === 0) return false
  if (best && best.agreeing.representativeness > 1) return scoreOfAgreement(agreeing) > scoreOfAgreement(best.agreeing)
  if (best) return agreeing.probability * agreeing.probabilityTest > best.agreeing.probability * best.agreeing.probabilityTest
  return isSignificant(agreeing.probabilityTest) || (agreeing.representativeness > 1 && agreeing.probability > 0.5)
}

const scoreOfAgreement = (figures: Figures) =>
  figures.representativeness * figures.representativenessTest * figures.probability * figures.probabilityTest

/** When nothing passes: the statement on which the group differs most, the first if several (repness.clj, beats-best-by-test?). */
const mostDifferent = (answers: readonly Answer[]): Answer[] => {
  const difference = ({ agreeing, disagreeing }: Answer) => Math.max(agreeing.representativenessTest, disagreeing.representativenessTest)
  const best = answers.reduce<Answer | undefined>(
    (most, answer) => (most && difference(answer) <= difference(most) ? most : answer),
    undefined,
  )
  return best ? [best] : []
}
