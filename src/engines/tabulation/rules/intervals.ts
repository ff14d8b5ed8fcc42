import type { Share } from '../types.ts'

/** Standard normal quantile of a two-sided interval at 95 %. */
const z = 1.959963984540054

/**
 * Wilson's interval at 95 % for a part of `base` answers.
 * `designEffect` (1 without weights) divides the size; `universe` people could have answered: when it is known and all of
 * them did, nothing is left to chance.
 */
export const wilson = (share: number, base: number, designEffect = 1, universe: number | null = null): Share => {
  if (!(base > 0)) throw new Error('An interval needs at least one answer.')
  if (universe !== null && base >= universe) return { share, low: share, high: share }
  const correction = universe === null ? 1 : (universe - 1) / (universe - base)
  const size = (base / designEffect) * correction
  const centre = (share + (z * z) / (2 * size)) / (1 + (z * z) / size)
  const half = (z / (1 + (z * z) / size)) * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size))
  return { share, low: Math.max(0, Math.min(share, centre - half)), high: Math.min(1, Math.max(share, centre + half)) }
}

/** Kish's design effect of weights: 1 when they are equal. */
export const designEffectOf = (weights: readonly number[]): number => {
  const total = sum(weights)
  return weights.length === 0 ? 1 : (weights.length * sum(weights.map(weight => weight * weight))) / (total * total)
}

// Summed from the smallest, so that the order of respondents changes no bit.
const sum = (values: readonly number[]) => values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
