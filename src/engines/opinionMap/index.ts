export { type StatementNote, type Vote, type VoteRow, type VoteTable } from './votes.ts'
export { gatherVotes, voteTable, type VoteGatherer } from './gatherVotes.ts'
export {
  opinionMap,
  type Consensus,
  type Direction,
  type ExcludedParticipant,
  type GroupAwareConsensus,
  type MappedParticipant,
  type MappedStatement,
  type OpinionGroup,
  type OpinionInput,
  type OpinionMap,
  type OpinionOptions,
  type Priority,
  type Representative,
  type Tally,
} from './opinionMap.ts'
export { adjustedRand } from './grouping/adjustedRand.ts'
export { silhouetteOf } from './silhouetteOf.ts'
export { sensitivity, type Sensitivity } from './sensitivity.ts'
export { updateOpinionMap, warmState, type WarmState } from './warm.ts'
export { opinionMapInWorker } from './inWorker.ts'
export { readPolisComments, writePolisComments } from './polis/comments.ts'
export { readPolisParticipants, writePolisParticipants } from './polis/participants.ts'
export { readPolisSummary, writePolisSummary } from './polis/summary.ts'
export { readPolisVotes, writePolisVotes } from './polis/votes.ts'
export { readVoteTable } from './polis/voteTable.ts'
export type {
  Chunks,
  PolisComment,
  PolisParticipant,
  PolisParticipants,
  PolisProblem,
  PolisRead,
  PolisSummary,
  PolisVote,
} from './polis/files.ts'
