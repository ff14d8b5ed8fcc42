import { sql } from '#kernel/db'
import type { StageName } from '../rules/stages.ts'
import type { MeasureId, Measures } from '../schema.ts'

export interface Paragraph {
  readonly id: string
  readonly text: string
}
export interface StageRow {
  readonly stage: StageName
  readonly reason: string
  readonly at: string
  readonly author: string | null
}
export interface VersionRow {
  readonly number: number
  readonly at: string
  readonly note: string
  readonly author: string | null
  readonly credits: readonly string[]
}
/** Everything the page of a measure says about the measure itself. */
export interface MeasureDetail {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly summary: string
  readonly stage: StageName
  readonly stageSince: string
  readonly closesOn: string | null
  readonly ownerService: string
  readonly pilotId: string | null
  readonly pilot: string | null
  readonly changedAt: string
  readonly section: { readonly id: string; readonly title: string; readonly number: string } | null
  readonly version: number
  readonly paragraphs: readonly Paragraph[]
  readonly supports: number
  /** Does this person support it? */
  readonly hasSupported: boolean
  readonly stages: readonly StageRow[]
  /** The latest versions first, at most twenty. */
  readonly versions: readonly VersionRow[]
}

/** The measure, or null. One statement, whatever the size of the commune. */
export const readMeasure = async (db: Measures, body: number, id: MeasureId, personId: string | null): Promise<MeasureDetail | null> => {
  const { rows } = await sql<MeasureDetail>`
    select m.id, m.number, m.title, m.summary, m.stage, m.stage_since as "stageSince", m.closes_on as "closesOn",
      m.owner_service as "ownerService", m.pilot_id as "pilotId", m.changed_at as "changedAt",
      (select p.name from kernel.person p where p.id = m.pilot_id) as pilot,
      (select jsonb_build_object('id', s.id::text, 'title', s.title, 'number', s.number)
        from measures.section s where s.body_id = m.body_id and s.id = m.section_id) as section,
      coalesce(v.number, 0) as version,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.paragraph, 'text', p.text) order by p.position)
        from measures.version_paragraph p where p.body_id = m.body_id and p.measure_id = m.id and p.version = v.number), '[]') as paragraphs,
      coalesce((select sum(n) from measures.support_count c where c.body_id = m.body_id and c.measure_id = m.id), 0)::integer as supports,
      exists (select from measures.support s where s.body_id = m.body_id and s.measure_id = m.id and s.person_id = ${personId}::uuid) as "hasSupported",
      coalesce((select jsonb_agg(jsonb_build_object('stage', s.stage, 'reason', s.reason, 'at', s.made_at,
          'author', (select p.name from kernel.person p where p.id = s.author_id)) order by s.id desc)
        from (select * from measures.stage s where s.body_id = m.body_id and s.measure_id = m.id order by s.id desc limit 50) s), '[]') as stages,
      coalesce((select jsonb_agg(jsonb_build_object('number', w.number, 'at', w.made_at, 'note', w.note,
          'author', (select p.name from kernel.person p where p.id = w.author_id),
          'credits', coalesce((select jsonb_agg(distinct p.name) from measures.version_credit k join kernel.person p on p.id = k.person_id
            where k.body_id = w.body_id and k.measure_id = w.measure_id and k.version = w.number), '[]')) order by w.number desc)
        from (select * from measures.version w where w.body_id = m.body_id and w.measure_id = m.id order by w.number desc limit 20) w), '[]') as versions
    from measures.measure m
    left join lateral (select number from measures.version v where v.body_id = m.body_id and v.measure_id = m.id order by number desc limit 1) v on true
    where m.body_id = ${body} and m.id = ${id}`.execute(db)
  return rows[0] ?? null
}
