import { sql } from '#kernel/db'
import type { Quorum } from '../rules/quorumOf.ts'
import type { Result } from '../rules/resultOf.ts'
import type { State } from '../rules/states.ts'
import type { Where } from './assemblies.ts'

/** A vote that was closed, as lists of decisions show it. */
export interface Decision {
  readonly id: string
  readonly owner: string
  readonly assembly: string
  readonly meetingId: string
  readonly meetingTitle: string
  readonly heldAt: string
  readonly itemTitle: string
  readonly question: string
  readonly outcome: Result['outcome']
  readonly closedAt: string
  readonly minorityReports: number
  readonly withdrawals: number
  /** The page of the vote. */
  readonly url: string
}

/** Votes closed by assemblies whose owner begins so (`'committee:'`, or `'committee:7'` with `exactly`), the latest first. */
export const decisionsOf = async (
  { db, body }: Where,
  owner: string,
  {
    exactly = true,
    from = '-infinity',
    to = 'infinity',
    limit = 200,
  }: { exactly?: boolean; from?: string; to?: string; limit?: number } = {},
): Promise<readonly Decision[]> => {
  const { rows } = await sql<Decision>`
    select v.id, a.owner, a.name as assembly, m.id as "meetingId", m.title as "meetingTitle", m.starts_at as "heldAt", i.title as "itemTitle",
      v.question, v.result->>'outcome' as outcome, v.closed_at as "closedAt", a.path || '/' || m.id || '/votes/' || v.id as url,
      (select count(*)::int from meetings.minority_report r where r.body_id = v.body_id and r.vote_id = v.id) as "minorityReports",
      (select count(*)::int from meetings.withdrawal w where w.body_id = v.body_id and w.vote_id = v.id) as withdrawals
    from meetings.vote v
    join meetings.meeting m on m.body_id = v.body_id and m.id = v.meeting_id
    join meetings.assembly a on a.body_id = m.body_id and a.id = m.assembly_id
    join meetings.item i on i.body_id = v.body_id and i.id = v.item_id
    where v.body_id = ${body.id} and v.closed_at >= ${from}::timestamptz and v.closed_at < ${to}::timestamptz
      and ${exactly ? sql`a.owner = ${owner}` : sql`starts_with(a.owner, ${owner})`}
    order by v.closed_at desc, v.id desc limit ${limit}`.execute(db)
  return rows
}

/** A meeting that was held, or parted for want of quorum, with who was there when it began. */
export interface Sitting {
  readonly id: string
  readonly title: string
  readonly startsAt: string
  readonly state: State
  readonly quorum: Quorum | null
  readonly minutesApproved: boolean
}

/** Sittings of an assembly that began between two instants, earliest first. */
export const sittingsBetween = async ({ db, body }: Where, assembly: string, from: string, to: string): Promise<readonly Sitting[]> => {
  const { rows } = await sql<Sitting>`
    select m.id, m.title, m.starts_at as "startsAt", s.state, s.quorum,
      exists (select from meetings.minutes_approval p where p.body_id = m.body_id and p.meeting_id = m.id) as "minutesApproved"
    from meetings.meeting m
    join lateral (select state, quorum from meetings.state s where s.body_id = m.body_id and s.meeting_id = m.id
      and s.state in ('opened', 'adjourned') order by s.id limit 1) s on true
    where m.body_id = ${body.id} and m.assembly_id = ${assembly} and m.starts_at >= ${from}::timestamptz and m.starts_at < ${to}::timestamptz
    order by m.starts_at, m.id limit 200`.execute(db)
  return rows
}
