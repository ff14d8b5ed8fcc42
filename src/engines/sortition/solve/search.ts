import { keepsRules, type Pool, type TypePanel } from '../pool.ts'

/** Finds panels of large weight quickly, proving nothing. Its luck comes from a fixed sequence: same questions, same answers. */
export interface Search {
  /**
   * Improves `from` (any panel, rules kept or not) for these weights; undefined when it met no panel that keeps the rules.
   * `guide`: the same weights less what the rules cost (reduced costs), so that an exchange is judged with what it presses.
   */
  readonly improve: (weights: ArrayLike<number>, from: ArrayLike<number>, steps: number, guide?: ArrayLike<number>) => TypePanel | undefined
}

/** Xorshift32: enough to choose moves, and the same everywhere. */
export const luckOf = () => {
  let state = 0x9e3779b9
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}

/**
 * Simulated annealing on exchanges of one person for another. Breaking a quota costs more than any exchange can bring at the
 * end, and little at the beginning, so that tight quotas are crossed rather than walked around.
 */
export const openSearch = (pool: Pool): Search => {
  const luck = luckOf()
  const { types, quotas, size } = pool
  const most = Int32Array.from(types, ({ people }) => people.length)
  const counted = types.map(type => Int32Array.from(type.quotas))
  const home = Int32Array.from(types, ({ household }) => household)
  const min = Int32Array.from(quotas, quota => quota.min)
  const max = Int32Array.from(quotas, quota => quota.max)
  const counts = new Int32Array(quotas.length)
  const homes = new Int32Array(pool.households)
  const slots = new Int32Array(size)
  const panel = new Int32Array(types.length)

  const start = (from: ArrayLike<number>) => {
    counts.fill(0)
    homes.fill(0)
    panel.fill(0)
    let filled = 0
    const put = (type: number) => {
      slots[filled++] = type
      panel[type]!++
      for (const quota of counted[type]!) counts[quota]!++
      if (home[type]! >= 0) homes[home[type]!]!++
    }
    for (let type = 0; type < types.length; type++) for (let one = 0; one < (from[type] ?? 0) && filled < size; one++) put(type)
    while (filled < size) {
      const type = Math.floor(luck() * types.length)
      if (panel[type]! < most[type]!) put(type)
    }
  }
  const excess = () => {
    let sum = 0
    for (let quota = 0; quota < counts.length; quota++) sum += Math.max(0, min[quota]! - counts[quota]!, counts[quota]! - max[quota]!)
    for (let at = 0; at < homes.length; at++) sum += Math.max(0, homes[at]! - 1)
    return sum
  }
  /** What the rules broken grow by when `out` leaves and `enters` comes; the counts are left changed. */
  const exchange = (out: number, enters: number) => {
    let change = 0
    for (const quota of counted[out]!) {
      const count = counts[quota]!--
      change += count <= min[quota]! ? 1 : count > max[quota]! ? -1 : 0
    }
    for (const quota of counted[enters]!) {
      const count = counts[quota]!++
      change += count >= max[quota]! ? 1 : count < min[quota]! ? -1 : 0
    }
    if (home[out]! >= 0 && homes[home[out]!]!-- > 1) change--
    if (home[enters]! >= 0 && homes[home[enters]!]!++ > 0) change++
    panel[out]!--
    panel[enters]!++
    return change
  }

  return {
    improve: (weights, from, steps, guide = weights) => {
      start(from)
      let broken = excess()
      let value = 0
      let least = Infinity
      let largest = -Infinity
      for (let type = 0; type < types.length; type++) {
        value += panel[type]! * weights[type]!
        least = Math.min(least, guide[type]!)
        largest = Math.max(largest, guide[type]!)
      }
      const spread = Math.max(largest - least, 1e-12)
      let best: TypePanel | undefined = broken === 0 ? panel.slice() : undefined
      let bestValue = broken === 0 ? value : -Infinity
      for (let step = 0; step < steps; step++) {
        const done = step / steps
        const warmth = 0.03 * spread * (1 - done) ** 2 + 1e-9 * spread
        const fine = spread * (0.1 + 0.5 * done)
        const slot = Math.floor(luck() * size)
        const out = slots[slot]!
        let enters = Math.floor(luck() * types.length)
        for (let again = 0; again < 2; again++) {
          const other = Math.floor(luck() * types.length)
          if (guide[other]! > guide[enters]!) enters = other
        }
        if (enters === out || panel[enters]! >= most[enters]!) continue
        const gain = weights[enters]! - weights[out]!
        const change = exchange(out, enters)
        const benefit = guide[enters]! - guide[out]! - fine * change
        if (benefit >= 0 || luck() < Math.exp(benefit / warmth)) {
          slots[slot] = enters
          broken += change
          value += gain
          if (broken === 0 && value > bestValue + 1e-12) {
            bestValue = value
            best = panel.slice()
          }
        } else exchange(enters, out)
      }
      return best !== undefined && keepsRules(pool, best) ? best : undefined
    },
  }
}
