import { type Cloud, squaredDistance } from './cloud.ts'
import { type Clustering, centresOf, kMeans } from './kMeans.ts'

const candidatesTried = 8
const mostCandidates = 500

/**
 * k-means for one cluster, then two, up to `most`, without luck: each clustering is sought from the best one with one
 * centre fewer, by adding a centre where it promises to reduce the inertia most (Likas, Vlassis and Verbeek, The global
 * k-means clustering algorithm, 2003). Equal promises: the first point. Beyond
 * 500 points, one in so many is tried. Stops early if there are too few distinct points.
 */
export const globalKMeans = (cloud: Cloud, most: number): Clustering[] => {
  const found = [single(cloud)]
  while (found.length < most) {
    const last = found[found.length - 1]!
    const tried = promising(cloud, last).map(point => kMeans(cloud, withCentre(last.centres, cloud, point)))
    const best = tried.reduce<Clustering | undefined>((least, one) => (least && least.inertia <= one.inertia ? least : one), undefined)
    if (!best || hasEmpty(best)) break
    found.push(best)
  }
  return found
}

const single = (cloud: Cloud): Clustering => {
  const assignment = new Int32Array(cloud.count)
  return kMeans(cloud, centresOf(cloud, assignment, new Float64Array(cloud.dimension)))
}

/** The points that, made a centre, would lower the inertia most: each takes what is nearer to it than to its own centre. */
const promising = (cloud: Cloud, { centres, assignment }: Clustering): number[] => {
  const own = new Float64Array(cloud.count)
  for (let point = 0; point < cloud.count; point++) own[point] = squaredDistance(cloud, point, centres, assignment[point]!)
  const gains = new Float64Array(cloud.count)
  const step = Math.ceil(cloud.count / mostCandidates)
  for (let candidate = 0; candidate < cloud.count; candidate += step) {
    let gain = 0
    for (let point = 0; point < cloud.count; point++) {
      const saved = own[point]! - squaredDistance(cloud, point, cloud.coordinates, candidate)
      if (saved > 0) gain += saved
    }
    gains[candidate] = gain
  }
  return Array.from({ length: cloud.count }, (_, point) => point)
    .filter(point => point % step === 0 && own[point]! > 0)
    .sort((left, right) => gains[right]! - gains[left]! || left - right)
    .slice(0, candidatesTried)
}

const withCentre = (centres: Float64Array, { coordinates, dimension }: Cloud, point: number) =>
  Float64Array.from([...centres, ...coordinates.subarray(point * dimension, (point + 1) * dimension)])

const hasEmpty = ({ assignment, clusters }: Clustering) => new Set(assignment).size < clusters
