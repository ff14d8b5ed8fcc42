import { allowed, refused, type Verdict } from '#kernel/rules'

export type ProposalOutcome = 'published' | 'refused' | 'withdrawn'
export type ProposalRefusal = 'decided' | 'not-town-hall' | 'not-author' | 'hidden'

/** The town hall publishes or refuses, the author alone withdraws; once only, and never what moderation set apart. */
export const canDecideProposal = (asked: {
  readonly outcome: ProposalOutcome
  readonly isDecided: boolean
  readonly isTownHall: boolean
  readonly isAuthor: boolean
  readonly isVisible: boolean
}): Verdict<ProposalRefusal> => {
  if (asked.isDecided) return refused('decided')
  if (asked.outcome === 'withdrawn') return asked.isAuthor ? allowed : refused('not-author')
  if (!asked.isTownHall) return refused('not-town-hall')
  if (asked.outcome === 'published' && !asked.isVisible) return refused('hidden')
  return allowed
}
