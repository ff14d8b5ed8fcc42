import { type Cloud, squaredDistance } from './cloud.ts'
import { type DistanceSums, distanceSums, totalWidth } from './silhouette.ts'

/** Only people about as near to another group as to their own are on a border. */
const borderRatio = 1.3

/**
 * k-means cuts half-way between centres, though a small group may be wider or narrower than its neighbour. A last
 * adjustment moves people on a border, one at a time, each time the one whose move raises the mean silhouette most (the
 * first, at equal gain), at most √people ÷ 4 of them: enough to settle a border, too few to make other groups.
 */
export const adjustBorders = (cloud: Cloud, assignment: Int32Array, clusters: number): Int32Array => {
  const adjusted = assignment.slice()
  if (clusters < 2) return adjusted
  const state = distanceSums(cloud, adjusted, clusters)
  for (let left = Math.ceil(Math.sqrt(cloud.count) / 4); left > 0; left--) {
    const move = bestMove(cloud, adjusted, state)
    if (!move) break
    apply(cloud, adjusted, state, move)
  }
  return adjusted
}

type Move = { point: number; to: number }

const bestMove = (cloud: Cloud, assignment: Int32Array, state: DistanceSums): Move | undefined => {
  let best: Move | undefined
  let most = totalWidth(state, assignment) + 1e-9
  for (let point = 0; point < cloud.count; point++) {
    for (let to = 0; to < state.clusters; to++) {
      if (!isOnBorder(state, point, assignment[point]!, to)) continue
      const width = widthAfter(cloud, assignment, state, { point, to })
      if (width <= most) continue
      most = width
      best = { point, to }
    }
  }
  return best
}

/** What `totalWidth` would be after a move. */
const widthAfter = (cloud: Cloud, assignment: Int32Array, { clusters, sums, sizes }: DistanceSums, { point, to }: Move): number => {
  const from = assignment[point]!
  let total = 0
  for (let other = 0; other < cloud.count; other++) {
    const distance = Math.sqrt(squaredDistance(cloud, other, cloud.coordinates, point))
    const own = other === point ? to : assignment[other]!
    let inside = 0
    let outside = Infinity
    for (let cluster = 0; cluster < clusters; cluster++) {
      const change = cluster === from ? -1 : cluster === to ? 1 : 0
      const sum = sums[other * clusters + cluster]! + change * distance
      const size = sizes[cluster]! + change
      if (cluster === own) inside = size > 1 ? sum / (size - 1) : -1
      else if (size > 0 && sum / size < outside) outside = sum / size
    }
    if (inside >= 0 && outside > 0) total += (outside - inside) / Math.max(inside, outside)
  }
  return total
}

const isOnBorder = ({ clusters, sums, sizes }: DistanceSums, point: number, from: number, to: number) =>
  from !== to &&
  sizes[from]! > 2 &&
  sums[point * clusters + to]! / sizes[to]! <= (borderRatio * sums[point * clusters + from]!) / (sizes[from]! - 1)

const apply = (cloud: Cloud, assignment: Int32Array, { clusters, sums, sizes }: DistanceSums, { point, to }: Move) => {
  const from = assignment[point]!
  assignment[point] = to
  sizes[from]!--
  sizes[to]!++
  for (let other = 0; other < cloud.count; other++) {
    const distance = Math.sqrt(squaredDistance(cloud, other, cloud.coordinates, point))
    sums[other * clusters + from]! -= distance
    sums[other * clusters + to]! += distance
  }
}
