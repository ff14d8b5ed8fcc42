import { denseProduct } from './linear/block.ts'
import { type Gram, gramOf, meansOf, pairsIn, scatterOf } from './linear/gram.ts'
import { leadingEigen } from './linear/leadingEigen.ts'
import { sparseProduct } from './linear/sparseProduct.ts'
import { countsOfAll } from './tally.ts'
import type { VoteTable } from './votes.ts'

/** Directions of greatest variance; `variances` over `participants − 1`, `total` over all directions. */
export type PrincipalAxes = { means: Float64Array; vectors: Float64Array[]; variances: number[]; total: number }

/** The two directions that are drawn are found to the last digits; those that may only help to group, nearly enough. */
const precisions = [1e-12, 1e-12, 1e-3, 1e-3]
/** A direction with less than this part of the greatest variance is rounding. */
const nothing = 1e-10

/** Beyond so many statements, or pairs per vote, the matrix of all pairs would cost more than it saves. */
const mostStatements = 3_000
const mostPairsPerVote = 120

export const writesPairs = (table: VoteTable): boolean =>
  table.statements.length <= mostStatements && pairsIn(table) <= mostPairsPerVote * table.votes.length

/** From the votes alone. A missing vote counts as the mean vote on its statement. */
export const principalAxes = (table: VoteTable): PrincipalAxes =>
  writesPairs(table) ? axesOfGram(gramOf(table), table.participants.length) : axesOfVotes(table)

/** From sums already made; `start`: the directions of the last time. */
export const axesOfGram = (gram: Gram, participants: number, start: readonly Float64Array[] = []): PrincipalAxes => {
  const size = gram.statements
  const means = meansOf(gram)
  const scatter = scatterOf(gram, means)
  let total = 0
  for (let place = 0; place < size; place++) total += scatter[place * size + place]!
  return finished(leadingEigen({ size, product: denseProduct(scatter, size), precisions, start }), { means, total, participants })
}

export const axesOfVotes = (table: VoteTable, start: readonly Float64Array[] = []): PrincipalAxes => {
  const { agree, disagree, seen } = countsOfAll(table)
  const means = Float64Array.from(seen, (answers, place) => (answers > 0 ? (agree[place]! - disagree[place]!) / answers : 0))
  const total = seen.reduce((sum, answers, place) => sum + agree[place]! + disagree[place]! - answers * means[place]! ** 2, 0)
  const eigen = leadingEigen({ size: means.length, product: sparseProduct(table, means), precisions, start })
  return finished(eigen, { means, total, participants: table.participants.length })
}

type Known = { means: Float64Array; total: number; participants: number }

const finished = ({ values, vectors }: ReturnType<typeof leadingEigen>, { means, total, participants }: Known): PrincipalAxes => {
  const kept = Array.from(values).filter(value => value > nothing * Math.max(values[0]!, 0) && value > 0)
  const over = Math.max(participants - 1, 1)
  return {
    means,
    vectors: kept.map((_, place) => signed(vectors.slice(place * means.length, (place + 1) * means.length))),
    variances: kept.map(value => value / over),
    total: total / over,
  }
}

/** The published sign: the loading of greatest magnitude is positive (the first, if several are as great). */
const signed = (vector: Float64Array): Float64Array => {
  let most = 0
  for (let place = 1; place < vector.length; place++) if (Math.abs(vector[place]!) > Math.abs(vector[most]!)) most = place
  return vector[most]! < 0 ? vector.map(value => -value) : vector
}
