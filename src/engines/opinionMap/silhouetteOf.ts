import { silhouette } from './grouping/silhouette.ts'

/** Mean silhouette of any grouping of people where a map draws them, −1 to 1; groups are whole numbers from 0. */
export const silhouetteOf = (people: readonly { x: number; y: number }[], groups: readonly number[]): number => {
  const coordinates = Float64Array.from(people.flatMap(({ x, y }) => [x, y]))
  return silhouette({ count: people.length, dimension: 2, coordinates }, groups, Math.max(0, ...groups) + 1)
}
