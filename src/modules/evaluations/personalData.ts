import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const columns = [
  ['campaign', 'opened_by'],
  ['closure', 'closed_by'],
  ['kiosk', 'started_by'],
  ['reading', 'read_by'],
  ['reply', 'replied_by'],
  ['change', 'made_by'],
  ['national_figure', 'loaded_by'],
] as const

/** Who of the town hall did what; those who answer are not known at all. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Évaluations : réponses sans nom, et paroles libres où une personne aurait pu se nommer malgré la consigne',
        en: 'Evaluations: answers without a name, and free words in which somebody may have named themselves in spite of the notice',
      },
      basis: {
        fr: 'Mission d’intérêt public : évaluer les services avec leurs usagers',
        en: 'Public interest: evaluating services with their users',
      },
      kept: {
        fr: 'Les paroles d’origine : 90 jours ; ce qui est publié, relu et masqué : sans limite',
        en: 'Original words: 90 days; what is published, read and masked: without limit',
      },
    },
    {
      what: {
        fr: 'Agents qui ouvrent les campagnes, lisent les paroles, y répondent et disent ce qui a changé',
        en: 'Agents who open campaigns, read words, answer them and say what changed',
      },
      basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
      kept: {
        fr: 'Jusqu’à l’effacement ; une réponse reste signée',
        en: 'Until erased; an answer stays signed',
      },
    },
  ],
  columns: {
    'evaluations.campaign.opened_by': 'anonymised',
    'evaluations.closure.closed_by': 'anonymised',
    'evaluations.kiosk.started_by': 'anonymised',
    'evaluations.reading.read_by': 'anonymised',
    'evaluations.reply.replied_by': 'anonymised',
    'evaluations.reply.signed_name': 'kept',
    'evaluations.change.made_by': 'anonymised',
    'evaluations.national_figure.loaded_by': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    for (const [table, column] of columns)
      await sql`update ${sql.table(`evaluations.${table}`)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }, person) => {
    const { rows } = await sql`
      select 'campaign' as kind, id::text as id, opened_at as at from evaluations.campaign where body_id = ${body.id} and opened_by = ${person}
      union all select 'reading', word_id::text, read_at from evaluations.reading where body_id = ${body.id} and read_by = ${person}
      union all select 'reply', word_id::text, replied_at from evaluations.reply where body_id = ${body.id} and replied_by = ${person}
      union all select 'change', id::text, made_at from evaluations.change where body_id = ${body.id} and made_by = ${person}
      order by at, kind, id`.execute(db)
    return rows
  },
}
