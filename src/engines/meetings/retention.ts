import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** Who asked for a secret vote, or for one by name, matters until the minutes are written; their number stays in them. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Demandes de scrutin secret ou public, par membre', en: 'Who asked for a secret vote, or for one by name' },
    reason: {
      fr: 'Le temps d’écrire et d’approuver le procès-verbal, et d’un recours',
      en: 'The time to write and approve the minutes, and of an appeal',
    },
    days: 365,
    purge: async ({ db, body }, before) =>
      Number(
        (await sql`delete from meetings.manner_asking where body_id = ${body.id} and at < ${before}`.execute(db)).numAffectedRows ?? 0,
      ),
  },
]
