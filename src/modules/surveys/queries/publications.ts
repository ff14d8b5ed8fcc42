import { sql } from '#kernel/db'
import { PublishedResults } from '../rules/publishedResults.ts'
import type { Here } from '../schema.ts'

export interface StoredPublication {
  readonly version: number
  readonly content: PublishedResults
  readonly remarks: string
  readonly publishedAt: string
}
type Place = Pick<Here, 'db' | 'body'>

/** Every publication of a survey, the latest first. */
export const publicationsOf = async ({ db, body }: Place, survey: string): Promise<readonly StoredPublication[]> => {
  const rows = await db
    .selectFrom('surveys.publication')
    .select(['version', 'content', 'remarks', 'published_at as publishedAt'])
    .where('body_id', '=', body.id)
    .where('survey_id', '=', survey)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({ ...row, content: PublishedResults.parse(row.content) }))
}

interface Latest {
  readonly version: number
  readonly publishedAt: string
  readonly respondents: number
}
/** When the latest results of each of these surveys were published, and how many answered, without the results themselves. */
export const respondentsOf = async ({ db, body }: Place, surveys: readonly string[]) => {
  if (surveys.length === 0) return new Map<string, Latest>()
  const { rows } = await sql<Latest & { survey: string }>`
    select distinct on (survey_id) survey_id as survey, version, published_at as "publishedAt", (content #>> '{publication,respondents}')::int as respondents
    from surveys.publication where body_id = ${body.id} and survey_id = any(${surveys}::bigint[])
    order by survey_id, version desc`.execute(db)
  return new Map(rows.map(row => [row.survey, row]))
}

/** Publishes; the version is one more than the last. Two agents who publish at once meet the key. */
export const addPublication = async (world: Here, survey: string, { content, remarks }: { content: PublishedResults; remarks: string }) => {
  const version = ((await respondentsOf(world, [survey])).get(survey)?.version ?? 0) + 1
  await world.db
    .insertInto('surveys.publication')
    .values({
      body_id: world.body.id,
      survey_id: survey,
      version,
      content: JSON.stringify(content),
      remarks,
      published_by: world.actor.personId,
      published_at: world.now,
    })
    .execute()
  return version
}

/** The latest results published, of any survey. */
export const latestPublications = async ({ db, body }: Place, limit: number) =>
  db
    .selectFrom('surveys.publication as p')
    .innerJoin('surveys.survey as s', join => join.onRef('s.body_id', '=', 'p.body_id').onRef('s.id', '=', 'p.survey_id'))
    .select(['s.id', 's.title', 'p.version', 'p.remarks', 'p.published_at as publishedAt'])
    .where('p.body_id', '=', body.id)
    .orderBy('p.published_at', 'desc')
    .orderBy('s.id', 'desc')
    .orderBy('p.version', 'desc')
    .limit(limit)
    .execute()
