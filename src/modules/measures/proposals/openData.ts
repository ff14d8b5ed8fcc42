import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

/** Measures proposed and what became of them; never by whom. */
export const proposalOpenData: readonly OpenDataSet[] = [
  {
    id: 'mesures-proposees',
    title: { fr: 'Mesures proposées', en: 'Measures proposed' },
    columns: {
      proposal: { fr: 'Numéro de la proposition', en: 'Number of the proposal', type: 'integer' },
      title: { fr: 'Titre', en: 'Title', type: 'text' },
      text: { fr: 'Texte proposé, en Markdown', en: 'Text proposed, in Markdown', type: 'text' },
      reason: { fr: 'Raison', en: 'Reason', type: 'text' },
      origin: { fr: 'Page qui l’a fait naître', en: 'Page it comes from', type: 'text' },
      college: { fr: 'Collège de l’auteur', en: 'College of the author', type: 'text' },
      proposed_at: { fr: 'Proposée le', en: 'Proposed at', type: 'datetime' },
      outcome: { fr: 'Suite : published, refused ou withdrawn', en: 'Outcome: published, refused or withdrawn', type: 'text' },
      decided_at: { fr: 'Décidée le', en: 'Decided at', type: 'datetime' },
      decision: { fr: 'Raison de la décision', en: 'Reason of the decision', type: 'text' },
      measure: { fr: 'Mesure qu’elle est devenue', en: 'Measure that it became', type: 'integer' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select p.id as proposal, p.title, p.text, p.reason, p.origin, p.college, p.proposed_at, d.outcome, d.decided_at, d.reason as decision, d.measure_id as measure
      from measures.proposal p left join measures.proposal_decision d on d.body_id = p.body_id and d.proposal_id = p.id
      where p.body_id = ${world.body.id}
        and not exists (select from moderation.content c where c.body_id = p.body_id and c.subject = 'measure-proposal:' || p.id and c.state <> 'visible')
      order by p.id`.execute(world.db)
      ).rows,
  },
]
