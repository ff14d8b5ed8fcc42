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
export { sensitivity, type Sensitivity } from './sensitivity.ts'
export { updateOpinionMap, warmState, type WarmState } from './warm.ts'
export { opinionMapInWorker } from './inWorker.ts'
export {
  readPolisComments,
  readPolisParticipants,
  readPolisVotes,
  writePolisComments,
  writePolisParticipants,
  writePolisVotes,
  type Chunks,
  type PolisComment,
  type PolisParticipant,
  type PolisParticipants,
  type PolisProblem,
  type PolisRead,
  type PolisVote,
} from './polisFiles.ts'
