import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** Names and addresses of volunteers serve the draw and its replacements, no longer. */
export const retention = [
  {
    what: { fr: 'Nom, adresse et compte des volontaires d’un panel', en: 'Name, address and account of the volunteers of a panel' },
    reason: { fr: 'Le temps du panel et de ses remplacements', en: 'As long as the panel and its replacements last' },
    days: 365,
    purge: async ({ db, body }: Here, before: string) => {
      const { numAffectedRows } = await sql`update draws.volunteer v set person_id = null, name = '', address = '', shows_name = false
        from draws.panel p where p.body_id = v.body_id and p.id = v.panel_id and v.body_id = ${body.id}
          and p.closes_on < ${before}::timestamptz::date and (v.person_id is not null or v.name <> '' or v.address <> '')`.execute(db)
      return Number(numAffectedRows ?? 0)
    },
  },
]
