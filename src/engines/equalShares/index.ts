export type { Comparison, Completion, CountOptions, Election, GreedyTies, Project, Settle } from './election/election.ts'
export {
  equalShares,
  type EqualSharesResult,
  greedy,
  type GreedyOutcome,
  type GreedyResult,
  type Purchase,
  type TieDrawn,
} from './equalShares.ts'
