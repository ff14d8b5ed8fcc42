import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

/** Meetings that were announced, and votes that were closed: what anyone could have heard in the room. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'meetings',
    title: { fr: 'Réunions', en: 'Meetings' },
    columns: {
      id: { fr: 'Identifiant', en: 'Identifier', type: 'integer' },
      assembly: { fr: 'Assemblée', en: 'Assembly', type: 'text' },
      title: { fr: 'Titre', en: 'Title', type: 'text' },
      starts_at: { fr: 'Début', en: 'Start', type: 'datetime' },
      ends_at: { fr: 'Fin', en: 'End', type: 'datetime' },
      place: { fr: 'Lieu', en: 'Place', type: 'text' },
      state: { fr: 'État', en: 'State', type: 'text' },
      present: { fr: 'Membres présents à l’ouverture', en: 'Members present at the opening', type: 'integer' },
      minutes: { fr: 'Procès-verbal publié', en: 'Minutes published', type: 'boolean' },
    },
    rows: async ({ db, body }) =>
      (
        await sql<Record<string, unknown>>`
        select m.id, a.name as assembly, m.title, m.starts_at, m.ends_at, m.place,
          (select s.state from meetings.state s where s.body_id = m.body_id and s.meeting_id = m.id order by s.id desc limit 1) as state,
          (select (s.quorum->'lines'->0->>'present')::integer from meetings.state s where s.body_id = m.body_id and s.meeting_id = m.id and s.state in ('opened', 'adjourned') order by s.id limit 1) as present,
          exists (select from meetings.minutes_approval p where p.body_id = m.body_id and p.meeting_id = m.id) as minutes
        from meetings.meeting m join meetings.assembly a on a.body_id = m.body_id and a.id = m.assembly_id
        where m.body_id = ${body.id} order by m.starts_at, m.id`.execute(db)
      ).rows,
  },
  {
    id: 'meeting-votes',
    title: { fr: 'Votes des assemblées', en: 'Votes of assemblies' },
    columns: {
      id: { fr: 'Identifiant', en: 'Identifier', type: 'integer' },
      meeting: { fr: 'Réunion', en: 'Meeting', type: 'integer' },
      question: { fr: 'Question', en: 'Question', type: 'text' },
      manner: { fr: 'Scrutin', en: 'Manner', type: 'text' },
      votes_for: { fr: 'Pour', en: 'For', type: 'integer' },
      votes_against: { fr: 'Contre', en: 'Against', type: 'integer' },
      abstentions: { fr: 'Abstentions', en: 'Abstentions', type: 'integer' },
      blanks: { fr: 'Blancs et nuls', en: 'Blank or void', type: 'integer' },
      outcome: { fr: 'Résultat', en: 'Outcome', type: 'text' },
      closed_at: { fr: 'Clos le', en: 'Closed at', type: 'datetime' },
    },
    rows: async ({ db, body }) =>
      (
        await sql<Record<string, unknown>>`
        select id, meeting_id as meeting, question, manner, (result->'lines'->0->>'for')::integer as votes_for,
          (result->'lines'->0->>'against')::integer as votes_against, (result->'lines'->0->>'abstention')::integer as abstentions,
          (result->'lines'->0->>'blank')::integer as blanks, result->>'outcome' as outcome, closed_at
        from meetings.vote where body_id = ${body.id} and closed_at is not null order by id`.execute(db)
      ).rows,
  },
]
