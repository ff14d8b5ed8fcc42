import { sql } from '#kernel/db'
import type { Manner } from '../rules/charter.ts'
import type { Ballot } from '../rules/countBallots.ts'
import type { Result } from '../rules/resultOf.ts'
import type { Where } from './where.ts'

/** A vote that is over, with its whole count and, unless it was secret, whose voice was what. */
export interface ClosedVote {
  readonly id: string
  readonly meetingId: string
  readonly question: string
  readonly manner: Manner
  readonly openedAt: string
  readonly closedAt: string
  readonly outcome: Result['outcome']
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly blank: number
  readonly ballots: readonly Ballot[]
}

/** Votes of an assembly that decided something, the latest first. */
export const closedVotes = async ({ db, body }: Where, assembly: string, limit: number): Promise<readonly ClosedVote[]> => {
  const { rows } = await sql<ClosedVote>`
    select v.id, v.meeting_id as "meetingId", v.question, v.manner, v.opened_at as "openedAt", v.closed_at as "closedAt",
      v.result->>'outcome' as outcome, (v.result->'lines'->0->>'for')::int as for, (v.result->'lines'->0->>'against')::int as against,
      (v.result->'lines'->0->>'abstention')::int as abstention, (v.result->'lines'->0->>'blank')::int as blank,
      coalesce((select jsonb_agg(jsonb_build_object('member', b.person_id, 'choice', b.choice) order by b.person_id) from meetings.ballot b
        where b.body_id = v.body_id and b.vote_id = v.id), '[]') as ballots
    from meetings.vote v join meetings.meeting m on m.body_id = v.body_id and m.id = v.meeting_id
    where v.body_id = ${body.id} and m.assembly_id = ${assembly} and v.closed_at is not null and v.result->>'outcome' <> 'postponed'
    order by v.closed_at desc, v.id desc limit ${limit}`.execute(db)
  return rows
}
