export type { Comparison, Completion, CountOptions, Election, Project, Settle } from './election/election.ts'
export { equalShares, type EqualSharesResult, type Purchase, type TieDrawn } from './equalShares.ts'
