import type { Election } from '#engines/equalShares'

const shapes = ['any', 'few costs', 'dear', 'alike', 'nothing affordable', 'all affordable', 'unsupported', 'one voter', 'larger'] as const

export interface Shaped extends Election {
  readonly shape: (typeof shapes)[number]
}

/** A small election of one of many shapes, drawn by lots between 0 and 1. */
export const smallElection = (number: number, lot: () => number): Shaped => {
  const shape = shapes[number % shapes.length]!
  const between = (from: number, to: number) => from + Math.floor(lot() * (to - from + 1))
  const large = shape === 'larger'
  const costs = Array.from({ length: large ? between(20, 40) : between(1, 12) }, () => costOf(shape, between))
  const total = costs.reduce((all, cost) => all + cost, 0)
  const appeals = costs.map(() => (shape === 'unsupported' && lot() < 0.4 ? 0 : lot() ** 1.5))
  const voters = Array.from({ length: shape === 'one voter' ? 1 : large ? between(200, 500) : between(2, 30) }, () =>
    lot() < 0.1 ? [] : appeals.flatMap((appeal, at) => (lot() < appeal ? [String(at + 1)] : [])),
  )
  const budget =
    shape === 'nothing affordable'
      ? Math.min(...costs) - 1
      : shape === 'all affordable'
        ? total + between(0, 5)
        : between(1, Math.ceil(total * 0.8))
  return { shape, budget, projects: costs.map((cost, at) => ({ id: String(at + 1), cost })), voters }
}

const costOf = (shape: Shaped['shape'], between: (from: number, to: number) => number) => {
  if (shape === 'few costs') return 10 * between(1, 3)
  if (shape === 'dear') return 10 * between(1, 500)
  return shape === 'alike' ? between(50, 100) : shape === 'larger' ? between(10, 5_000) : between(1, 60)
}
