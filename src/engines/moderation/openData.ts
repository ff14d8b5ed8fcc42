import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/world'

/** The public register, without names, without words. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'moderation',
    title: { fr: 'Registre de la modération', en: 'Moderation register' },
    columns: {
      decided_at: { fr: 'Date de la décision', en: 'Date of the decision', type: 'datetime' },
      kind: { fr: 'Sorte de publication', en: 'Kind of post', type: 'text' },
      act: { fr: 'Décision', en: 'Decision', type: 'text' },
      rule_version: { fr: 'Version des règles', en: 'Version of the rules', type: 'integer' },
      rule_number: { fr: 'Règle appliquée', en: 'Rule applied', type: 'integer' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select decided_at, split_part(subject, ':', 1) as kind, act, rule_version, rule_number
      from moderation.decision where body_id = ${world.body.id} order by id`.execute(world.db)
      ).rows,
  },
]
