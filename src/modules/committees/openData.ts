import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

/** Committees and their seats; meetings and votes are with the engine that runs them. Names of members are on the pages. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'comites',
    title: { fr: 'Comités', en: 'Committees' },
    columns: {
      id: { fr: 'Numéro', en: 'Number', type: 'integer' },
      kind: { fr: 'Nature', en: 'Kind', type: 'text' },
      name: { fr: 'Nom', en: 'Name', type: 'text' },
      purpose: { fr: 'Mission', en: 'Purpose', type: 'text' },
      theme: { fr: 'Thème', en: 'Theme', type: 'text' },
      services: { fr: 'Numéros des services concernés', en: 'Numbers of the services concerned', type: 'text' },
      act: { fr: 'Acte qui le crée', en: 'Founding act', type: 'text' },
      act_on: { fr: 'Date de l’acte', en: 'Day of the act', type: 'date' },
      ended_on: { fr: 'Fin', en: 'End', type: 'date' },
    },
    rows: async ({ db, body }) =>
      (
        await sql<Record<string, unknown>>`
        select k.id, k.kind, k.name, k.purpose, k.theme, k.act, k.act_on, d.ended_on,
          (select string_agg(c.service_id::text, ' ' order by c.service_id) from committees.committee_service c
            where c.body_id = k.body_id and c.committee_id = k.id) as services
        from committees.committee k left join committees.dissolution d on d.body_id = k.body_id and d.committee_id = k.id
        where k.body_id = ${body.id} order by k.id`.execute(db)
      ).rows,
  },
  {
    id: 'comites-sieges',
    title: { fr: 'Sièges des comités', en: 'Seats of committees' },
    columns: {
      id: { fr: 'Numéro du siège', en: 'Number of the seat', type: 'integer' },
      committee: { fr: 'Numéro du comité', en: 'Number of the committee', type: 'integer' },
      college: { fr: 'Collège', en: 'College', type: 'text' },
      label: { fr: 'Intitulé', en: 'Label', type: 'text' },
      designation: { fr: 'Comment il est pourvu', en: 'How it is filled', type: 'text' },
      vacant: { fr: 'Vacant', en: 'Vacant', type: 'boolean' },
      since: { fr: 'Début du mandat en cours', en: 'Start of the running mandate', type: 'date' },
      until: { fr: 'Fin du mandat en cours', en: 'End of the running mandate', type: 'date' },
    },
    rows: async ({ db, body, today }) =>
      (
        await sql<Record<string, unknown>>`
        select s.id, s.committee_id as committee, s.college, s.label, s.designation, m.id is null as vacant, m.since, m.until
        from committees.seat s left join committees.mandate m on m.body_id = s.body_id and m.seat_id = s.id and not m.substitute
          and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
        where s.body_id = ${body.id} and s.removed_at is null order by s.id`.execute(db)
      ).rows,
  },
]
