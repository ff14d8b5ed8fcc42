import type { Session } from './queries/session.ts'
import type { Vote } from './queries/votes.ts'
import { type Voter, votersOf } from './rules/countBallots.ts'
import { type Quorum, quorumOf } from './rules/quorumOf.ts'

/** Whether enough members are there now, for the meeting or for one vote. */
export const liveQuorum = (session: Session, withdrawn: readonly string[] = []): Quorum =>
  quorumOf({
    seats: session.seats,
    present: session.present,
    proxies: session.proxies,
    rule: session.assembly.charter.quorum,
    secondConvening: session.meeting.secondOf !== null,
    withdrawn,
  })

/** Who may be counted in that vote, now. */
export const votersNow = (session: Session, vote: Pick<Vote, 'withdrawn'>): readonly Voter[] =>
  votersOf({ seats: session.seats, present: session.present, proxies: session.proxies, withdrawn: vote.withdrawn.map(one => one.member) })
