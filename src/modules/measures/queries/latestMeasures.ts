import { type AnyDb, sql } from '#kernel/db'
import type { StageName } from '../rules/stages.ts'
import type { MeasureId } from '../schema.ts'

export interface LatestMeasure {
  readonly id: MeasureId
  readonly title: string
  readonly summary: string
  readonly stage: StageName
  readonly closesOn: string | null
  readonly changedAt: string
}
const columns = sql`id, title, summary, stage, closes_on as "closesOn", changed_at as "changedAt"`

/** The measures that changed last. */
export const latestMeasures = async (db: AnyDb, body: number, limit: number): Promise<LatestMeasure[]> =>
  (
    await sql<LatestMeasure>`select ${columns} from measures.measure where body_id = ${body} order by changed_at desc, id desc limit ${limit}`.execute(
      db,
    )
  ).rows

/** Measures by their ids, in the order of the programme; those unknown are left out. At most a hundred. */
export const measuresById = async (db: AnyDb, body: number, ids: readonly MeasureId[]): Promise<LatestMeasure[]> =>
  ids.length === 0
    ? []
    : (
        await sql<LatestMeasure>`select ${columns} from measures.measure where body_id = ${body} and id = any(${[...ids]}::bigint[]) order by position, id limit 100`.execute(
          db,
        )
      ).rows
