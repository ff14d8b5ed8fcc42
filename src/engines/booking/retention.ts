import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** After the time for complaints and accounts, use is counted without knowing of whom. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Le nom dans une réservation passée', en: 'The name in a past booking' },
    reason: {
      fr: 'Le temps d’un litige ou d’un contrôle des comptes ; ensuite l’usage est compté sans nom',
      en: 'The time of a dispute or an audit; then use is counted without names',
    },
    days: 1095,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`update booking.booking set person_id = null, purpose = '', pseudonym = '', code = ''
            where body_id = ${body.id} and person_id is not null and upper(during) < ${before}`.execute(db)
        ).numAffectedRows ?? 0,
      ),
  },
  {
    what: { fr: 'Suspensions terminées', en: 'Suspensions that ended' },
    reason: { fr: 'Ne plus peser sur la personne', en: 'So that it weighs on the person no longer' },
    days: 365,
    purge: async ({ db, body }, before) =>
      Number((await sql`delete from booking.suspension where body_id = ${body.id} and until < ${before}`.execute(db)).numAffectedRows ?? 0),
  },
]
