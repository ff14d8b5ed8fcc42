import { type Cloud, squaredDistance } from './cloud.ts'

/**
 * Mean silhouette (Rousseeuw 1987), −1 to 1: how much nearer people are to their own cluster than to the nearest other.
 * Someone alone in a cluster counts 0.
 */
export const silhouette = (cloud: Cloud, assignment: ArrayLike<number>, clusters: number): number =>
  cloud.count === 0 ? 0 : totalWidth(distanceSums(cloud, assignment, clusters), assignment) / cloud.count

/** For each point, the sum of its distances to the points of each cluster; and how many each cluster holds. */
export type DistanceSums = { clusters: number; sums: Float64Array; sizes: Float64Array }

export const distanceSums = (cloud: Cloud, assignment: ArrayLike<number>, clusters: number): DistanceSums => {
  const sums = new Float64Array(cloud.count * clusters)
  const sizes = new Float64Array(clusters)
  for (let point = 0; point < cloud.count; point++) {
    const own = assignment[point]!
    sizes[own]!++
    for (let other = 0; other < point; other++) {
      const distance = Math.sqrt(squaredDistance(cloud, point, cloud.coordinates, other))
      sums[point * clusters + assignment[other]!]! += distance
      sums[other * clusters + own]! += distance
    }
  }
  return { clusters, sums, sizes }
}

export const totalWidth = ({ clusters, sums, sizes }: DistanceSums, assignment: ArrayLike<number>): number => {
  let total = 0
  for (let point = 0; point < assignment.length; point++) {
    const own = assignment[point]!
    if (sizes[own]! <= 1) continue
    const inside = sums[point * clusters + own]! / (sizes[own]! - 1)
    let outside = Infinity
    for (let cluster = 0; cluster < clusters; cluster++)
      if (cluster !== own && sizes[cluster]! > 0) outside = Math.min(outside, sums[point * clusters + cluster]! / sizes[cluster]!)
    const widest = Math.max(inside, outside)
    if (widest > 0 && outside < Infinity) total += (outside - inside) / widest
  }
  return total
}
