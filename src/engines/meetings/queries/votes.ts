import type { College, Majority, Manner } from '../rules/charter.ts'
import type { Ballot } from '../rules/countBallots.ts'
import type { Count, Result } from '../rules/resultOf.ts'
import type { Where } from './assemblies.ts'

/** Why some members lost a vote, in their own words. */
export interface MinorityReport {
  readonly id: string
  readonly text: string
  readonly writtenBy: string
  readonly writtenAt: string
  /** Others of the minority who joined their name. */
  readonly signedBy: readonly string[]
}
export interface Vote {
  readonly id: string
  readonly itemId: string
  readonly question: string
  readonly manner: Manner
  readonly majority: Majority
  /** Who presided over it, when it was not the chair. */
  readonly presidedBy: string | null
  readonly nomination: boolean
  readonly openByUnanimity: boolean
  readonly openedAt: string
  readonly closedAt: string | null
  readonly result: Result | null
  readonly ballots: readonly Ballot[]
  /** Papers counted, by college or all together. */
  readonly papers: Readonly<Partial<Record<College | 'all', Count>>>
  readonly withdrawn: readonly { readonly member: string; readonly reason: string }[]
  readonly reports: readonly MinorityReport[]
}

/** Votes of a meeting, in the order they were opened. */
export const votesOf = async ({ db, body }: Where, meeting: string): Promise<readonly Vote[]> => {
  const votes = await db
    .selectFrom('meetings.vote')
    .select(['id', 'item_id as itemId', 'question', 'manner', 'majority', 'opened_at as openedAt', 'closed_at as closedAt', 'result'])
    .select(['presided_by as presidedBy', 'nomination', 'open_by_unanimity as openByUnanimity'])
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute()
  if (votes.length === 0) return []
  const ids = votes.map(vote => vote.id)
  const ballots = await db
    .selectFrom('meetings.ballot')
    .select(['vote_id', 'person_id as member', 'choice'])
    .where('body_id', '=', body.id)
    .where('vote_id', 'in', ids)
    .orderBy('person_id')
    .execute()
  const papers = await db
    .selectFrom('meetings.paper_count')
    .selectAll()
    .where('body_id', '=', body.id)
    .where('vote_id', 'in', ids)
    .orderBy('college')
    .execute()
  const withdrawn = await db
    .selectFrom('meetings.withdrawal')
    .select(['vote_id', 'person_id as member', 'reason'])
    .where('body_id', '=', body.id)
    .where('vote_id', 'in', ids)
    .orderBy('at')
    .orderBy('person_id')
    .execute()
  const reports = await db
    .selectFrom('meetings.minority_report')
    .select(['id', 'vote_id', 'text', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where('body_id', '=', body.id)
    .where('vote_id', 'in', ids)
    .orderBy('id')
    .execute()
  const signatures =
    reports.length === 0
      ? []
      : await db
          .selectFrom('meetings.minority_signature')
          .select(['report_id', 'person_id'])
          .where('body_id', '=', body.id)
          .where(
            'report_id',
            'in',
            reports.map(one => one.id),
          )
          .orderBy('at')
          .orderBy('person_id')
          .execute()
  return votes.map(vote => ({
    ...vote,
    ballots: ballots.filter(one => one.vote_id === vote.id).map(({ member, choice }) => ({ member, choice })),
    papers: Object.fromEntries(
      papers
        .filter(one => one.vote_id === vote.id)
        .map(one => [one.college, { for: one.votes_for, against: one.votes_against, abstention: one.abstentions, blank: one.blanks }]),
    ),
    withdrawn: withdrawn.filter(one => one.vote_id === vote.id).map(({ member, reason }) => ({ member, reason })),
    reports: reports
      .filter(one => one.vote_id === vote.id)
      .map(({ vote_id: _vote, ...report }) => ({
        ...report,
        signedBy: signatures.filter(one => one.report_id === report.id).map(one => one.person_id),
      })),
  }))
}
