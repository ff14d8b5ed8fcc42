import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planted } from '../fixtures/planted.ts'
import { voteTable } from '../gatherVotes.ts'
import { axesOfVotes, principalAxes } from '../principalAxes.ts'
import type { VoteTable } from '../votes.ts'

/** The whole centred matrix, a missing vote being the mean of its column. */
const centred = (table: VoteTable) => {
  const rows = table.participants.map((_, person) => {
    const row = new Map<number, number>()
    for (let at = table.starts[person]!; at < table.starts[person + 1]!; at++) row.set(table.columns[at]!, table.votes[at]!)
    return row
  })
  const means = table.statements.map((_, column) => {
    const given = rows.flatMap(row => row.get(column) ?? [])
    return given.reduce((sum, vote) => sum + vote, 0) / given.length
  })
  return rows.map(row => means.map((mean, column) => (row.get(column) ?? mean) - mean))
}

/** An independent reference: cyclic Jacobi on nested arrays, written from the definition. */
const denseEigen = (matrix: number[][]) => {
  const size = matrix.length
  const a = matrix.map(row => [...row])
  const v = a.map((_, i) => a.map((_unused, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(a[p]![q]!) < 1e-300) continue
        const angle = 0.5 * Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!)
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (const row of [...a, ...v]) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
        const [up, uq] = [a[p]!, a[q]!]
        a[p] = up.map((value, k) => c * value - s * uq[k]!)
        a[q] = up.map((value, k) => s * value + c * uq[k]!)
      }
    }
  }
  return a.map((row, i) => ({ value: row[i]!, vector: v.map(line => line[i]!) })).sort((left, right) => right.value - left.value)
}

const reference = (table: VoteTable) => {
  const rows = centred(table)
  return denseEigen(
    table.statements.map((_, j) => table.statements.map((_unused, k) => rows.reduce((sum, row) => sum + row[j]! * row[k]!, 0))),
  )
}

const upToSign = (vector: ArrayLike<number>, other: readonly number[]) => {
  const errors = [1, -1].map(sign => Math.max(...other.map((value, place) => Math.abs(sign * value - vector[place]!))))
  return Math.min(...errors)
}

test.each([
  { people: 60, statements: 20, groups: 3, answered: 0.6, sure: 0.8 },
  { people: 120, statements: 70, groups: 2, answered: 0.3, sure: 0.7 },
  { people: 150, statements: 90, groups: 4, answered: 0.5, sure: 0.7 },
])('components are those of the dense matrix, up to sign, to 1e-9 ($people × $statements)', plan => {
  const table = voteTable(planted(plan))
  const expected = reference(table)
  for (const axes of [principalAxes(table), axesOfVotes(table)]) {
    for (const place of [0, 1]) {
      expect(upToSign(axes.vectors[place]!, expected[place]!.vector)).toBeLessThan(1e-9)
      expect(axes.variances[place]! * (plan.people - 1)).toBeCloseTo(expected[place]!.value, 8)
    }
    expect(axes.total * (plan.people - 1)).toBeCloseTo(
      expected.reduce((sum, { value }) => sum + value, 0),
      7,
    )
  }
})

test('any small matrix: each component is an eigenvector, of length 1, its greatest loading positive', () => {
  const rows = fc.array(
    fc.record({
      participant: fc.nat({ max: 12 }).map(String),
      statement: fc.nat({ max: 9 }).map(String),
      vote: fc.constantFrom<-1 | 0 | 1>(-1, 0, 1),
      order: fc.nat({ max: 3 }),
    }),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(rows, given => {
      const table = voteTable(given)
      const axes = principalAxes(table)
      const matrix = centred(table)
      for (const [place, vector] of axes.vectors.entries()) {
        const image = matrix.map(row => row.reduce((sum, value, k) => sum + value * vector[k]!, 0))
        const value = axes.variances[place]! * Math.max(table.participants.length - 1, 1)
        for (const column of table.statements.keys()) {
          const product = matrix.reduce((sum, row, person) => sum + row[column]! * image[person]!, 0)
          expect(Math.abs(product - value * vector[column]!)).toBeLessThan(1e-7)
        }
        expect(vector.reduce((sum, loading) => sum + loading * loading, 0)).toBeCloseTo(1, 10)
        const greatest = vector.reduce((most, loading) => (Math.abs(loading) > Math.abs(most) ? loading : most), 0)
        expect(greatest).toBeGreaterThan(0)
      }
    }),
  )
})
