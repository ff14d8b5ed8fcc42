import { addDays, allowed, dayInParis, refused, type Verdict } from '#kernel/rules'
import type { Manner } from './charter.ts'
import type { Ballot } from './countBallots.ts'
import type { Result } from './resultOf.ts'

export type MinorityRefusal = 'minority-none' | 'minority-too-late' | 'minority-not-yours' | 'minority-written' | 'minority-signed'

/** What must be known of a vote to say who lost it. */
export interface LostVote {
  readonly manner: Manner
  readonly closedAt: string | null
  readonly result: Result | null
  readonly ballots: readonly Ballot[]
  /** Who was there when it closed and had not withdrawn. */
  readonly present: readonly string[]
}

/**
 * Who lost a vote: those who did not vote for what was carried, or who voted for what was not; abstentions on either side.
 * After a secret vote nobody knows: any member who was there may say so, and thereby says how they voted.
 */
export const minorityOf = ({ manner, result, ballots, present }: LostVote): readonly string[] => {
  if (!result || result.outcome === 'postponed' || result.outcome === 'nobody-voted') return []
  if (manner === 'secret') return present
  const won = result.outcome === 'carried' ? 'for' : 'against'
  return ballots.filter(ballot => ballot.choice !== won).map(ballot => ballot.member)
}

/** The last day on which a minority report may be written or signed. */
export const minorityUntil = (closedAt: string, days: number): string => addDays(dayInParis(closedAt), days)

const inTime = (vote: LostVote, days: number, today: string): Verdict<MinorityRefusal> => {
  if (vote.closedAt === null || days === 0 || minorityOf(vote).length === 0) return refused('minority-none')
  return today <= minorityUntil(vote.closedAt, days) ? allowed : refused('minority-too-late')
}
const inMinority = (vote: LostVote, person: string | null) => person !== null && minorityOf(vote).includes(person)

/** May this member write a report, or correct theirs? */
export const canReport = (facts: { vote: LostVote; days: number; today: string; person: string | null }): Verdict<MinorityRefusal> => {
  const may = inTime(facts.vote, facts.days, facts.today)
  if (!may.ok) return may
  return inMinority(facts.vote, facts.person) ? allowed : refused('minority-not-yours')
}

/** May this member join their name to somebody else's report? */
export const canSign = (facts: {
  vote: LostVote
  days: number
  today: string
  person: string | null
  author: string
  signed: readonly string[]
}): Verdict<MinorityRefusal> => {
  const may = canReport(facts)
  if (!may.ok) return may
  if (facts.person === facts.author) return refused('minority-written')
  return facts.signed.includes(facts.person ?? '') ? refused('minority-signed') : allowed
}
