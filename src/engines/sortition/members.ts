import type { Pool, TypePanel } from './pool.ts'
import { type Highs, openModel } from './solve/highs.ts'

/** A panel of people, by index in `respondents`, ascending, and how likely it is. */
export interface WeighedPanel {
  readonly weight: number
  readonly members: readonly number[]
}

const near = 1e-8
const nothing = 1e-9

/**
 * People instead of types: within a type everybody gets the same probability. How long each is in each panel is a vertex of a
 * transportation problem, so nearly all are in a whole panel or not at all; a panel is split only where somebody is in a part of it.
 */
export const peopleOf = (highs: Highs, pool: Pool, panels: readonly TypePanel[], shares: readonly number[]): readonly WeighedPanel[] => {
  const parts = panels.map((): { line: { person: number; until: number }[]; seats: number }[] => [])
  for (const [type, { people }] of pool.types.entries()) {
    const used = panels.flatMap((panel, at) => (panel[type]! > 0 ? [at] : []))
    const times = spread(
      highs,
      people.length,
      used.map(at => ({ seats: panels[at]![type]!, share: shares[at]! })),
    )
    for (const [at, panel] of used.entries()) {
      const share = shares[panel]!
      const seats = panels[panel]![type]!
      const floor = Math.min(near, share / 1000)
      // What floating point left near a whole seat, or near none, is that.
      const own = people.flatMap((person, index) => {
        const time = times[at]![index]!
        return time < floor ? [] : [{ person, time: time > share - floor ? share : time }]
      })
      const whole = own.filter(({ time }) => time === share)
      const parted = own.filter(({ time }) => time < share)
      const left = (seats - whole.length) * share
      const total = parted.reduce((sum, { time }) => sum + time, 0)
      const line = whole.map(({ person }, seat) => ({ person, until: (seat + 1) * share }))
      let until = whole.length * share
      for (const { person, time } of parted) line.push({ person, until: (until += (time * left) / total) })
      line.at(-1)!.until = Infinity
      parts[panel]!.push({ line, seats })
    }
  }
  const cut = panels.flatMap((_, panel) => cutUp(parts[panel]!, shares[panel]!))
  const total = cut.reduce((sum, { weight }) => sum + weight, 0)
  return cut.map(({ weight, members }) => ({ weight: weight / total, members }))
}

/** Time of each person in each panel: everybody the same in all, nobody longer than a panel lasts. */
const spread = (highs: Highs, people: number, panels: readonly { seats: number; share: number }[]): number[][] => {
  if (panels.every(({ seats }) => seats === people)) return panels.map(({ share }) => Array.from({ length: people }, () => share))
  const all = panels.reduce((sum, { seats, share }) => sum + seats * share, 0)
  const cells = panels.flatMap(({ share }, panel) =>
    Array.from({ length: people }, (_, person) => ({ cost: (7 * panel + 13 * person) % 17, lower: 0, upper: share })),
  )
  const row = (limit: number, indices: number[]) => ({ lower: limit - 1e-10, upper: limit + 1e-10, indices, values: indices.map(() => 1) })
  const model = openModel(
    highs,
    cells,
    [
      ...Array.from({ length: people }, (_, person) =>
        row(
          all / people,
          panels.map((_panel, panel) => panel * people + person),
        ),
      ),
      ...panels.map(({ seats, share }, panel) =>
        row(
          seats * share,
          Array.from({ length: people }, (_, person) => panel * people + person),
        ),
      ),
    ],
    'smallest',
  )
  try {
    model.options.set({ solver: 'simplex', primal_feasibility_tolerance: 1e-10 })
    model.run()
    // Should it be lost in floating point: everybody as long in each panel, which only makes more of them.
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      return panels.map(({ seats, share }) => Array.from({ length: people }, () => (seats * share) / people))
    const { colValue } = model.getSolution()
    return panels.map((_, panel) => [...colValue.subarray(panel * people, (panel + 1) * people)])
  } finally {
    model.dispose()
  }
}

/** McNaughton (1959): times laid end to end, cut at the length of the panel, stacked: one person per seat at each instant, never twice. */
const cutUp = (types: readonly { line: readonly { person: number; until: number }[]; seats: number }[], share: number): WeighedPanel[] => {
  const ends = types.flatMap(({ line }) => line.map(({ until }) => (Number.isFinite(until) ? until % share : 0)))
  const cuts = [0, ...ends.filter(end => end > nothing && end < share - nothing), share].toSorted((a, b) => a - b)
  return cuts.slice(1).flatMap((end, at) => {
    const weight = end - cuts[at]!
    if (weight <= nothing) return []
    const instant = cuts[at]! + weight / 2
    const members = types.flatMap(({ line, seats }) =>
      Array.from({ length: seats }, (_, seat) => line.find(({ until }) => seat * share + instant < until)!.person),
    )
    return [{ weight, members: members.toSorted((a, b) => a - b) }]
  })
}

/** Probability of each person. */
export const probabilitiesOf = (people: number, panels: readonly WeighedPanel[]): Float64Array => {
  const probabilities = new Float64Array(people)
  for (const { weight, members } of panels) for (const person of members) probabilities[person]! += weight
  return probabilities
}
