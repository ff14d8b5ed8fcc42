import type { StageName } from '../rules/stages.ts'
import type { MeasureId, Measures } from '../schema.ts'

export interface LatestMeasure {
  readonly id: MeasureId
  readonly title: string
  readonly summary: string
  readonly stage: StageName
  readonly closesOn: string | null
  readonly changedAt: string
}

/** The measures that changed last. */
export const latestMeasures = (db: Measures, body: number, limit: number): Promise<LatestMeasure[]> =>
  db
    .selectFrom('measures.measure')
    .select(['id', 'title', 'summary', 'stage', 'closes_on as closesOn', 'changed_at as changedAt'])
    .where('body_id', '=', body)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Measures by their ids, those unknown left out; at most a hundred. */
export const measuresById = (db: Measures, body: number, ids: readonly MeasureId[]): Promise<LatestMeasure[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('measures.measure')
        .select(['id', 'title', 'summary', 'stage', 'closes_on as closesOn', 'changed_at as changedAt'])
        .where('body_id', '=', body)
        .where('id', 'in', [...ids])
        .orderBy('position')
        .limit(100)
        .execute()
