import { sql } from '#kernel/db'
import type { ScheduledJob } from '#kernel/service'

/** Forgets how often people published, two days later. */
export const forgetPaces: ScheduledJob = {
  every: '17 3 * * *',
  run: system =>
    system.forEachBody(async ({ db, body, now }) => {
      await sql`delete from moderation.pace where body_id = ${body.id} and hour < ${now}::timestamptz - interval '2 days'`.execute(db)
    }),
}
