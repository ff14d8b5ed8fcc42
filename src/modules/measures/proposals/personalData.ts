import { type AnyDb, sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

/** What someone proposed stays, without their name. */
export const proposalPersonalData = {
  held: [
    {
      what: { fr: 'Auteur d’une mesure proposée, et qui l’a saisie', en: 'Author of a measure proposed, and who keyed it in' },
      basis: { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' },
      kept: {
        fr: 'Tant que la proposition est publiée ; le nom disparaît à l’effacement',
        en: 'As long as the proposal is published; the name goes when the person is erased',
      },
    },
  ],
  columns: {
    'measures.proposal.author_id': 'anonymised',
    'measures.proposal.keyed_by': 'anonymised',
    'measures.proposal_decision.author_id': 'anonymised',
  },
  erase: async ({ db, body }: { db: AnyDb; body: { id: number } }, personId: string) => {
    await sql`update measures.proposal set author_id = null where body_id = ${body.id} and author_id = ${personId}`.execute(db)
    await sql`update measures.proposal set keyed_by = null where body_id = ${body.id} and keyed_by = ${personId}`.execute(db)
    await sql`update measures.proposal_decision set author_id = null where body_id = ${body.id} and author_id = ${personId}`.execute(db)
  },
  export: async ({ db, body }: { db: AnyDb; body: { id: number } }, personId: string) =>
    (
      await sql`select id as proposal, title, text, reason, proposed_at as at from measures.proposal
        where body_id = ${body.id} and author_id = ${personId} order by id`.execute(db)
    ).rows,
} as const satisfies PersonalData
