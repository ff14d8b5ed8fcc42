import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

/** What surveys hold about people beside their answers, which the questionnaires engine keeps without a name. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Quel agent a préparé, ouvert, relu ou publié une enquête',
        en: 'Which agent prepared, opened, read or published a survey',
      },
      basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
      kept: {
        fr: 'Les actes restent ; le nom disparaît à l’effacement',
        en: 'The acts stay; the name goes when the person is erased',
      },
    },
    {
      what: { fr: 'Textes libres relus avant publication', en: 'Free texts read before publication' },
      basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
      kept: {
        fr: 'Deux ans après la fin de l’enquête ; ceux qui sont publiés restent',
        en: 'Two years after the end of the survey; those published stay',
      },
    },
  ],
  columns: {
    'surveys.survey.begun_by': 'anonymised',
    'surveys.step.made_by': 'anonymised',
    'surveys.publication.published_by': 'anonymised',
    'surveys.reading.read_by': 'anonymised',
    'surveys.effect.said_by': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    await sql`update surveys.survey set begun_by = null where body_id = ${body.id} and begun_by = ${person}`.execute(db)
    await sql`update surveys.step set made_by = null where body_id = ${body.id} and made_by = ${person}`.execute(db)
    await sql`update surveys.publication set published_by = null where body_id = ${body.id} and published_by = ${person}`.execute(db)
    await sql`update surveys.reading set read_by = null where body_id = ${body.id} and read_by = ${person}`.execute(db)
    await sql`update surveys.effect set said_by = null where body_id = ${body.id} and said_by = ${person}`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    begun: (
      await sql`select id, title, begun_at from surveys.survey where body_id = ${body.id} and begun_by = ${person} order by id`.execute(db)
    ).rows,
  }),
}
