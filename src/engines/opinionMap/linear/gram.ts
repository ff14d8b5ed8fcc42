import type { VoteTable } from '../votes.ts'

/**
 * Whole-number sums over participants for each pair of statements (j < k, or j = k), from which the covariance follows
 * exactly whatever the means: Σ v_j v_k, Σ v_j m_k, Σ m_j v_k and Σ m_j m_k, where v is the vote and m is 1 where there
 * is one. Four neighbouring numbers per pair; the pairs of j begin at `rowOf(j)`.
 */
export type Gram = { statements: number; sums: Int32Array }

export const emptyGram = (statements: number): Gram => ({ statements, sums: new Int32Array(2 * statements * (statements + 1)) })

export const gramOf = (table: VoteTable): Gram => {
  const gram = emptyGram(table.statements.length)
  const next = table.starts.slice(0, table.participants.length)
  const band = Math.max(1, Math.floor(bandBytes / (16 * Math.max(gram.statements, 1))))
  for (let until = band; until < gram.statements + band; until += band) {
    for (let person = 0; person < next.length; person++) next[person] = addPairs(gram, table, person, { from: next[person]!, until })
  }
  return gram
}

/** Pairs are counted for some statements at a time, so that what is being counted stays near the processor. */
const bandBytes = 1 << 18

/** Adds (sign 1) or takes away (sign −1) the votes of one participant. */
export const addRow = (gram: Gram, table: VoteTable, person: number, sign: 1 | -1) =>
  addPairs(gram, table, person, { from: table.starts[person]!, until: gram.statements, sign })

type Part = { from: number; until: number; sign?: 1 | -1 }

/** Counts the pairs whose first statement comes before `until`, from a place of the votes on. @returns the place reached */
const addPairs = ({ statements, sums }: Gram, table: VoteTable, person: number, { from, until, sign = 1 }: Part): number => {
  const { columns, votes } = table
  const end = table.starts[person + 1]!
  let left = from
  for (; left < end && columns[left]! < until; left++) {
    const base = 4 * pairBase(statements, columns[left]!)
    const vote = sign * votes[left]!
    for (let right = left; right < end; right++) {
      const pair = base + 4 * columns[right]!
      const other = votes[right]!
      sums[pair]! += vote * other
      sums[pair + 1]! += vote
      sums[pair + 2]! += sign * other
      sums[pair + 3]! += sign
    }
  }
  return left
}

/** Added to k, the place of the pair (j, k) in the upper triangle written row by row. */
const pairBase = (statements: number, j: number) => j * statements - (j * (j + 1)) / 2

/** How many pairs of votes `gramOf` would count. */
export const pairsIn = (table: VoteTable): number => {
  let pairs = 0
  for (let person = 0; person < table.participants.length; person++) {
    const votes = table.starts[person + 1]! - table.starts[person]!
    pairs += (votes * (votes + 1)) / 2
  }
  return pairs
}

/** Mean vote on each statement, among those who answered it. */
export const meansOf = ({ statements, sums }: Gram): Float64Array => {
  const means = new Float64Array(statements)
  for (let j = 0; j < statements; j++) {
    const pair = 4 * (pairBase(statements, j) + j)
    means[j] = sums[pair + 3]! > 0 ? sums[pair + 1]! / sums[pair + 3]! : 0
  }
  return means
}

/**
 * The scatter matrix Σ_p (v_pj − mean_j)(v_pk − mean_k) over those who answered both, whole and symmetric, row by row:
 * a missing vote counts as the mean of its column, so it adds nothing.
 */
export const scatterOf = ({ statements, sums }: Gram, means: Float64Array): Float64Array => {
  const scatter = new Float64Array(statements * statements)
  for (let j = 0; j < statements; j++) {
    const base = 4 * pairBase(statements, j)
    const mean = means[j]!
    for (let k = j; k < statements; k++) {
      const pair = base + 4 * k
      const other = means[k]!
      const sum = sums[pair]! - other * sums[pair + 1]! - mean * sums[pair + 2]! + mean * other * sums[pair + 3]!
      scatter[j * statements + k] = sum
      scatter[k * statements + j] = sum
    }
  }
  return scatter
}
