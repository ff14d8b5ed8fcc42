import { drawMap, prepared } from './drawMap.ts'
import { principalAxes } from './principalAxes.ts'
import type { StatementNote, VoteTable } from './votes.ts'

/** Votes, and what is known of the statements; a statement not listed is not moderated. */
export type OpinionInput = { votes: VoteTable; statements?: readonly StatementNote[] }

export type OpinionOptions = {
  /** Votes a participant needs to be in the map; 7, or the number of statements if there are fewer. */
  leastVotes?: number
  /** At most so many groups (2 to 5). */
  mostGroups?: number
}

export type Direction = 'agree' | 'disagree'

/** What people answered to a statement. `seen` is the sum of the three others. */
export type Tally = { agree: number; disagree: number; pass: number; seen: number }

/** A statement with at least one vote, not moderated out. Coordinates are where someone who only agreed with it would stand. */
export type MappedStatement = Tally & { id: string; x: number; y: number; groups: readonly Tally[] }

export type MappedParticipant = { id: string; x: number; y: number; group: number; votes: number }

/** Group 0 is the largest; equal sizes: the one whose first member comes first. Coordinates are the mean of the members'. */
export type OpinionGroup = { group: number; members: number; x: number; y: number }

/** Someone who voted too little to have a place in the map; their votes count for the statements all the same. */
export type ExcludedParticipant = { id: string; votes: number; needed: number }

/** What a group says that the others do not: figures of Polis, see README.md. */
export type Representative = {
  group: number
  statement: string
  direction: Direction
  /** The metric that ranks: representativeness × its test × probability × its test. */
  score: number
  successes: number
  trials: number
  probability: number
  probabilityTest: number
  representativeness: number
  representativenessTest: number
  /** The statement that the group agrees with best, shown first. */
  bestAgree: boolean
}

/** What people agree (or disagree) on, whatever their group. */
export type Consensus = {
  statement: string
  direction: Direction
  score: number
  successes: number
  trials: number
  probability: number
  probabilityTest: number
}

/** Product over the groups of the probability that one of its members agrees: high only if every group agrees. */
export type GroupAwareConsensus = { statement: string; probability: number }

/** How much a further vote on a statement would teach: the greater, the sooner it should be shown. */
export type Priority = { statement: string; priority: number }

export type OpinionMap = {
  /** Of the computation: the same version and the same digest give the same bytes. */
  version: string
  /** SHA-256 of the canonical input, in hexadecimal (README.md says how to compute it); empty while provisional. */
  inputDigest: string
  /** True when warm-started: near the published result, not the published result. */
  provisional: boolean
  participants: readonly MappedParticipant[]
  excluded: readonly ExcludedParticipant[]
  groups: readonly OpinionGroup[]
  statements: readonly MappedStatement[]
  /** Two directions of greatest variance (fewer if there are not two), each with one loading per statement of `statements`. */
  components: readonly (readonly number[])[]
  /** Mean vote on each statement of `statements`. */
  center: readonly number[]
  /** Variance along the components computed (two or more), greatest first. */
  eigenvalues: readonly number[]
  /** Part of the total variance along each, 0 to 1. */
  explained: readonly number[]
  /** How many components the groups were formed on. */
  groupingComponents: number
  /** Mean silhouette of the groups, −1 to 1; null with fewer than two groups. */
  silhouette: number | null
  representative: readonly Representative[]
  consensus: readonly Consensus[]
  groupAwareConsensus: readonly GroupAwareConsensus[]
  /** Every statement that is not moderated out, even without a vote, highest priority first. */
  priorities: readonly Priority[]
}

/**
 * The published result: from cold, bit-identical whatever the order in which the votes arrived.
 * The formulas, orders and rules on ties are in README.md.
 */
export const opinionMap = (input: OpinionInput, options: OpinionOptions = {}): OpinionMap => {
  const ready = prepared(input, options)
  return drawMap(ready, principalAxes(ready.votes))
}
