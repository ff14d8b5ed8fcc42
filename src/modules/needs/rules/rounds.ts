import { allowed, refused, type Verdict } from '#kernel/rules'

export type RoundRefusal = 'already-open' | 'ends-before' | 'ends-in-the-past'

/** One round at a time for a service; its last day is still to come. */
export const canOpenRound = (asked: {
  readonly hasOpenRound: boolean
  readonly opensOn: string
  readonly closesOn: string
  readonly today: string
}): Verdict<RoundRefusal> => {
  if (asked.hasOpenRound) return refused('already-open')
  if (asked.closesOn < asked.opensOn) return refused('ends-before')
  return asked.closesOn < asked.today ? refused('ends-in-the-past') : allowed
}

export type RoundStanding = 'coming' | 'open' | 'to-conclude' | 'concluded'

/** Where a round stands on a day; both its days are included. */
export const standingOf = (round: { opensOn: string; closesOn: string; closedAt: string | null }, today: string): RoundStanding => {
  if (round.closedAt !== null) return 'concluded'
  if (today < round.opensOn) return 'coming'
  return today > round.closesOn ? 'to-conclude' : 'open'
}
