import { type Counted, type Masked, masked, maskedEach } from './masked.ts'

export interface MonthPublished {
  readonly month: string
  /** Null: fewer than the threshold, and then nothing else of that month is said. */
  readonly records: number | null
  readonly people: number | null
  /** Whole hours. */
  readonly hours: number | null
  readonly kinds: readonly Masked[]
  readonly topics: readonly Masked[]
}

/** One month as anybody may read it. Only whole months are published, and nothing of a longer time: no two figures can be subtracted. */
export const published = (
  month: {
    readonly month: string
    readonly records: number
    readonly people: number
    readonly minutes: number
    readonly kinds: readonly Counted[]
    readonly topics: readonly Counted[]
  },
  threshold: number,
): MonthPublished => {
  const { total, counts } = masked(month.kinds, threshold)
  if (total === null) return { month: month.month, records: null, people: null, hours: null, kinds: counts, topics: [] }
  return {
    month: month.month,
    records: month.records,
    people: month.people,
    hours: Math.round(month.minutes / 60),
    kinds: counts,
    topics: maskedEach(month.topics, threshold),
  }
}
