import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

const consultation = { fr: 'Numéro de la consultation', en: 'Number of the consultation', type: 'integer' } as const
const count = (fr: string, en: string) => ({ fr, en, type: 'integer' }) as const

/** Consultations, and their statements with the counts that the pages show; who answered what is nowhere. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'consultations',
    title: { fr: 'Consultations', en: 'Consultations' },
    columns: {
      consultation,
      titre: { fr: 'Titre', en: 'Title', type: 'text' },
      organisateur: { fr: 'Organisée par', en: 'Organised by', type: 'text' },
      etat: { fr: 'État', en: 'State', type: 'text' },
      ouverture: { fr: 'Premier jour', en: 'First day', type: 'date' },
      cloture: { fr: 'Dernier jour, inclus', en: 'Last day, included', type: 'date' },
      mesure: { fr: 'Numéro de la mesure', en: 'Number of the measure', type: 'integer' },
      service: { fr: 'Numéro du service', en: 'Number of the service', type: 'integer' },
      participants: count('Participants', 'Participants'),
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select k.id as consultation, k.title as titre, k.organiser as organisateur, k.state as etat, k.opens_on as ouverture, k.closes_on as cloture,
        k.measure_id as mesure, k.service_id as service,
        (select count(distinct participant_id)::int from consultations.vote v where v.body_id = k.body_id and v.consultation_id = k.id) as participants
      from consultations.consultation k where k.body_id = ${world.body.id} and k.state <> 'draft' order by k.id`.execute(world.db)
      ).rows,
  },
  {
    id: 'affirmations-des-consultations',
    title: { fr: 'Affirmations des consultations et leurs réponses', en: 'Statements of consultations and their answers' },
    columns: {
      consultation,
      affirmation: { fr: 'Numéro de l’affirmation', en: 'Number of the statement', type: 'integer' },
      texte: { fr: 'Texte', en: 'Text', type: 'text' },
      d_accord: count('D’accord ; vide : trop peu de participants', 'Agree; empty: too few participants'),
      pas_d_accord: count('Pas d’accord', 'Disagree'),
      ne_sait_pas: count('Je ne sais pas', 'Do not know'),
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select s.consultation_id as consultation, s.number as affirmation, s.text as texte,
        (t.said ->> 'agree')::int as d_accord, (t.said ->> 'disagree')::int as pas_d_accord, (t.said ->> 'pass')::int as ne_sait_pas
      from consultations.statement s
      join consultations.consultation k on k.body_id = s.body_id and k.id = s.consultation_id and k.state <> 'draft'
      left join lateral (select p.content from consultations.publication p
        where k.state = 'published' and p.body_id = k.body_id and p.consultation_id = k.id order by p.number desc limit 1) p on true
      left join consultations.live_map m on m.body_id = k.body_id and m.consultation_id = k.id
      left join lateral (select said from jsonb_array_elements(coalesce(p.content, m.content) #> '{everyone,statements}') said
        where (said ->> 'number')::int = s.number) t on true
      where s.body_id = ${world.body.id} and s.state = 'visible' order by 1, 2`.execute(world.db)
      ).rows,
  },
]
