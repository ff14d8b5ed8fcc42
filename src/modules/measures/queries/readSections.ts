import type { Measures } from '../schema.ts'

export interface SectionLine {
  readonly id: string
  readonly parentId: string | null
  readonly kind: 'objective' | 'theme'
  readonly number: string
  readonly title: string
  readonly text: string
}

/** Objectives and themes of the published programmes, in order; at most 500. */
export const readSections = (db: Measures, body: number): Promise<SectionLine[]> =>
  db
    .selectFrom('measures.section')
    .select(['id', 'parent_id as parentId', 'kind', 'number', 'title', 'text'])
    .where('body_id', '=', body)
    .orderBy('position')
    .orderBy('id')
    .limit(500)
    .execute()
