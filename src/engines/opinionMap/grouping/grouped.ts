import { adjustBorders } from './adjustBorders.ts'
import { axesAndGroups } from './axesAndGroups.ts'
import { type Cloud, firstAxes, somePoints } from './cloud.ts'
import { centresOf, kMeans } from './kMeans.ts'
import { sample } from './sample.ts'
import { silhouette } from './silhouette.ts'

/** Votes that count as uncertainty: someone who gave so many is drawn half-way (in square) to the middle when groups are sought. */
const uncertainVotes = 30

export type People = {
  ids: readonly string[]
  /** Where each stands, along two axes or more. */
  cloud: Cloud
  /** How many votes each gave. */
  votes: ArrayLike<number>
}

export type Grouping = { groups: number; groupOf: Int32Array; axes: number; silhouette: number | null; centres: Float64Array }

/** Finds at most `most` groups; each person is in one. Groups are numbered by the published rule (`renumbered`). */
export const grouped = (people: People, most: number): Grouping => {
  const { cloud } = people
  if (cloud.count === 0) return { groups: 0, groupOf: new Int32Array(0), axes: 0, silhouette: null, centres: new Float64Array(0) }
  if (cloud.dimension === 0) return together(cloud.count)
  const steady = steadied(people)
  const chosen = sample(people.ids)
  const everyone = chosen.length === cloud.count
  const found = axesAndGroups(somePoints(steady, chosen), Math.min(most, 2 + Math.floor(cloud.count / 12)))
  const axes = found.centres.length / found.clusters
  const seen = firstAxes(cloud, axes)
  const spread = everyone ? found : kMeans(firstAxes(steady, axes), found.centres)
  const groupOf = renumbered(everyone ? adjustBorders(seen, spread.assignment, spread.clusters) : spread.assignment, found.clusters)
  const shown = Int32Array.from(chosen, point => groupOf[point]!)
  return {
    groups: found.clusters,
    groupOf,
    axes,
    silhouette: found.clusters > 1 ? silhouette(somePoints(seen, chosen), shown, found.clusters) : null,
    centres: centresOf(firstAxes(steady, axes), groupOf, new Float64Array(found.centres.length)),
  }
}

/** As many groups along as many axes as the last time, sought from their centres: quick, and near to `grouped`. */
export const regrouped = (people: People, most: number, last: Grouping): Grouping => {
  if (last.groups < 2 || last.axes > people.cloud.dimension || people.cloud.count === 0) return grouped(people, most)
  const steady = firstAxes(steadied(people), last.axes)
  const { assignment, clusters, centres } = kMeans(steady, last.centres)
  const groupOf = renumbered(assignment, clusters)
  if (new Set(groupOf).size < clusters) return grouped(people, most)
  const chosen = sample(people.ids)
  const shown = Int32Array.from(chosen, point => groupOf[point]!)
  return {
    groups: clusters,
    groupOf,
    axes: last.axes,
    silhouette: silhouette(somePoints(firstAxes(people.cloud, last.axes), chosen), shown, clusters),
    centres: centresOf(steady, groupOf, centres),
  }
}

/** Everyone at the same place: one group. */
const together = (count: number): Grouping => ({
  groups: 1,
  groupOf: new Int32Array(count),
  axes: 0,
  silhouette: null,
  centres: new Float64Array(0),
})

/**
 * A place known by few votes is uncertain: before groups are sought, each place is drawn towards the middle by
 * √(votes ÷ (votes + 30)). Without it, those who answered least would stand farthest out and decide the groups.
 */
export const steadied = ({ cloud, votes }: People): Cloud => {
  const { count, dimension } = cloud
  const coordinates = cloud.coordinates.slice()
  for (let point = 0; point < count; point++) {
    const factor = Math.sqrt(votes[point]! / (votes[point]! + uncertainVotes))
    for (let axis = 0; axis < dimension; axis++) coordinates[point * dimension + axis]! *= factor
  }
  return { count, dimension, coordinates }
}

/** The largest group is 0, and so on; of two as large, the one whose first member comes first. */
export const renumbered = (assignment: Int32Array, clusters: number): Int32Array => {
  const sizes = new Uint32Array(clusters)
  const firsts = new Int32Array(clusters).fill(assignment.length)
  for (let point = assignment.length - 1; point >= 0; point--) {
    sizes[assignment[point]!]!++
    firsts[assignment[point]!] = point
  }
  const order = Array.from({ length: clusters }, (_, cluster) => cluster)
  order.sort((left, right) => sizes[right]! - sizes[left]! || firsts[left]! - firsts[right]!)
  const numberOf = new Int32Array(clusters)
  for (const [number, cluster] of order.entries()) numberOf[cluster] = number
  return assignment.map(cluster => numberOf[cluster]!)
}
