export interface Pointed {
  readonly id: string
  readonly cost: number
  readonly votes: number
  readonly points: number
}

/**
 * Projects by number of points, each one that still fits in the money. Of equal points the cheapest goes first, then the one with
 * the most voters, then the lot: `order` ranks what nothing else tells apart.
 */
export const greedyByPoints = (
  projects: readonly Pointed[],
  envelope: number,
  order: (among: readonly string[]) => readonly string[],
): readonly string[] => {
  const alike = new Map<string, Pointed[]>()
  for (const one of projects) {
    const key = `${one.points} ${one.cost} ${one.votes}`
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  const ranks = new Map<string, number>()
  for (const some of alike.values()) {
    const ids = some.map(({ id }) => id)
    for (const [rank, id] of (ids.length > 1 ? order(ids) : ids).entries()) ranks.set(id, rank)
  }
  const sorted = projects.toSorted(
    (a, b) => b.points - a.points || a.cost - b.cost || b.votes - a.votes || (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0),
  )
  let left = envelope
  return sorted.flatMap(({ id, cost, points }) => {
    if (points === 0 || cost > left) return []
    left -= cost
    return [id]
  })
}
