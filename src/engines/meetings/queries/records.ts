import type { DelayCount } from '../rules/delayKept.ts'
import type { Quorum } from '../rules/quorumOf.ts'
import type { State } from '../rules/states.ts'
import type { Where } from './assemblies.ts'

/** What stays of a meeting: how it went from state to state, its notice, its minutes, its papers. */
export interface Records {
  readonly states: readonly {
    readonly state: State
    readonly at: string
    readonly by: string | null
    readonly reason: string
    readonly quorum: Quorum | null
  }[]
  readonly convening: { readonly sentAt: string; readonly delay: DelayCount; readonly urgentReason: string | null } | null
  /** What the assembly said of a notice shortened for urgency, or null. */
  readonly urgency: { readonly accepted: boolean; readonly for: number; readonly against: number; readonly abstention: number } | null
  /** Versions, latest first. */
  readonly minutes: readonly {
    readonly version: number
    readonly text: string
    readonly writtenBy: string | null
    readonly writtenAt: string
  }[]
  readonly approval: { readonly version: number; readonly atMeeting: string; readonly at: string; readonly remarks: string } | null
  readonly documents: readonly { readonly id: string; readonly title: string; readonly url: string }[]
}

export const recordsOf = async ({ db, body }: Where, meeting: string): Promise<Records> => {
  const of = { body_id: body.id, meeting_id: meeting }
  const states = await db
    .selectFrom('meetings.state')
    .select(['state', 'at', 'by_person as by', 'reason', 'quorum'])
    .where(eb => eb.and(of))
    .orderBy('id')
    .execute()
  const convening = await db
    .selectFrom('meetings.convening')
    .select(['sent_at as sentAt', 'delay', 'urgent_reason as urgentReason'])
    .where(eb => eb.and(of))
    .executeTakeFirst()
  const ruling = await db
    .selectFrom('meetings.urgency_ruling')
    .select(['accepted', 'votes_for as for', 'votes_against as against', 'abstentions as abstention'])
    .where(eb => eb.and(of))
    .executeTakeFirst()
  const minutes = await db
    .selectFrom('meetings.minutes')
    .select(['version', 'text', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where(eb => eb.and(of))
    .orderBy('version', 'desc')
    .execute()
  const approval = await db
    .selectFrom('meetings.minutes_approval')
    .select(['version', 'approved_at_meeting as atMeeting', 'at', 'remarks'])
    .where(eb => eb.and(of))
    .executeTakeFirst()
  const documents = await db
    .selectFrom('meetings.document')
    .select(['id', 'title', 'url'])
    .where(eb => eb.and(of))
    .orderBy('id')
    .execute()
  return { states, convening: convening ?? null, urgency: ruling ?? null, minutes, approval: approval ?? null, documents }
}

/** Meetings held before that instant whose minutes still wait for approval, earliest first. */
export const minutesToApprove = ({ db, body }: Where, assembly: string, before: string) =>
  db
    .selectFrom('meetings.meeting as m')
    .select(['m.id', 'm.title', 'm.starts_at as startsAt'])
    .where('m.body_id', '=', body.id)
    .where('m.assembly_id', '=', assembly)
    .where('m.starts_at', '<', before)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('meetings.minutes as w')
          .select('w.version')
          .whereRef('w.body_id', '=', 'm.body_id')
          .whereRef('w.meeting_id', '=', 'm.id'),
      ),
    )
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meetings.minutes_approval as p')
            .select('p.version')
            .whereRef('p.body_id', '=', 'm.body_id')
            .whereRef('p.meeting_id', '=', 'm.id'),
        ),
      ),
    )
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .execute()
