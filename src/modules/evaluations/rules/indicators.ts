import type { Answers } from '#engines/surveys'

export const indicatorIds = ['satisfaction', 'clarity', 'waiting', 'help'] as const
export type IndicatorId = (typeof indicatorIds)[number]

/** A figure, and from how many answers. */
export interface Indicator {
  readonly value: number
  readonly n: number
}
/** Absent: fewer answers than the threshold. */
export type Indicators = { readonly [Id in IndicatorId]?: Indicator }

/** How a figure is read: more is better, or less; and how many decimals it keeps. */
export const scales: Readonly<Record<IndicatorId, { readonly better: 'more' | 'less'; readonly decimals: 0 | 1 }>> = {
  satisfaction: { better: 'more', decimals: 0 },
  clarity: { better: 'more', decimals: 1 },
  waiting: { better: 'less', decimals: 1 },
  help: { better: 'more', decimals: 0 },
}

/**
 * The four figures of a service. Satisfaction: part, in %, of those who answer very good or good among those who have an opinion.
 * Clarity: mean of 1 to 5. Waiting: mean, in minutes. Help: part, in %, of those who reached the administration among those who tried.
 * A figure of fewer than `threshold` answers is left out.
 */
export const indicatorsOf = (responses: readonly Answers[], threshold: number): Indicators => {
  const figures: Record<IndicatorId, readonly number[]> = {
    satisfaction: responses.flatMap(({ satisfaction }) => opinion(satisfaction)),
    clarity: responses.flatMap(({ comprehension }) => (typeof comprehension === 'number' ? [comprehension] : [])),
    waiting: responses.flatMap(({ waiting }) => (typeof waiting === 'number' ? [waiting] : [])),
    help: responses.flatMap(({ contact_reached: reached }) => (reached === 'yes' ? [100] : reached === 'no' ? [0] : [])),
  }
  const published = indicatorIds.flatMap(id => {
    const values = figures[id]
    return values.length < threshold || values.length === 0
      ? []
      : [[id, { value: mean(values, scales[id].decimals), n: values.length }] as const]
  })
  return Object.fromEntries(published)
}

const opinion = (answer: unknown): readonly number[] => {
  if (answer === 'very_good' || answer === 'good') return [100]
  return answer === 'medium' || answer === 'bad' || answer === 'very_bad' ? [0] : []
}

// Whole numbers are summed: the order of answers changes nothing.
const mean = (values: readonly number[], decimals: number) => {
  const unit = 10 ** decimals
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * unit) / unit
}

/**
 * What may replace what was published: a figure whose answers are the same number, or that gained or lost at least `threshold`; otherwise the
 * figure already known stays, so that no subtraction says what a few newcomers answered.
 */
export const nextIndicators = (previous: Indicators, next: Indicators, threshold: number): Indicators =>
  Object.fromEntries(
    indicatorIds.flatMap(id => {
      const [before, after] = [previous[id], next[id]]
      const isSafe = !before || !after || before.n === after.n || Math.abs(after.n - before.n) >= threshold
      const kept = isSafe ? (after ?? before) : before
      return kept ? [[id, kept] as const] : []
    }),
  )
