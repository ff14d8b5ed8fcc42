import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const publicTask = { fr: 'Mission d’intérêt public : entendre les habitants', en: 'Public task: hearing residents' }

/** What questionnaires hold about people. Answers are kept apart from who answered: nothing here leads from one to the other. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Que vous avez répondu à une enquête, jamais ce que vous avez répondu',
        en: 'That you answered a survey, never what you answered',
      },
      basis: publicTask,
      kept: { fr: 'Deux ans après la fin de l’enquête', en: 'Two years after the end of the survey' },
    },
    {
      what: { fr: 'Réponses commencées et non envoyées', en: 'Answers begun and not sent' },
      basis: publicTask,
      kept: { fr: 'Trente jours après la dernière modification', en: 'Thirty days after the last change' },
    },
    {
      what: { fr: 'Réponses reçues, sans nom', en: 'Answers received, without name' },
      basis: publicTask,
      kept: {
        fr: 'Deux ans après la fin de l’enquête ; les tableaux publiés restent',
        en: 'Two years after the end of the survey; published tables stay',
      },
    },
    {
      what: { fr: 'Quel agent a saisi ou relu une feuille de papier', en: 'Which agent keyed or checked a sheet of paper' },
      basis: publicTask,
      kept: { fr: 'Avec la feuille', en: 'With the sheet' },
    },
  ],
  columns: {
    'questionnaires.version.made_by': 'anonymised',
    'questionnaires.draft.person_id': 'deleted',
    'questionnaires.participation.person_id': 'deleted',
    'questionnaires.keying.keyed_by': 'anonymised',
    'questionnaires.settlement.settled_by': 'anonymised',
    'questionnaires.export.asked_by': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    await sql`delete from questionnaires.draft where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from questionnaires.participation where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update questionnaires.version set made_by = null where body_id = ${body.id} and made_by = ${person}`.execute(db)
    await sql`update questionnaires.keying set keyed_by = null where body_id = ${body.id} and keyed_by = ${person}`.execute(db)
    await sql`update questionnaires.settlement set settled_by = null where body_id = ${body.id} and settled_by = ${person}`.execute(db)
    await sql`update questionnaires.export set asked_by = null where body_id = ${body.id} and asked_by = ${person}`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    begun: (
      await sql`select q.subject, d.answers, d.changed_at from questionnaires.draft d
        join questionnaires.questionnaire q on q.body_id = d.body_id and q.id = d.questionnaire_id
        where d.body_id = ${body.id} and d.person_id = ${person} order by d.id`.execute(db)
    ).rows,
    answered: (
      await sql`select q.subject from questionnaires.participation p
        join questionnaires.questionnaire q on q.body_id = p.body_id and q.id = p.questionnaire_id
        where p.body_id = ${body.id} and p.person_id = ${person} order by q.id`.execute(db)
    ).rows,
  }),
}
