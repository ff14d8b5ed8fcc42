/** A vote, as far as the day that is written beside it goes. */
interface Dated {
  readonly participant: string
  readonly at: string
  readonly isVerified: boolean
}

/**
 * The day written beside the votes of each participant: the first of a stretch of days in which at least `least` people came, and
 * as many verified residents, or none. What is left at the end joins those before it.
 */
export const sharedDays = (votes: readonly Dated[], least: number): ReadonlyMap<string, string> => {
  const first = new Map<string, { readonly day: string; readonly isVerified: boolean }>()
  for (const { participant, at, isVerified } of votes) {
    const [day, known] = [at.slice(0, 10), first.get(participant)]
    if (!known || day < known.day) first.set(participant, { day, isVerified })
  }
  const arrivals = [...first].map(([participant, one]) => ({ participant, ...one })).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const isEnough = (people: number, residents: number) => people >= least && (residents === 0 || residents >= least)
  const stretches: { readonly people: typeof arrivals; residents: number }[] = []
  let open: (typeof stretches)[number] = { people: [], residents: 0 }
  for (const [at, arrival] of arrivals.entries()) {
    open.people.push(arrival)
    open.residents += arrival.isVerified ? 1 : 0
    if (arrivals[at + 1]?.day === arrival.day) continue
    if (!isEnough(open.people.length, open.residents) && at < arrivals.length - 1) continue
    stretches.push(open)
    open = { people: [], residents: 0 }
  }
  for (
    let last = stretches.at(-1);
    last && stretches.length > 1 && !isEnough(last.people.length, last.residents);
    last = stretches.at(-1)
  ) {
    const before = stretches.at(-2)
    stretches.pop()
    for (const one of last.people) before?.people.push(one)
    if (before) before.residents += last.residents
  }
  return new Map(stretches.flatMap(({ people }) => people.map(({ participant }) => [participant, people[0]?.day ?? ''] as const)))
}
