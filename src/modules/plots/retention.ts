import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** What no longer serves loses what says most about people first, then their names. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Situation dite dans une demande de parcelle', en: 'Situation stated in an application for a plot' },
    reason: {
      fr: 'La priorité est calculée et publiée ; le motif ne sert plus',
      en: 'The priority is computed and published; the reason serves no more',
    },
    days: 90,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`update plots.application a set low_income = false, needs_raised = false, project = '' from plots.round r
            where a.body_id = ${body.id} and r.body_id = a.body_id and r.id = a.round_id and r.season_to < ${before}::date
              and (a.low_income or a.needs_raised or a.project <> '')`.execute(db)
        ).numAffectedRows ?? 0,
      ),
  },
  {
    what: { fr: 'Nom dans une demande de parcelle', en: 'Name in an application for a plot' },
    reason: { fr: 'Compter les années d’attente', en: 'Counting the years of waiting' },
    days: 1095,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`update plots.application a set person_id = null, holder_name = '' from plots.round r
            where a.body_id = ${body.id} and r.body_id = a.body_id and r.id = a.round_id and r.season_to < ${before}::date
              and a.person_id is not null`.execute(db)
        ).numAffectedRows ?? 0,
      ),
  },
  {
    what: { fr: 'Nom et courriers d’une parcelle rendue', en: 'Name and letters of a plot given back' },
    reason: { fr: 'Le temps d’un litige', en: 'The time of a dispute' },
    days: 1825,
    purge: async ({ db, body }, before) => {
      await sql`delete from plots.letter l using plots.tenancy t where l.body_id = ${body.id} and t.body_id = l.body_id and t.id = l.tenancy_id
        and t.ended_on < ${before}::date`.execute(db)
      const { numAffectedRows } = await sql`update plots.tenancy set person_id = null, holder_name = '' where body_id = ${body.id}
        and ended_on < ${before}::date and person_id is not null`.execute(db)
      return Number(numAffectedRows ?? 0)
    },
  },
]
