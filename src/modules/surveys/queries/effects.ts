import { sql } from '#kernel/db'
import type { Here, SurveysTables } from '../schema.ts'

export type EffectKind = SurveysTables['surveys.effect']['kind']
export interface Effect {
  readonly kind: EffectKind
  readonly text: string
  readonly on: string
}

/** What was done because of a survey, the first first. */
export const effectsOf = ({ db, body }: Pick<Here, 'db' | 'body'>, survey: string): Promise<readonly Effect[]> =>
  db
    .selectFrom('surveys.effect')
    .select(['kind', 'text', 'said_on as on'])
    .where('body_id', '=', body.id)
    .where('survey_id', '=', survey)
    .orderBy('said_on')
    .orderBy('id')
    .execute()

/** The same of many surveys in one reading. */
export const effectsOfEach = async (
  { db, body }: Pick<Here, 'db' | 'body'>,
  surveys: readonly string[],
): Promise<(survey: string) => readonly Effect[]> => {
  if (surveys.length === 0) return () => []
  const rows = await db
    .selectFrom('surveys.effect')
    .select(['survey_id as survey', 'kind', 'text', 'said_on as on'])
    .where('body_id', '=', body.id)
    .where(sql<boolean>`survey_id = any(${surveys}::bigint[])`)
    .orderBy('said_on')
    .orderBy('id')
    .execute()
  const bySurvey = Map.groupBy(rows, ({ survey }) => survey)
  return survey => bySurvey.get(survey) ?? []
}

export const addEffect = (world: Here, survey: string, effect: Effect) =>
  world.db
    .insertInto('surveys.effect')
    .values({
      body_id: world.body.id,
      survey_id: survey,
      kind: effect.kind,
      text: effect.text,
      said_on: effect.on,
      said_by: world.actor.personId,
      said_at: world.now,
    })
    .execute()
