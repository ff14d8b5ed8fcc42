import { type PageOfRows, sql } from '#kernel/db'
import { openStages, type StageName } from '../rules/stages.ts'
import type { MeasureId, Measures } from '../schema.ts'

/** What one looks for in the list. */
export interface Wanted {
  readonly words: string
  readonly stage: StageName | null
  /** A section: what stands under it comes too. */
  readonly section: string | null
  /** Open measures that have a closing day, the soonest first. */
  readonly isClosingSoon: boolean
}
export interface MeasureLine {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly summary: string
  readonly stage: StageName
  readonly closesOn: string | null
  readonly sectionId: string | null
  readonly supports: number
}

/** One page of measures, in the order of the programme, of relevance or of closing; and whether there are more. One statement. */
export const readMeasures = async (
  db: Measures,
  body: number,
  wanted: Wanted,
  page: Omit<PageOfRows, 'number'>,
  today: string,
): Promise<{ measures: readonly MeasureLine[]; hasMore: boolean }> => {
  const { rows } = await sql<MeasureLine>`
    with chosen as (
      select m.id, m.number, m.title, m.summary, m.stage, m.closes_on, m.section_id, ${order(wanted)} as place
      from measures.measure m ${wanted.words === '' ? sql`` : sql`join measures.found(${wanted.words}, 500) f on f.id = m.id`}
      where m.body_id = ${body}
        ${wanted.stage === null ? sql`` : sql`and m.stage = ${wanted.stage}`}
        ${wanted.section === null ? sql`` : sql`and m.section_id in (${branchOf(body, wanted.section)})`}
        ${wanted.isClosingSoon ? sql`and m.closes_on >= ${today} and m.stage in (${sql.join(openStages)})` : sql``}
      order by place, m.id limit ${page.size + 1} offset ${page.start}
    )
    select c.id, c.number, c.title, c.summary, c.stage, c.closes_on as "closesOn", c.section_id as "sectionId",
      coalesce((select sum(n) from measures.support_count s where s.body_id = ${body} and s.measure_id = c.id), 0)::integer as supports
    from chosen c order by c.place, c.id`.execute(db)
  return { measures: rows.slice(0, page.size), hasMore: rows.length > page.size }
}

const order = ({ words, isClosingSoon }: Wanted) => (isClosingSoon ? sql`m.closes_on` : words === '' ? sql`m.position` : sql`-f.rank`)

const branchOf = (body: number, section: string) => sql`
  with recursive branch as (
    select id from measures.section where body_id = ${body} and id = ${section}
    union all select s.id from measures.section s join branch on s.parent_id = branch.id where s.body_id = ${body}
  ) select id from branch`
