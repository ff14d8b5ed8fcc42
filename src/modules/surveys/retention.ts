import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** What agents read of free texts goes with the answers; what was published is in the publication. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Textes libres relus', en: 'Free texts that were read' },
    reason: { fr: 'Ceux qui sont publiés restent dans la publication.', en: 'Those that are published stay in the publication.' },
    days: 730,
    purge: async ({ db, body }, before) => {
      const done = await sql`delete from surveys.reading r using surveys.survey s
        where r.body_id = ${body.id} and s.body_id = r.body_id and s.id = r.survey_id and s.closed_at < ${before}`.execute(db)
      return Number(done.numAffectedRows ?? 0)
    },
  },
]
