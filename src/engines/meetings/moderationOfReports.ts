import { moderationOf } from '#engines/moderation'
import type { AnyWorld } from '#kernel/world'
import { minoritySubject } from './acts/minority.ts'
import type { Vote } from './queries/votes.ts'

export type Moderation = Awaited<ReturnType<typeof moderationOf>>

/** How moderation left the minority reports of these votes. */
export const moderationOfReports = ({ db, body }: AnyWorld, votes: readonly Vote[]): Promise<Moderation> =>
  moderationOf(
    db,
    body.id,
    votes.flatMap(vote => vote.reports.map(report => minoritySubject(report.id))),
  )
