import type { Consensus, Direction, GroupAwareConsensus } from '../opinionMap.ts'
import type { Counts } from '../tally.ts'
import { isSignificant, probability, proportionTest } from './tests.ts'

const mostPerDirection = 5

/**
 * What people agree on, then what they disagree with, whatever their group: at most five of each, the strongest first.
 * A statement is kept if its probability is above one half and its test significant; it is ranked by probability × test.
 * Source: Polis, repness.clj, consensus-stats and select-consensus-comments: over everyone who voted, in the map or not.
 */
export const consensus = (counts: Counts, statements: readonly string[]): Consensus[] =>
  (['agree', 'disagree'] as const).flatMap(direction =>
    statements
      .map((statement, place) => towards(direction, statement, counts[direction][place]!, counts.seen[place]!))
      .filter(one => one.probability > 0.5 && isSignificant(one.probabilityTest))
      .sort((left, right) => right.score - left.score)
      .slice(0, mostPerDirection),
  )

const towards = (direction: Direction, statement: string, successes: number, trials: number): Consensus => {
  const [likely, test] = [probability(successes, trials), proportionTest(successes, trials)]
  return { statement, direction, score: likely * test, successes, trials, probability: likely, probabilityTest: test }
}

/**
 * For each statement, the product over the groups of the probability that a member agrees.
 * Source: Polis, conversation.clj, :group-aware-consensus. Empty when there are no groups.
 */
export const groupAwareConsensus = (groups: readonly Counts[], statements: readonly string[]): GroupAwareConsensus[] =>
  groups.length === 0
    ? []
    : statements.map((statement, place) => ({
        statement,
        probability: groups.reduce((product, { agree, seen }) => product * probability(agree[place]!, seen[place]!), 1),
      }))
