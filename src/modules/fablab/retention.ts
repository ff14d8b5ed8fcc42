import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** What partners sent wrong is kept as long as they may send it again; who handled a repair, as long as somebody may ask. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Lignes refusées d’un fichier de réparations', en: 'Refused lines of a file of repairs' },
    reason: { fr: 'Le temps que le partenaire les corrige', en: 'The time for the partner to correct them' },
    days: 365,
    purge: async ({ db, body }, before) =>
      Number(
        (await sql`delete from fablab.repair_import where body_id = ${body.id} and imported_at < ${before}`.execute(db)).numAffectedRows ??
          0,
      ),
  },
  {
    what: { fr: 'Qui a réparé un objet', en: 'Who repaired a thing' },
    reason: { fr: 'Revenir vers la personne si l’objet retombe en panne', en: 'Going back to that person if it breaks again' },
    days: 365,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`update fablab.repair set taken_by = null where body_id = ${body.id} and taken_by is not null and ended_at < ${before}`.execute(
            db,
          )
        ).numAffectedRows ?? 0,
      ),
  },
]
