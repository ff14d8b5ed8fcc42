import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'
import { forgetExports } from './queries/exports.ts'

/** Drafts, the keys of browsers, answers, and files of answers: each goes when it no longer serves. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Réponses commencées et non envoyées', en: 'Answers begun and not sent' },
    reason: { fr: 'Au-delà, la personne ne les reprendra plus.', en: 'After that, the person will not come back to them.' },
    days: 30,
    purge: async ({ db, body }, before) => {
      const done = await sql`delete from questionnaires.draft where body_id = ${body.id} and changed_at < ${before}`.execute(db)
      return Number(done.numAffectedRows ?? 0)
    },
  },
  {
    what: { fr: 'Jetons des navigateurs qui ont répondu sans compte', en: 'Tokens of browsers that answered without an account' },
    reason: {
      fr: 'Ils n’empêchent de répondre deux fois que pendant l’enquête.',
      en: 'They only prevent answering twice while the survey runs.',
    },
    days: 30,
    purge: async ({ db, body }, before) => {
      const done = await sql`delete from questionnaires.device d using questionnaires.questionnaire q
        where d.body_id = ${body.id} and q.body_id = d.body_id and q.id = d.questionnaire_id and q.closed_at < ${before}`.execute(db)
      return Number(done.numAffectedRows ?? 0)
    },
  },
  {
    what: { fr: 'Réponses une à une, et qui a répondu', en: 'Answers one by one, and who answered' },
    reason: { fr: 'Les résultats sont publiés ; les tableaux suffisent.', en: 'The results are published; the tables are enough.' },
    days: 730,
    purge: async ({ db, body }, before) => {
      let removed = 0
      for (const table of ['keying', 'response', 'participation']) {
        const done = await sql`delete from ${sql.table(`questionnaires.${table}`)} t using questionnaires.questionnaire q
          where t.body_id = ${body.id} and q.body_id = t.body_id and q.id = t.questionnaire_id and q.closed_at < ${before}`.execute(db)
        removed += Number(done.numAffectedRows ?? 0)
      }
      return removed
    },
  },
  {
    what: { fr: 'Fichiers de réponses préparés pour un agent', en: 'Files of answers prepared for an agent' },
    reason: { fr: 'Ils se préparent de nouveau en un geste.', en: 'They can be prepared again at once.' },
    days: 7,
    purge: (world, before) => forgetExports(world, before),
  },
]
