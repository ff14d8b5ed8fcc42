import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** A year after the end, nothing leads from a browser to its answers any more. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Clés des navigateurs qui ont répondu sans compte', en: 'Keys of browsers that answered without an account' },
    reason: {
      fr: 'Elles ne servent qu’à changer ses réponses et à ne pas compter deux fois.',
      en: 'They only serve to change one’s answers and to count nobody twice.',
    },
    days: 365,
    purge: async ({ db, body }, before) => {
      const done = await sql`
        update consultations.participant p set device_key = null from consultations.consultation k
        where p.body_id = ${body.id} and k.body_id = p.body_id and k.id = p.consultation_id and k.state in ('closed', 'published')
          and k.closes_on < ${before}::timestamptz::date and p.device_key is not null`.execute(db)
      return Number(done.numAffectedRows ?? 0)
    },
  },
]
