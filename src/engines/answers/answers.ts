import type { Db } from '#kernel/db'
import { defineEngine } from '#kernel/service'
import { escalateLate } from './escalate.ts'
import { answersSet } from './openData.ts'
import { answerSettings } from './settings.ts'
import type { AnswersTables } from './tables.ts'

/** The town hall owes an answer: in time, reasoned, signed, public, and open to one appeal. */
export const answers = defineEngine({
  id: 'answers',
  title: { fr: 'Réponses de la mairie', en: 'Answers of the town hall' },
  migrations: new URL('./migrations/', import.meta.url),
  settings: answerSettings,
  openData: [answersSet],
  jobs: {
    'answers.escalate': { every: '15 * * * *', run: system => system.forEachBody<never>(async world => void (await escalateLate(world))) },
  },
  personalData: {
    held: [
      {
        what: { fr: 'Signature des réponses : nom et fonction', en: 'Signature of answers: name and function' },
        basis: { fr: 'Mission d’intérêt public : une réponse publique est signée', en: 'Public interest: a public answer is signed' },
        kept: { fr: 'Sans limite : acte public', en: 'Without limit: a public act' },
      },
      {
        what: { fr: 'Qui a fait appel d’une réponse, et pourquoi', en: 'Who appealed an answer, and why' },
        basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
        kept: {
          fr: 'La personne : jusqu’à son effacement ; le motif : sans limite',
          en: 'The person: until erased; the reason: without limit',
        },
      },
    ],
    columns: {
      'answers.clock.in_charge': 'anonymised',
      'answers.answer.signed_by': 'anonymised',
      'answers.answer.signed_name': 'kept',
      'answers.appeal.filed_by': 'anonymised',
      'answers.escalation.person_id': 'deleted',
    },
    erase: async (world, personId) => {
      const db = world.db as unknown as Db<AnswersTables> // the engine's own tables
      const { id } = world.body
      await db.updateTable('answers.clock').set({ in_charge: null }).where('body_id', '=', id).where('in_charge', '=', personId).execute()
      await db.updateTable('answers.answer').set({ signed_by: null }).where('body_id', '=', id).where('signed_by', '=', personId).execute()
      await db.updateTable('answers.appeal').set({ filed_by: null }).where('body_id', '=', id).where('filed_by', '=', personId).execute()
      await db.deleteFrom('answers.escalation').where('body_id', '=', id).where('person_id', '=', personId).execute()
    },
  },
})
