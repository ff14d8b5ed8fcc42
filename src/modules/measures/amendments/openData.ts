import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

const amendment = { fr: 'Numéro de l’amendement', en: 'Number of the amendment', type: 'integer' } as const

/** What anyone may reuse: amendments, their fate and its reason, and how many people support them; never by whom. */
export const amendmentOpenData: readonly OpenDataSet[] = [
  {
    id: 'amendements',
    title: { fr: 'Amendements aux mesures', en: 'Amendments to the measures' },
    columns: {
      measure: { fr: 'Numéro de la mesure', en: 'Number of the measure', type: 'integer' },
      amendment,
      filed_at: { fr: 'Déposé le', en: 'Filed at', type: 'datetime' },
      college: { fr: 'Collège de l’auteur', en: 'College of the author', type: 'text' },
      gesture: { fr: 'Geste : rewrite, removal ou addition', en: 'Gesture: rewrite, removal or addition', type: 'text' },
      version: { fr: 'Version amendée', en: 'Version amended', type: 'integer' },
      paragraphs: { fr: 'Paragraphes touchés', en: 'Paragraphs touched', type: 'text' },
      text: { fr: 'Texte proposé, en Markdown', en: 'Text proposed, in Markdown', type: 'text' },
      reason: { fr: 'Raison', en: 'Reason', type: 'text' },
      state: { fr: 'État', en: 'State', type: 'text' },
      decided_at: { fr: 'Décidé le', en: 'Decided at', type: 'datetime' },
      decision: { fr: 'Raison de la décision', en: 'Reason of the decision', type: 'text' },
      made: { fr: 'Version qui le contient', en: 'Version that holds it', type: 'integer' },
      supports: { fr: 'Nombre de soutiens', en: 'Number of supports', type: 'integer' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select a.measure_id as measure, a.id as amendment, a.filed_at, a.college, a.gesture, r.base_version as version, array_to_string(r.paragraphs, ' ') as paragraphs,
        r.text, r.reason, a.state, d.decided_at, d.reason as decision, d.version as made,
        (select count(*) from measures.amendment_support s where s.body_id = a.body_id and s.amendment_id = a.id)::integer as supports
      from measures.amendment a
      join measures.amendment_revision r on r.body_id = a.body_id and r.amendment_id = a.id and r.number = a.revision
      left join measures.amendment_decision d on d.body_id = a.body_id and d.amendment_id = a.id
      where a.body_id = ${world.body.id}
        and not exists (select from moderation.content c where c.body_id = a.body_id and c.subject = 'amendment:' || a.id and c.state <> 'visible')
      order by a.measure_id, a.id`.execute(world.db)
      ).rows,
  },
]
