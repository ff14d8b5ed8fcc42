import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** A candidate who was answered is forgotten after two years; the seat, if any, stays. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Candidatures à un siège de comité', en: 'Candidacies for a seat in a committee' },
    reason: { fr: 'Le temps d’un recours et du renouvellement suivant', en: 'The time of an appeal and of the next renewal' },
    days: 730,
    purge: async ({ db, body }, before) =>
      Number(
        (await sql`delete from committees.candidacy where body_id = ${body.id} and decided_at < ${before}`.execute(db)).numAffectedRows ??
          0,
      ),
  },
]
