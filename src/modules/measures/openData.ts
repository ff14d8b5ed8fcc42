import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'
import { amendmentOpenData } from './amendments/openData.ts'
import { proposalOpenData } from './proposals/openData.ts'

const measure = { fr: 'Numéro de la mesure', en: 'Number of the measure', type: 'integer' } as const

/** What anyone may reuse: measures, their stages, their versions, and how many people support them. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'mesures',
    title: { fr: 'Mesures', en: 'Measures' },
    columns: {
      measure,
      number: { fr: 'Numéro dans le programme', en: 'Number in the programme', type: 'text' },
      title: { fr: 'Titre', en: 'Title', type: 'text' },
      summary: { fr: 'Résumé', en: 'Summary', type: 'text' },
      section: { fr: 'Objectif ou thème', en: 'Objective or theme', type: 'text' },
      stage: { fr: 'Étape', en: 'Stage', type: 'text' },
      stage_since: { fr: 'À cette étape depuis', en: 'At this stage since', type: 'datetime' },
      closes_on: { fr: 'Dernier jour des contributions', en: 'Last day of contributions', type: 'date' },
      owner_service: { fr: 'Service chargé', en: 'Service in charge', type: 'text' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select m.id as measure, m.number, m.title, m.summary, s.title as section, m.stage, m.stage_since, m.closes_on, m.owner_service
      from measures.measure m left join measures.section s on s.body_id = m.body_id and s.id = m.section_id
      where m.body_id = ${world.body.id} order by m.position, m.id`.execute(world.db)
      ).rows,
  },
  {
    id: 'etapes-des-mesures',
    title: { fr: 'Étapes des mesures', en: 'Stages of the measures' },
    columns: {
      measure,
      stage: { fr: 'Étape', en: 'Stage', type: 'text' },
      made_at: { fr: 'Date', en: 'Date', type: 'datetime' },
      reason: { fr: 'Raison', en: 'Reason', type: 'text' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select measure_id as measure, stage, made_at, reason from measures.stage where body_id = ${world.body.id} order by measure_id, id`.execute(
          world.db,
        )
      ).rows,
  },
  {
    id: 'versions-des-mesures',
    title: { fr: 'Versions des mesures', en: 'Versions of the measures' },
    columns: {
      measure,
      version: { fr: 'Version', en: 'Version', type: 'integer' },
      made_at: { fr: 'Date', en: 'Date', type: 'datetime' },
      note: { fr: 'Note', en: 'Note', type: 'text' },
      text: { fr: 'Texte en Markdown', en: 'Text in Markdown', type: 'text' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select v.measure_id as measure, v.number as version, v.made_at, v.note,
        (select string_agg(p.text, E'\\n\\n' order by p.position) from measures.version_paragraph p
          where p.body_id = v.body_id and p.measure_id = v.measure_id and p.version = v.number) as text
      from measures.version v where v.body_id = ${world.body.id} order by v.measure_id, v.number`.execute(world.db)
      ).rows,
  },
  {
    id: 'soutiens-aux-mesures',
    title: { fr: 'Soutiens aux mesures', en: 'Supports of the measures' },
    columns: { measure, supports: { fr: 'Nombre de soutiens', en: 'Number of supports', type: 'integer' } },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select m.id as measure, coalesce(sum(c.n), 0)::integer as supports from measures.measure m
      left join measures.support_count c on c.body_id = m.body_id and c.measure_id = m.id
      where m.body_id = ${world.body.id} group by m.id order by m.id`.execute(world.db)
      ).rows,
  },
  ...amendmentOpenData,
  ...proposalOpenData,
]
