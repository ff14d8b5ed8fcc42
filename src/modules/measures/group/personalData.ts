import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

/** To be joined to what the module holds about people. Seats themselves are declared by the engine `meetings`. */
export const groupPersonalData = {
  held: [
    {
      what: {
        fr: 'Demande à rejoindre un groupe de travail, motif et réponse',
        en: 'Request to join a working group, its motive and the answer',
      },
      basis: { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' },
      kept: { fr: 'Effacée avec la personne', en: 'Deleted with the person' },
    },
  ],
  columns: { 'measures.group_request.person_id': 'deleted', 'measures.group_request.decided_by': 'anonymised' },
  erase: async ({ db, body }: AnyWorld, person: string) => {
    await sql`delete from measures.group_request where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update measures.group_request set decided_by = null where body_id = ${body.id} and decided_by = ${person}`.execute(db)
  },
  export: async ({ db, body }: AnyWorld, person: string) =>
    (
      await sql`select measure_id as measure, motive, asked_at, decision, reason from measures.group_request where body_id = ${body.id} and person_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
} as const
