import { type Options, placeOf, placesOf, type Rank, ranksOf } from './options.ts'

/** A ballot: groups of options, the preferred first; options of a group are equal. Options not named are equal, after all others. */
export type Ranking = readonly (readonly string[])[]

/** Why `winner` is before `loser`: the strongest chain of majorities each way; the weakest link of each is its strength. */
export interface BeatPath {
  readonly winner: string
  readonly loser: string
  readonly path: readonly string[]
  readonly strength: number
  /** The strongest way back, and 0 when there is none. */
  readonly back: readonly string[]
  readonly backStrength: number
}

export interface Schulze {
  /** `preferred[a][b]`: how many voters prefer the option at place `a` to the one at place `b`, in the order of `options`. */
  readonly options: Options
  readonly preferred: readonly (readonly number[])[]
  /** `strengths[a][b]`: the strength of the strongest path from `a` to `b`; 0 when there is none. */
  readonly strengths: readonly (readonly number[])[]
  readonly ranking: readonly Rank[]
  /** The option preferred to each other one by more voters than the reverse, when there is one. */
  readonly condorcet: string | null
  readonly ballots: number
  /** Explains one option before another; null when nothing puts it there. */
  explain(winner: string, loser: string): BeatPath | null
}

/**
 * The Schulze method (M. Schulze, Social Choice and Welfare 36, 2011), a link being as strong as the votes for it (winning
 * votes). An option is before another if its strongest path to it is stronger than the way back. This order is transitive, but
 * there may be options that nothing distinguishes. In the ranking come first those that no other is before, then those that no
 * other of the rest is before, and so on; options of one step share their place.
 * @throws TypeError for a ballot that ranks an option twice, or one that is not voted on
 */
export const schulze = (options: Options, ballots: readonly Ranking[]): Schulze => {
  const places = placesOf(options)
  const preferred = preferencesOf(options, places, ballots)
  const { strengths, next } = strongest(preferred)
  const before = (a: number, b: number) => strengths[a]![b]! > strengths[b]![a]!
  const all = options.map((_, place) => place)
  const beaten = all.find(a => all.every(b => a === b || preferred[a]![b]! > preferred[b]![a]!))
  return {
    options,
    preferred,
    strengths,
    ranking: ranksOf(layersOf(all, before).map(layer => layer.map(place => options[place]!))),
    condorcet: beaten === undefined ? null : options[beaten]!,
    ballots: ballots.length,
    explain(winner, loser) {
      const [a, b] = [placeOf(places, winner), placeOf(places, loser)]
      if (!before(a, b)) return null
      const names = (from: number, to: number) => pathOf(next, from, to).map(place => options[place]!)
      return { winner, loser, path: names(a, b), strength: strengths[a]![b]!, back: names(b, a), backStrength: strengths[b]![a]! }
    },
  }
}

const preferencesOf = (options: Options, places: ReadonlyMap<string, number>, ballots: readonly Ranking[]): number[][] => {
  const preferred = options.map(() => new Array<number>(options.length).fill(0))
  for (const ballot of ballots) {
    const rank = new Array<number>(options.length).fill(ballot.length)
    const named = new Set<number>()
    for (const [level, group] of ballot.entries())
      for (const option of group) {
        const place = placeOf(places, option)
        if (named.has(place)) throw new TypeError(`A ballot ranks “${option}” twice.`)
        named.add(place)
        rank[place] = level
      }
    for (const [a, mine] of rank.entries()) for (const [b, theirs] of rank.entries()) if (mine < theirs) preferred[a]![b]!++
  }
  return preferred
}

/** Strongest paths (the widest, by Floyd and Warshall), and the next option on each; of equal paths, the first found stays. */
const strongest = (preferred: readonly (readonly number[])[]) => {
  const size = preferred.length
  const strengths = preferred.map((row, a) => row.map((votes, b) => (votes > preferred[b]![a]! ? votes : 0)))
  const next = strengths.map(row => row.map((strength, b) => (strength > 0 ? b : -1)))
  for (let through = 0; through < size; through++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) {
        if (a === b || a === through || b === through) continue
        const strength = Math.min(strengths[a]![through]!, strengths[through]![b]!)
        if (strength <= strengths[a]![b]!) continue
        strengths[a]![b] = strength
        next[a]![b] = next[a]![through]!
      }
  return { strengths, next }
}

const pathOf = (next: readonly (readonly number[])[], from: number, to: number): readonly number[] => {
  if (next[from]![to]! < 0) return []
  const path = [from]
  while (path.at(-1) !== to) path.push(next[path.at(-1)!]![to]!)
  return path
}

/** Those that none of the others is before, then the same among the others, until nobody is left. */
const layersOf = (options: readonly number[], before: (a: number, b: number) => boolean): readonly (readonly number[])[] => {
  if (options.length === 0) return []
  const first = options.filter(option => !options.some(other => before(other, option)))
  return [
    first,
    ...layersOf(
      options.filter(option => !first.includes(option)),
      before,
    ),
  ]
}
