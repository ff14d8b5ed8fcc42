/** A time from one instant to another, ISO 8601 UTC; the end is not in it. */
export interface Span {
  readonly startsAt: string
  readonly endsAt: string
}

const byStart = (a: Span, b: Span) =>
  a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.endsAt < b.endsAt ? -1 : a.endsAt > b.endsAt ? 1 : 0

export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt
export const contains = (outer: Span, inner: Span): boolean => outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt
export const minutesOf = ({ startsAt, endsAt }: Span): number => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
export const minutesAfter = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** The same times, in order, those that touch made one. Empty ones go. */
export const united = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = []
  for (const span of spans.filter(one => one.startsAt < one.endsAt).toSorted(byStart)) {
    const last = joined.at(-1)
    if (last && span.startsAt <= last.endsAt) {
      if (span.endsAt > last.endsAt) joined[joined.length - 1] = { startsAt: last.startsAt, endsAt: span.endsAt }
    } else joined.push({ startsAt: span.startsAt, endsAt: span.endsAt })
  }
  return joined
}

/** What is left of `spans` once `removed` is taken away. */
export const without = (spans: readonly Span[], removed: readonly Span[]): readonly Span[] => withoutUnited(united(spans), united(removed))

/** The same, for times that are already in order and apart from one another. */
export const withoutUnited = (spans: readonly Span[], gone: readonly Span[]): readonly Span[] => {
  const left: Span[] = []
  let first = 0
  for (const span of spans) {
    while (first < gone.length && gone[first]!.endsAt <= span.startsAt) first += 1
    let from = span.startsAt
    for (let at = first; at < gone.length && gone[at]!.startsAt < span.endsAt; at += 1) {
      if (gone[at]!.startsAt > from) left.push({ startsAt: from, endsAt: gone[at]!.startsAt })
      if (gone[at]!.endsAt > from) from = gone[at]!.endsAt
    }
    if (from < span.endsAt) left.push({ startsAt: from, endsAt: span.endsAt })
  }
  return left
}

/** What is in both. */
export const common = (spans: readonly Span[], others: readonly Span[]): readonly Span[] => {
  const [a, b] = [united(spans), united(others)]
  const both: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const startsAt = a[i]!.startsAt > b[j]!.startsAt ? a[i]!.startsAt : b[j]!.startsAt
    const endsAt = a[i]!.endsAt < b[j]!.endsAt ? a[i]!.endsAt : b[j]!.endsAt
    if (startsAt < endsAt) both.push({ startsAt, endsAt })
    if (a[i]!.endsAt < b[j]!.endsAt) i += 1
    else j += 1
  }
  return both
}

/** The first times of that length that are free, one after the other, at steps counted from the start of each free time. */
export const slotsIn = (free: readonly Span[], minutes: number, step: number, most: number): readonly Span[] => {
  const slots: Span[] = []
  for (const span of free) {
    for (let from = span.startsAt; slots.length < most; from = minutesAfter(from, step)) {
      const endsAt = minutesAfter(from, minutes)
      if (endsAt > span.endsAt) break
      slots.push({ startsAt: from, endsAt })
    }
  }
  return slots
}
