import { type Cloud, squaredDistance } from './cloud.ts'

/** Which centre each point belongs to. `inertia`: sum of the squared distances to the centres. */
export type Clustering = { clusters: number; assignment: Int32Array; centres: Float64Array; inertia: number }

const mostRounds = 100

/**
 * Lloyd's k-means from given centres. A point as near to two centres belongs to the first; sums are made in the order
 * of the points. A centre that nobody is near stays where it is.
 */
export const kMeans = (cloud: Cloud, start: Float64Array, rounds = mostRounds): Clustering => {
  const clusters = start.length / cloud.dimension
  let centres = start
  const assignment = new Int32Array(cloud.count).fill(-1)
  for (let round = 0; ; round++) {
    const { moved, inertia } = assign(cloud, centres, assignment)
    if (moved === 0 || round === rounds) return { clusters, assignment, centres, inertia }
    centres = centresOf(cloud, assignment, centres)
  }
}

const assign = (cloud: Cloud, centres: Float64Array, assignment: Int32Array) => {
  const clusters = centres.length / cloud.dimension
  let moved = 0
  let inertia = 0
  for (let point = 0; point < cloud.count; point++) {
    let best = 0
    let least = squaredDistance(cloud, point, centres, 0)
    for (let cluster = 1; cluster < clusters; cluster++) {
      const distance = squaredDistance(cloud, point, centres, cluster)
      if (distance < least) {
        least = distance
        best = cluster
      }
    }
    if (assignment[point] !== best) {
      assignment[point] = best
      moved++
    }
    inertia += least
  }
  return { moved, inertia }
}

/** The mean of each cluster; the centre it had, if it is empty. */
export const centresOf = (cloud: Cloud, assignment: Int32Array, before: Float64Array): Float64Array => {
  const { dimension, coordinates } = cloud
  const clusters = before.length / dimension
  const sums = new Float64Array(before.length)
  const totals = new Float64Array(clusters)
  for (let point = 0; point < cloud.count; point++) {
    const cluster = assignment[point]!
    totals[cluster]!++
    for (let axis = 0; axis < dimension; axis++) sums[cluster * dimension + axis]! += coordinates[point * dimension + axis]!
  }
  return sums.map((sum, place) => {
    const total = totals[Math.floor(place / dimension)]!
    return total > 0 ? sum / total : before[place]!
  })
}
