export interface Tally {
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  readonly seen: number
}

/** Probability that somebody answers so, with one imagined answer of each side: (n + 1) / (seen + 2), as Polis counts it. */
export const probability = (n: number, seen: number) => (n + 1) / (seen + 2)

/** Least probability in every group for a statement to be shared by all. */
export const sharedFrom = 0.6
/** Fewest answers in every group before anything is said of all. */
export const fewestAnswers = 3

export interface Shared {
  readonly direction: 'agree' | 'disagree'
  /** Product over the groups of their probabilities: high only when every group says so. */
  readonly probability: number
  /** That of the group least convinced. */
  readonly least: number
}

/** What every group says, if they all do; null when one of them does not, or has hardly answered. */
export const sharedBy = (groups: readonly Tally[]): Shared | null => {
  if (groups.length === 0 || groups.some(group => group.seen < fewestAnswers)) return null
  for (const direction of ['agree', 'disagree'] as const) {
    const each = groups.map(group => probability(group[direction], group.seen))
    const least = Math.min(...each)
    if (least >= sharedFrom) return { direction, least, probability: each.reduce((product, one) => product * one, 1) }
  }
  return null
}

/** How far apart the groups are: the widest gap between their probabilities of agreeing. */
export const divided = (groups: readonly Tally[]): number => {
  if (groups.length < 2) return 0
  const each = groups.map(group => probability(group.agree, group.seen))
  return Math.max(...each) - Math.min(...each)
}

/** How much people hesitate: the probability of passing. */
export const unsure = (all: Tally): number => probability(all.pass, all.seen)
