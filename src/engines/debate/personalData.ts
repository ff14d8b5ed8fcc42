import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

/** What a debate holds about people. What was said stays in the thread, without its author's name. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Auteur des arguments, questions et réponses', en: 'Author of arguments, questions and replies' },
      basis: { fr: 'Mission d’intérêt public : la discussion des mesures', en: 'Public task: discussing measures' },
      kept: {
        fr: 'Avec la discussion ; anonyme dès que la personne le demande',
        en: 'With the debate; anonymous as soon as the person asks',
      },
    },
    {
      what: {
        fr: 'Appuis donnés aux arguments, et soutien ou non au sujet à ce moment',
        en: 'Marks given to arguments, and whether the giver then supported the subject',
      },
      basis: { fr: 'Mission d’intérêt public : un ordre équitable des arguments', en: 'Public task: a fair order of arguments' },
      kept: { fr: 'Avec la discussion', en: 'With the debate' },
    },
  ],
  columns: {
    'debate.argument.author_id': 'anonymised',
    'debate.argument.college': 'kept',
    'debate.argument.keyed_by': 'kept',
    'debate.answer.answered_by': 'kept',
    'debate.support.person_id': 'deleted',
    'debate.support.side': 'deleted',
    'debate.passer.person_id': 'deleted',
  },
  erase: async ({ db, body }, person) => {
    await sql`update debate.argument set author_id = null where body_id = ${body.id} and author_id = ${person}`.execute(db)
    await sql`delete from debate.passer where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from debate.support where body_id = ${body.id} and person_id = ${person}`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    arguments: (
      await sql`select id, subject, stance, text, filed_at from debate.argument where body_id = ${body.id} and author_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
    marks: (
      await sql`select argument_id, quality, side, given_at from debate.support where body_id = ${body.id} and person_id = ${person} order by argument_id`.execute(
        db,
      )
    ).rows,
  }),
}
