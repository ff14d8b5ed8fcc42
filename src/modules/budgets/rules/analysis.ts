/** A voter as the analysis sees them: the projects they gave something to, and what they said of themselves. */
export interface CountedVoter {
  readonly approvals: readonly string[]
  readonly district: string | null
  readonly age: string | null
}

/** For one list of winners: how many voters find there one project of theirs at least, and how many find 0, 1, 2… */
export interface Representation {
  readonly withOne: number
  /** Voters by number of their projects funded; the last one holds all those above. */
  readonly distribution: number[]
}
const most = 6

export const representationOf = (voters: readonly CountedVoter[], winners: ReadonlySet<string>): Representation => {
  const distribution = Array.from({ length: most + 1 }, () => 0)
  for (const { approvals } of voters) {
    const funded = approvals.filter(id => winners.has(id)).length
    distribution[Math.min(funded, most)]! += 1
  }
  return { withOne: voters.length - (distribution[0] ?? 0), distribution }
}

export interface Payments {
  /** What each voter paid, and has left, in the order of the voters. */
  readonly paid: readonly number[]
  readonly left: readonly number[]
}

/**
 * Who paid what, purchase after purchase: each supporter of a project gave `each`, or all that they had left.
 * `share` is what every voter had to begin with, in the unit of the costs.
 */
export const paymentsOf = (
  voters: readonly CountedVoter[],
  purchases: readonly { readonly project: string; readonly each: number }[],
  share: number,
): Payments => {
  const left = voters.map(() => share)
  const supporters = supportersOf(voters)
  for (const { project, each } of purchases)
    for (const voter of supporters.get(project) ?? []) left[voter] = Math.max(0, (left[voter] ?? 0) - each)
  return { left, paid: left.map(one => share - one) }
}

/** What the supporters of a project still had together when the count ended. */
export const leftFor = (voters: readonly CountedVoter[], { left }: Payments): ReadonlyMap<string, number> =>
  new Map([...supportersOf(voters)].map(([id, mine]) => [id, mine.reduce((sum, voter) => sum + (left[voter] ?? 0), 0)] as const))

const supportersOf = (voters: readonly CountedVoter[]): ReadonlyMap<string, readonly number[]> => {
  const supporters = new Map<string, number[]>()
  for (const [voter, { approvals }] of voters.entries())
    for (const id of approvals) {
      const mine = supporters.get(id)
      if (mine) mine.push(voter)
      else supporters.set(id, [voter])
    }
  return supporters
}

/** What a group of voters funded; the figures are null when so few people would let somebody be recognised. */
export interface GroupShare {
  /** Code of the district or of the age; null for those who did not say. */
  readonly code: string | null
  readonly figures: {
    readonly voters: number
    readonly withOneShares: number
    readonly withOneGreedy: number
    /** What its members paid together in the equal shares. */
    readonly paid: number
    /** The project to which they gave most. */
    readonly first: string | null
  } | null
}

export const groupsOf = (
  voters: readonly CountedVoter[],
  by: 'district' | 'age',
  winners: { readonly shares: ReadonlySet<string>; readonly greedy: ReadonlySet<string> },
  paid: readonly number[],
  least: number,
): readonly GroupShare[] => {
  const groups = new Map<string | null, number[]>()
  for (const [voter, one] of voters.entries()) {
    const mine = groups.get(one[by])
    if (mine) mine.push(voter)
    else groups.set(one[by], [voter])
  }
  const hidden = hiddenGroups(groups, least)
  return [...groups]
    .toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([code, mine]) => ({ code, figures: hidden.has(code) ? null : figuresOf(voters, mine, winners, paid) }))
}

/** Those below the threshold; when that would leave one alone, to be found by subtraction, the next smallest too. */
const hiddenGroups = (groups: ReadonlyMap<string | null, readonly number[]>, least: number): ReadonlySet<string | null> => {
  const sizes = [...groups].map(([code, mine]) => ({ code, size: mine.length })).toSorted((a, b) => a.size - b.size)
  const small = sizes.filter(({ size }) => size < least).length
  return new Set(sizes.slice(0, small === 1 ? 2 : small).map(({ code }) => code))
}

const figuresOf = (
  voters: readonly CountedVoter[],
  mine: readonly number[],
  winners: { readonly shares: ReadonlySet<string>; readonly greedy: ReadonlySet<string> },
  paid: readonly number[],
): NonNullable<GroupShare['figures']> => {
  const has = (set: ReadonlySet<string>) => mine.filter(voter => voters[voter]!.approvals.some(id => set.has(id))).length
  const given = new Map<string, number>()
  for (const voter of mine) for (const id of voters[voter]!.approvals) if (winners.shares.has(id)) given.set(id, (given.get(id) ?? 0) + 1)
  const [first] = [...given].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return {
    voters: mine.length,
    withOneShares: has(winners.shares),
    withOneGreedy: has(winners.greedy),
    paid: mine.reduce((sum, voter) => sum + (paid[voter] ?? 0), 0),
    first: first?.[0] ?? null,
  }
}
