import { type AnyDb, type PageOfRows, sql } from '#kernel/db'
import type { StageName } from '../rules/stages.ts'
import type { MeasureId } from '../schema.ts'

/** A measure, where it stands in the programme and in its life. */
export interface ProgrammeLine {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly stage: StageName
  /** Instant of the latest stage, and last day of contributions. */
  readonly stageSince: string
  readonly closesOn: string | null
  /** The highest section it stands under, `2 Garantir l’accès aux droits`; null when it came by itself. */
  readonly theme: { readonly id: string; readonly title: string } | null
}

/** Every measure, in the order of the programme; those of one theme when it is given. */
export const programmeLines = async (
  db: AnyDb,
  body: number,
  asked: { readonly theme?: string | null; readonly ids?: readonly MeasureId[]; readonly page?: Omit<PageOfRows, 'number'> },
): Promise<readonly ProgrammeLine[]> => {
  const { theme = null, ids, page = { size: 10_000, start: 0 } } = asked
  const { rows } = await sql<ProgrammeLine>`
    with recursive tree as (
      select s.id, s.id as root, trim(s.number || ' ' || s.title) as title from measures.section s where s.body_id = ${body} and s.parent_id is null
      union all
      select s.id, tree.root, tree.title from measures.section s join tree on s.parent_id = tree.id where s.body_id = ${body}
    )
    select m.id, m.number, m.title, m.stage, m.stage_since as "stageSince", m.closes_on as "closesOn",
      case when tree.root is null then null else jsonb_build_object('id', tree.root::text, 'title', tree.title) end as theme
    from measures.measure m left join tree on tree.id = m.section_id
    where m.body_id = ${body} ${theme ? sql`and tree.root = ${theme}` : sql``} ${ids ? sql`and m.id = any(${[...ids]}::bigint[])` : sql``}
    order by m.position, m.id limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}

/** The highest sections of the programme, and how many measures each holds. */
export const programmeThemes = async (
  db: AnyDb,
  body: number,
): Promise<readonly { readonly id: string; readonly title: string; readonly measures: number }[]> => {
  const { rows } = await sql<{ id: string; title: string; measures: number }>`
    with recursive tree as (
      select s.id, s.id as root from measures.section s where s.body_id = ${body} and s.parent_id is null
      union all
      select s.id, tree.root from measures.section s join tree on s.parent_id = tree.id where s.body_id = ${body}
    )
    select r.id::text as id, trim(r.number || ' ' || r.title) as title, count(m.id)::integer as measures
    from measures.section r join tree on tree.root = r.id
    join measures.measure m on m.body_id = r.body_id and m.section_id = tree.id
    where r.body_id = ${body} group by r.id, r.number, r.title, r.position order by r.position, r.id limit 200`.execute(db)
  return rows
}

/** How many measures stand at each stage. */
export const stageCounts = async (db: AnyDb, body: number): Promise<ReadonlyMap<StageName, number>> => {
  const { rows } = await sql<{ stage: StageName; n: number }>`
    select stage, count(*)::integer as n from measures.measure where body_id = ${body} group by stage order by stage`.execute(db)
  return new Map(rows.map(({ stage, n }) => [stage, n]))
}
