import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

/** What moderation holds about people. Decisions of agents are acts of the administration: they stay. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Auteur et extrait de ce qui a été publié', en: 'Author and extract of what was published' },
      basis: { fr: 'Mission d’intérêt public : un débat où les règles sont tenues', en: 'Public task: a debate where the rules are kept' },
      kept: { fr: 'Tant que la publication est en ligne', en: 'As long as the post is online' },
    },
    {
      what: { fr: 'Signalements et demandes de seconde lecture', en: 'Reports and appeals' },
      basis: { fr: 'Mission d’intérêt public', en: 'Public task' },
      kept: { fr: 'Avec la publication concernée', en: 'With the post concerned' },
    },
    {
      what: { fr: 'Nombre de publications par heure', en: 'Number of posts per hour' },
      basis: { fr: 'Protection contre les envois en masse', en: 'Protection against flooding' },
      kept: { fr: 'Deux jours', en: 'Two days' },
    },
  ],
  columns: {
    'moderation.content.author_id': 'anonymised',
    'moderation.content.extract': 'anonymised',
    'moderation.decision.decided_by': 'kept',
    'moderation.report.person_id': 'deleted',
    'moderation.appeal.filed_by': 'deleted',
    'moderation.appeal.decided_by': 'kept',
    'moderation.appeal.hidden_by': 'kept',
    'moderation.pace.person_id': 'deleted',
    'moderation.rulebook.published_by': 'kept',
  },
  erase: async ({ db, body }, person) => {
    await sql`update moderation.content set author_id = null, extract = '' where body_id = ${body.id} and author_id = ${person}`.execute(db)
    await sql`delete from moderation.appeal where body_id = ${body.id} and filed_by = ${person}`.execute(db)
    await sql`delete from moderation.report where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from moderation.pace where body_id = ${body.id} and person_id = ${person}`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    contents: (
      await sql`select subject, url, extract, state, registered_at from moderation.content where body_id = ${body.id} and author_id = ${person} order by registered_at, subject`.execute(
        db,
      )
    ).rows,
    reports: (
      await sql`select subject, reason, reported_at from moderation.report where body_id = ${body.id} and person_id = ${person} order by reported_at, subject`.execute(
        db,
      )
    ).rows,
    appeals: (
      await sql`select decision_id, text, filed_at, outcome, reason from moderation.appeal where body_id = ${body.id} and filed_by = ${person} order by filed_at, decision_id`.execute(
        db,
      )
    ).rows,
  }),
}
