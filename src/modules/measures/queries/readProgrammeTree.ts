import type { StageName } from '../rules/stages.ts'
import type { MeasureId, Measures } from '../schema.ts'
import type { SectionLine } from './readSections.ts'

export interface ProgrammeMeasure {
  readonly id: MeasureId
  readonly sectionId: string | null
  readonly number: string
  readonly title: string
  readonly stage: StageName
}

/** The sections and measures of one programme, in order; at most 500 and 1,000. */
export const readProgrammeTree = async (
  db: Measures,
  body: number,
  programme: string,
): Promise<{ sections: SectionLine[]; measures: ProgrammeMeasure[] }> => ({
  sections: await db
    .selectFrom('measures.section')
    .select(['id', 'parent_id as parentId', 'kind', 'number', 'title', 'text'])
    .where('body_id', '=', body)
    .where('programme_id', '=', programme)
    .orderBy('position')
    .orderBy('id')
    .limit(500)
    .execute(),
  measures: await db
    .selectFrom('measures.measure')
    .select(['id', 'section_id as sectionId', 'number', 'title', 'stage'])
    .where('body_id', '=', body)
    .where('programme_id', '=', programme)
    .orderBy('position')
    .orderBy('id')
    .limit(1000)
    .execute(),
})
