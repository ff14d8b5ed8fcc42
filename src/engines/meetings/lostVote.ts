import type { Session } from './queries/session.ts'
import type { Vote } from './queries/votes.ts'
import type { LostVote } from './rules/minority.ts'

/** The vote with those who were there when it closed: what says who lost it. */
export const lostVote = (session: Session, vote: Vote): LostVote => ({
  ...vote,
  present: session.attendance
    .filter(one => vote.closedAt !== null && one.arrivedAt <= vote.closedAt && (one.leftAt === null || one.leftAt >= vote.closedAt))
    .map(one => one.person)
    .filter(person => !vote.withdrawn.some(away => away.member === person)),
})
