/** Points of some dimension, one after another in `coordinates`, each standing for one person. */
export type Cloud = { count: number; dimension: number; coordinates: Float64Array }

/** Square of the distance from point `point` of a cloud to the one written at `place` in `others`. */
export const squaredDistance = ({ coordinates, dimension }: Cloud, point: number, others: Float64Array, place: number): number => {
  let sum = 0
  for (let axis = 0; axis < dimension; axis++) {
    const difference = coordinates[point * dimension + axis]! - others[place * dimension + axis]!
    sum += difference * difference
  }
  return sum
}

/** The same points seen along their first axes only. */
export const firstAxes = ({ count, dimension, coordinates }: Cloud, axes: number): Cloud => {
  const kept = Math.min(axes, dimension)
  const seen = new Float64Array(count * kept)
  for (let point = 0; point < count; point++)
    for (let axis = 0; axis < kept; axis++) seen[point * kept + axis] = coordinates[point * dimension + axis]!
  return { count, dimension: kept, coordinates: seen }
}

/** Some of the points. */
export const somePoints = ({ dimension, coordinates }: Cloud, points: ArrayLike<number>): Cloud => {
  const kept = new Float64Array(points.length * dimension)
  for (let place = 0; place < points.length; place++)
    kept.set(coordinates.subarray(points[place]! * dimension, (points[place]! + 1) * dimension), place * dimension)
  return { count: points.length, dimension, coordinates: kept }
}
