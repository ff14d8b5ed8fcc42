import { type Cloud, firstAxes } from './cloud.ts'
import { globalKMeans } from './globalKMeans.ts'
import type { Clustering } from './kMeans.ts'
import { silhouette } from './silhouette.ts'

/** How much better the mean silhouette must be for one more group, or one more direction, to be worth it. */
const worthIt = 0.03

/**
 * How many components carry groups, and how many groups there are.
 *
 * k groups that really differ span k − 1 directions: three directions are kept only if, seen in three, four groups stand
 * out better than two or three would; four directions, if five groups do. Otherwise the two directions that are drawn are
 * enough, with the fewest groups whose silhouette is within `worthIt` of the best.
 */
export const axesAndGroups = (cloud: Cloud, most: number): Clustering => {
  for (let axes = Math.min(cloud.dimension, most - 1); axes > 2; axes--) {
    const rated = ratedClusterings(firstAxes(cloud, axes), axes + 1)
    const last = rated[rated.length - 1]
    if (last?.clustering.clusters === axes + 1 && rated.every(one => one === last || one.width + worthIt <= last.width))
      return last.clustering
  }
  const rated = ratedClusterings(firstAxes(cloud, 2), most)
  const best = Math.max(...rated.map(({ width }) => width))
  return rated.find(({ width }) => width + worthIt > best)!.clustering
}

/** With two groups and more; with one only if there cannot be two. */
const ratedClusterings = (cloud: Cloud, most: number) => {
  const found = globalKMeans(cloud, most)
  return (found.length > 1 ? found.slice(1) : found).map(clustering => ({
    clustering,
    width: clustering.clusters > 1 ? silhouette(cloud, clustering.assignment, clustering.clusters) : 0,
  }))
}
