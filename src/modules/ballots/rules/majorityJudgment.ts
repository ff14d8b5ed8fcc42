/** How many ballots gave each mention to one option, from the best mention to the worst. */
export type Profile = readonly number[]

/** The majority mention: the worse of the two in the middle when the ballots are even (Balinski and Laraki). Null without ballots. */
export const medianOf = (profile: Profile): number | null => {
  const middle = Math.floor(sumOf(profile) / 2)
  let seen = 0
  for (const [mention, times] of profile.entries()) {
    seen += times
    if (seen > middle) return mention
  }
  return null
}

/**
 * Options in order, the best first; those that no mention tells apart share a place. With equal majority mentions, one ballot of that
 * mention is taken away from each, and again, until one stands out. Every option must have been judged by as many ballots.
 */
export const judgmentOrder = (profiles: ReadonlyMap<number, Profile>): number[][] => {
  const judged = [...profiles]
    .map(([option, profile]) => ({ option, value: majorityValue(profile) }))
    .toSorted((a, b) => compareValues(a.value, b.value) || a.option - b.option)
  const places: (typeof judged)[] = []
  for (const one of judged) {
    const last = places.at(-1)
    if (last?.[0] && compareValues(last[0].value, one.value) === 0) last.push(one)
    else places.push([one])
  }
  return places.map(place => place.map(one => one.option))
}

/** The majority mentions met when one takes away one ballot of it each time. */
const majorityValue = (profile: Profile): readonly number[] => {
  const left = [...profile]
  const met: number[] = []
  for (let mention = medianOf(left); mention !== null; mention = medianOf(left)) {
    met.push(mention)
    left[mention]! -= 1
  }
  return met
}

const compareValues = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((mention, index) => mention !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

const sumOf = (profile: Profile) => profile.reduce((sum, n) => sum + n, 0)
