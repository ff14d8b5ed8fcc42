import { designEffectOf } from './intervals.ts'

/** What is known of the population along one dimension: counts or parts by category, of any total. */
export interface Margin {
  readonly dimension: string
  readonly categories: readonly { readonly code: string; readonly count: number }[]
}

/** The categories of the respondents along one dimension; null when unknown. */
export interface Profile {
  readonly dimension: string
  readonly codes: readonly (string | null)[]
}

export interface RakingBounds {
  /** Weights (of mean 1) are kept between these two, and both are published. */
  readonly lowest: number
  readonly highest: number
}
export const usualBounds: RakingBounds = { lowest: 0.3, highest: 3 }

export type RakingRefusal = 'nobody' | 'empty-margin' | 'outside-population' | 'weights-explode' | 'no-agreement'

export type Raking =
  | {
      readonly ok: true
      /** One per respondent, of mean 1. */
      readonly weights: readonly number[]
      readonly designEffect: number
      /** Respondents whose weight was brought back to a bound. */
      readonly trimmed: number
      /** Largest gap left between a margin and the population, as a part: 0.01 is one point. */
      readonly gap: number
      readonly rounds: number
    }
  | { readonly ok: false; readonly because: RakingRefusal; readonly dimension?: string; readonly category?: string }

/** Above this gap (as a part) after trimming, weights are refused rather than published. */
const widestGap = 0.01
const converged = 1e-12
const mostRounds = 10_000
const mostTrims = 50

/**
 * Weights by iterative proportional fitting (Deming & Stephan 1940), so that respondents weigh, along each dimension, what the
 * population weighs. Someone unknown along a dimension is left alone there. The order of respondents, of dimensions and of
 * categories changes no bit of the result.
 */
export const rake = (profiles: readonly Profile[], margins: readonly Margin[], bounds: RakingBounds = usualBounds): Raking => {
  const dimensions = margins.toSorted((a, b) => compare(a.dimension, b.dimension)).map(margin => fitted(margin, profiles))
  const size = profiles[0]?.codes.length ?? 0
  if (size === 0) return { ok: false, because: 'nobody' }
  for (const { margin, codes } of dimensions) {
    const present = new Set(codes)
    const total = margin.categories.reduce((all, { count }) => all + count, 0)
    for (const { code, count } of margin.categories.toSorted((a, b) => compare(a.code, b.code)))
      if (count / total > 0 && !present.has(code))
        return { ok: false, because: 'empty-margin', dimension: margin.dimension, category: code }
    const populated = new Set(margin.categories.filter(({ count }) => count > 0).map(({ code }) => code))
    for (const code of [...present].toSorted())
      if (code !== null && !populated.has(code))
        return { ok: false, because: 'outside-population', dimension: margin.dimension, category: code }
  }

  const cells = cellsOf(
    dimensions.map(({ codes }) => codes),
    size,
  )
  const targets = dimensions.map(({ margin }) => partsOf(margin))
  let rounds = fit(cells, targets)
  if (rounds === null) return { ok: false, because: 'no-agreement' }
  let trimmed = 0
  for (let turn = 0; turn < mostTrims && cells.some(({ weight }) => weight > bounds.highest || weight < bounds.lowest); turn++) {
    for (const cell of cells) {
      if (cell.weight > bounds.highest || cell.weight < bounds.lowest) cell.trimmed = true
      cell.weight = Math.min(bounds.highest, Math.max(bounds.lowest, cell.weight))
    }
    // The last word belongs to the bounds, or to the margins when both can be had.
    if (turn < mostTrims - 1) rounds += fit(cells, targets) ?? mostRounds
  }
  trimmed = cells.filter(cell => cell.trimmed).reduce((all, { people }) => all + people, 0)
  const mean = cells.reduce((all, { weight, people }) => all + weight * people, 0) / size
  const gap = Math.max(0, ...targets.map((parts, at) => gapOf(cells, at, parts)))
  if (gap > widestGap) return { ok: false, because: 'weights-explode' }
  const weightOf = new Map(cells.map(({ key, weight }) => [key, trimmed > 0 ? weight : weight / mean]))
  const weights = Array.from({ length: size }, (_, row) => weightOf.get(keyOf(dimensions.map(({ codes }) => codes[row] ?? null))) ?? 1)
  return { ok: true, weights, designEffect: designEffectOf(weights), trimmed, gap, rounds }
}

interface Cell {
  readonly key: string
  readonly codes: readonly (string | null)[]
  readonly people: number
  weight: number
  trimmed: boolean
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (codes: readonly (string | null)[]) => JSON.stringify(codes)

const fitted = (margin: Margin, profiles: readonly Profile[]) => {
  const profile = profiles.find(({ dimension }) => dimension === margin.dimension)
  if (!profile) throw new Error(`No respondent has a ${margin.dimension}.`)
  return { margin, codes: profile.codes }
}

const partsOf = (margin: Margin): ReadonlyMap<string, number> => {
  const total = margin.categories
    .map(({ count }) => count)
    .toSorted((a, b) => a - b)
    .reduce((all, count) => all + count, 0)
  return new Map(margin.categories.toSorted((a, b) => compare(a.code, b.code)).map(({ code, count }) => [code, count / total]))
}

/** Respondents of the same profile weigh the same: they are fitted as one. */
const cellsOf = (codes: readonly (readonly (string | null)[])[], size: number): readonly Cell[] => {
  const people = new Map<string, number>()
  for (let row = 0; row < size; row++) {
    const key = keyOf(codes.map(column => column[row] ?? null))
    people.set(key, (people.get(key) ?? 0) + 1)
  }
  return [...people]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([key, count]) => ({ key, codes: JSON.parse(key), people: count, weight: 1, trimmed: false }))
}

/** Rounds until every margin is met; null when they never agree. */
const fit = (cells: readonly Cell[], targets: readonly ReadonlyMap<string, number>[]): number | null => {
  for (let round = 1; round <= mostRounds; round++) {
    targets.forEach((parts, at) => {
      const { known, sums } = marginOf(cells, at)
      for (const cell of cells) {
        const code = cell.codes[at]
        if (code === null || code === undefined) continue
        const sum = sums.get(code) ?? 0
        if (sum > 0) cell.weight *= ((parts.get(code) ?? 0) * known) / sum
      }
    })
    if (targets.every((parts, at) => gapOf(cells, at, parts) < converged)) return round
  }
  return null
}

const marginOf = (cells: readonly Cell[], at: number) => {
  const sums = new Map<string, number>()
  let known = 0
  for (const { codes, people, weight } of cells) {
    const code = codes[at]
    if (code === null || code === undefined) continue
    sums.set(code, (sums.get(code) ?? 0) + people * weight)
    known += people * weight
  }
  return { known, sums }
}

const gapOf = (cells: readonly Cell[], at: number, parts: ReadonlyMap<string, number>) => {
  const { known, sums } = marginOf(cells, at)
  return Math.max(0, ...[...parts].map(([code, part]) => (known > 0 ? Math.abs((sums.get(code) ?? 0) / known - part) : 0)))
}
