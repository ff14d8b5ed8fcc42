import type { World } from '#kernel/service'
import { calendarKey } from './calendar/calendarKey.ts'
import type { Tables } from './tables.ts'

/** Values for `:meeting`, `:item`, `:vote`, `:proxy`, `:minorityReport` and `:calendarKey`, all of one meeting where they can be. */
export const samples = async ({ db, body, signingKey }: World<Tables>): Promise<Readonly<Record<string, string>>> => {
  const vote = await db
    .selectFrom('meetings.vote')
    .select(['id', 'meeting_id', 'item_id'])
    .where('body_id', '=', body.id)
    .orderBy('id')
    .executeTakeFirst()
  const report = await db
    .selectFrom('meetings.minority_report')
    .select('id')
    .where('body_id', '=', body.id)
    .orderBy('vote_id')
    .orderBy('id')
    .executeTakeFirst()
  const seat = await db.selectFrom('meetings.member').select('person_id').where('body_id', '=', body.id).orderBy('id').executeTakeFirst()
  const proxy = await db.selectFrom('meetings.proxy').select('id').where('body_id', '=', body.id).orderBy('id').executeTakeFirst()
  return {
    meeting: vote?.meeting_id ?? '1',
    item: vote?.item_id ?? '1',
    vote: vote?.id ?? '1',
    proxy: proxy?.id ?? '1',
    minorityReport: report?.id ?? '1',
    calendarKey: calendarKey({ body, signingKey }, seat?.person_id ?? '00000000-0000-4000-8000-000000000001'),
  }
}
