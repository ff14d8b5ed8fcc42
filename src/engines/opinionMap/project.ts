import type { Cloud } from './grouping/cloud.ts'
import type { VoteTable } from './votes.ts'

/** Where votes place people: the mean vote on each statement, and unit vectors of one loading per statement. */
export type Axes = { means: Float64Array; vectors: readonly Float64Array[] }

/**
 * The coordinates of some participants: their centred votes along each axis, times √(statements ÷ votes given), so that
 * answering few statements does not draw one to the middle (Polis, pca.clj, sparsity-aware-project-ptpt).
 */
export const project = (table: VoteTable, { means, vectors }: Axes, people: ArrayLike<number>): Cloud => {
  const dimension = vectors.length
  const coordinates = new Float64Array(people.length * dimension)
  for (let place = 0; place < people.length; place++) {
    const person = people[place]!
    const begin = table.starts[person]!
    const end = table.starts[person + 1]!
    const scale = Math.sqrt(table.statements.length / Math.max(end - begin, 1))
    for (let axis = 0; axis < dimension; axis++) {
      const loadings = vectors[axis]!
      let sum = 0
      for (let at = begin; at < end; at++) {
        const statement = table.columns[at]!
        sum += (table.votes[at]! - means[statement]!) * loadings[statement]!
      }
      coordinates[place * dimension + axis] = sum * scale
    }
  }
  return { count: people.length, dimension, coordinates }
}
