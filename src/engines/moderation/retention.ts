import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** How often people published is forgotten two days later. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Nombre de publications par personne et par heure', en: 'Number of posts per person and hour' },
    reason: { fr: 'Il ne sert qu’à limiter les envois en masse.', en: 'It only serves to slow down flooding.' },
    days: 2,
    purge: async ({ db, body }, before) => {
      const done = await sql`delete from moderation.pace where body_id = ${body.id} and hour < ${before}`.execute(db)
      const together = await sql`delete from moderation.pace_without_account where body_id = ${body.id} and hour < ${before}`.execute(db)
      return Number(done.numAffectedRows ?? 0) + Number(together.numAffectedRows ?? 0)
    },
  },
]
