import { Labels } from '#engines/surveys'
import { sql } from '#kernel/db'
import { type Audience, standingOf, type Standing } from '../rules/standing.ts'
import type { Here, SurveysTables } from '../schema.ts'

/** A survey, without its questions. */
export interface Survey {
  readonly id: string
  readonly title: Labels
  readonly purpose: Labels
  readonly askedBy: string
  readonly followUp: string
  readonly audience: Audience
  readonly closesOn: string | null
  readonly service: string | null
  readonly measure: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly standing: Standing
  /** Version of the latest results, or null. */
  readonly published: number | null
}
type Place = Pick<Here, 'db' | 'body' | 'today'>
export type SurveyWords = Pick<
  SurveysTables['surveys.survey'],
  'asked_by' | 'follow_up' | 'audience' | 'closes_on' | 'service_id' | 'measure_id'
> & { readonly title: Labels; readonly purpose: Labels }

const reading = ({ db, body }: Place) =>
  db
    .selectFrom('surveys.survey as s')
    .select([
      's.id',
      's.title',
      's.purpose',
      's.asked_by as askedBy',
      's.follow_up as followUp',
      's.audience',
      's.closes_on as closesOn',
      's.service_id as service',
      's.measure_id as measure',
      's.opened_at as openedAt',
      's.closed_at as closedAt',
      sql<number | null>`(select max(version) from surveys.publication p where p.body_id = s.body_id and p.survey_id = s.id)`.as(
        'published',
      ),
    ])
    .where('s.body_id', '=', body.id)
    .where(
      sql<boolean>`not exists (select from surveys.step t where t.body_id = s.body_id and t.survey_id = s.id and t.kind = 'abandoned')`,
    )

type Row = Awaited<ReturnType<ReturnType<typeof reading>['execute']>>[number]
const surveyFrom = (row: Row, today: string): Survey => ({
  ...row,
  title: Labels.parse(row.title),
  purpose: Labels.parse(row.purpose),
  standing: standingOf(row, today),
})

export const surveyById = async (world: Place, id: string): Promise<Survey | undefined> => {
  const row = await reading(world).where('s.id', '=', id).executeTakeFirst()
  return row && surveyFrom(row, world.today)
}

/** Surveys: those being written first, then the latest opened; residents see only those that were opened. */
export const surveysListed = async (
  world: Place,
  { withUnopened, size, start }: { readonly withUnopened: boolean; readonly size: number; readonly start: number },
): Promise<readonly Survey[]> => {
  const rows = await reading(world)
    .$if(!withUnopened, query => query.where('s.opened_at', 'is not', null))
    .orderBy(sql`s.opened_at desc nulls first`)
    .orderBy('s.id', 'desc')
    .limit(size)
    .offset(start)
    .execute()
  return rows.map(row => surveyFrom(row, world.today))
}

/** Surveys that can be answered today, those that end soonest first. */
export const openSurveys = async (world: Place, limit: number): Promise<readonly Survey[]> => {
  const rows = await reading(world)
    .where('s.opened_at', 'is not', null)
    .where('s.closed_at', 'is', null)
    .where('s.closes_on', '>=', world.today)
    .orderBy('s.closes_on')
    .orderBy('s.id')
    .limit(limit)
    .execute()
  return rows.map(row => surveyFrom(row, world.today))
}

/** Surveys opened about a service or a measure, the latest first. */
export const surveysAbout = async (world: Place, what: 'service' | 'measure', id: string): Promise<readonly Survey[]> => {
  const rows = await reading(world)
    .where(what === 'service' ? 's.service_id' : 's.measure_id', '=', id)
    .where('s.opened_at', 'is not', null)
    .orderBy('s.opened_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(20)
    .execute()
  return rows.map(row => surveyFrom(row, world.today))
}

export const addSurvey = async (world: Here, words: SurveyWords): Promise<string> => {
  const { id } = await world.db
    .insertInto('surveys.survey')
    .values({
      body_id: world.body.id,
      ...asStored(words),
      begun_by: world.actor.personId,
      begun_at: world.now,
      opened_at: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export const saveSurvey = ({ db, body }: Here, id: string, words: SurveyWords) =>
  db.updateTable('surveys.survey').set(asStored(words)).where('body_id', '=', body.id).where('id', '=', id).execute()

const asStored = (words: SurveyWords) => ({ ...words, title: JSON.stringify(words.title), purpose: JSON.stringify(words.purpose) })

/** Sets one of the dates of a survey. */
export const dateSurvey = (
  { db, body }: Here,
  id: string,
  dates: Partial<Pick<SurveysTables['surveys.survey'], 'opened_at' | 'closed_at' | 'closes_on'>>,
) => db.updateTable('surveys.survey').set(dates).where('body_id', '=', body.id).where('id', '=', id).execute()

export const addStep = (
  world: Here,
  survey: string,
  step: { readonly kind: SurveysTables['surveys.step']['kind']; readonly reason?: string; readonly until?: string | null },
) =>
  world.db
    .insertInto('surveys.step')
    .values({
      body_id: world.body.id,
      survey_id: survey,
      kind: step.kind,
      reason: step.reason ?? '',
      until: step.until ?? null,
      made_by: world.actor.personId,
      made_at: world.now,
    })
    .execute()

/** What the town hall did with this survey, the first first. */
export const stepsOf = ({ db, body }: Place, survey: string) =>
  db
    .selectFrom('surveys.step')
    .select(['kind', 'reason', 'until', 'made_at as madeAt'])
    .where('body_id', '=', body.id)
    .where('survey_id', '=', survey)
    .orderBy('id')
    .execute()

/** Surveys whose words are closest to these, accents forgiven. */
export const findSurveys = async ({ db, body }: Place, words: string, limit: number) => {
  const { rows } = await sql<{ id: string; title: string; purpose: string; rank: number }>`
    select id, title ->> 'fr' as title, purpose ->> 'fr' as purpose, ts_rank(search, query) as rank
    from surveys.survey, websearch_to_tsquery('kernel.french', ${words}) query
    where body_id = ${body.id} and opened_at is not null and search @@ query order by rank desc, id desc limit ${limit}`.execute(db)
  return rows
}
