import type { Proxy } from './canGiveProxy.ts'
import type { College } from './charter.ts'
import { type Choice, type Count } from './resultOf.ts'
import type { Seat } from './sitting.ts'

export interface Ballot {
  readonly member: string
  readonly choice: Choice
}

/** Someone whose voice counts, in person or carried by the holder of their proxy. */
export interface Voter extends Seat {
  readonly carriedBy: string | null
}

/** Who may be counted in a vote: the present and those they carry, less whoever withdrew. A holder who withdraws carries nobody. */
export const votersOf = (facts: {
  readonly seats: readonly Seat[]
  readonly present: readonly string[]
  readonly proxies: readonly Proxy[]
  readonly withdrawn: readonly string[]
}): readonly Voter[] => {
  const away = new Set(facts.withdrawn)
  const here = new Set(facts.present.filter(member => !away.has(member)))
  return facts.seats
    .filter(seat => !away.has(seat.member))
    .flatMap((seat): readonly Voter[] => {
      if (here.has(seat.member)) return [{ ...seat, carriedBy: null }]
      const proxy = facts.proxies.find(one => one.giver === seat.member && here.has(one.holder))
      return proxy ? [{ ...seat, carriedBy: proxy.holder }] : []
    })
}

/** Adds up ballots by college. A ballot of somebody who is no voter is left out; of two by one voter, the last counts. */
export const countBallots = (ballots: readonly Ballot[], voters: readonly Seat[]): Partial<Record<College, Count>> => {
  const last = new Map(ballots.map(ballot => [ballot.member, ballot.choice]))
  const counts: Partial<Record<College, Record<Choice, number>>> = {}
  for (const { member, college } of voters) {
    const choice = last.get(member)
    const count = (counts[college] ??= { for: 0, against: 0, abstention: 0, blank: 0 })
    if (choice) count[choice] += 1
  }
  return counts
}

/** Members in office by college, less those who withdrew. */
export const sittingByCollege = (seats: readonly Seat[], withdrawn: readonly string[] = []): Partial<Record<College, number>> => {
  const sitting: Partial<Record<College, number>> = {}
  for (const seat of seats) if (!withdrawn.includes(seat.member)) sitting[seat.college] = (sitting[seat.college] ?? 0) + 1
  return sitting
}
