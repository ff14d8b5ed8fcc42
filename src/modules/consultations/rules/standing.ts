import { allowed, refused, type Verdict } from '#kernel/rules'
import type { State, WhoAdds } from './terms.ts'

export type VoteRefusal = 'draft' | 'not-yet' | 'closed'
interface Dated {
  readonly state: State
  readonly opensOn: string
  readonly closesOn: string
  readonly today: string
}

/** Votes are taken from the opening day to the closing day, both included. */
export const canVote = ({ state, opensOn, closesOn, today }: Dated): Verdict<VoteRefusal> => {
  if (state === 'draft') return refused('draft')
  if (state !== 'open' || today > closesOn) return refused('closed')
  return today < opensOn ? refused('not-yet') : allowed
}

export type ProposalRefusal = VoteRefusal | 'nobody' | 'sign-in' | 'verify' | 'answer-first' | 'enough'
/** How many statements one participant may propose: enough for ideas, too few to flood. */
export const mostProposals = 10

/** Whether this person, or this browser, may add a statement of their own. */
export const canPropose = (
  request: Dated & {
    readonly whoAdds: WhoAdds
    readonly isSignedIn: boolean
    readonly isVerified: boolean
    readonly hasAnswered: boolean
    readonly alreadyProposed: number
  },
): Verdict<ProposalRefusal> => {
  const open = canVote(request)
  if (!open.ok) return open
  if (request.whoAdds === 'nobody') return refused('nobody')
  if (request.whoAdds !== 'anyone' && !request.isSignedIn) return refused('sign-in')
  if (request.whoAdds === 'verified' && !request.isVerified) return refused('verify')
  // Somebody without account answers a statement first: a machine that only writes is stopped, and their statements are counted.
  if (!request.isSignedIn && !request.hasAnswered) return refused('answer-first')
  return request.alreadyProposed >= mostProposals ? refused('enough') : allowed
}

export type StepRefusal = 'not-draft' | 'past' | 'too-few' | 'not-open' | 'not-closed' | 'not-later'
/** A draft opens with enough statements to begin with, and a closing day still to come. */
export const canOpen = (request: Dated & { readonly statements: number; readonly fewest: number }): Verdict<StepRefusal> => {
  if (request.state !== 'draft') return refused('not-draft')
  if (request.closesOn < request.today) return refused('past')
  return request.statements < request.fewest ? refused('too-few') : allowed
}
/** The closing day can be moved later while it has not passed: nobody who came too late is told that it was reopened. */
export const canProlong = (request: Dated & { readonly newClosesOn: string }): Verdict<StepRefusal> => {
  if (!canVote({ ...request, opensOn: request.today }).ok) return refused('not-open')
  return request.newClosesOn > request.closesOn ? allowed : refused('not-later')
}
export const canClose = (request: Dated): Verdict<StepRefusal> => (request.state === 'open' ? allowed : refused('not-open'))
/** Results are published once nobody can vote any more; again, with a reason, when something had to be put right. */
export const canPublish = (request: Dated): Verdict<StepRefusal> =>
  request.state === 'closed' || request.state === 'published' || (request.state === 'open' && request.today > request.closesOn)
    ? allowed
    : refused('not-closed')
