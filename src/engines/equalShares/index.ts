export type { Comparison, Completion, CountOptions, Election, GreedyTies, Project, Settle } from './election/election.ts'
export { compareIds } from './election/compareIds.ts'
export {
  equalShares,
  type EqualSharesResult,
  greedy,
  type GreedyOutcome,
  type GreedyResult,
  type Miss,
  type Purchase,
  type TieDrawn,
} from './equalShares.ts'
export { seededLot } from './seededLot.ts'
export { electionOf, type PabulibElection, type Reading } from './pabulib/electionOf.ts'
export type { Pabulib, PabulibProblem, PabulibRead, Table } from './pabulib/pabulib.ts'
export { type PabulibLines, readPabulib } from './pabulib/readPabulib.ts'
export { writePabulib } from './pabulib/writePabulib.ts'
export { type Funding, fundingByGroup, type GroupFunding, type GroupPart } from './explain/groups.ts'
export { type Representation, representationOf } from './explain/representation.ts'
export { checkPabulib, type PabulibFault, type PabulibRemark } from './pabulib/checkPabulib.ts'
export { pabulibOf, type PabulibRule, type PublishedVote } from './pabulib/pabulibOf.ts'
