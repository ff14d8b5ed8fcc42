import type { Here } from '../schema.ts'

/** What an agent decided about one free text. */
export interface Reading {
  readonly response: string
  readonly field: string
  readonly decision: 'shown' | 'edited' | 'kept-back'
  readonly text: string
}

/** Every reading of a survey's free texts. */
export const readingsOfTexts = ({ db, body }: Pick<Here, 'db' | 'body'>, survey: string): Promise<readonly Reading[]> =>
  db
    .selectFrom('surveys.reading')
    .select(['response_id as response', 'field', 'decision', 'text'])
    .where('body_id', '=', body.id)
    .where('survey_id', '=', survey)
    .orderBy('field')
    .orderBy('response_id')
    .execute()

/** Keeps a decision; a later one takes its place until the results are published. */
export const saveReading = async (world: Here, survey: string, reading: Reading) => {
  const values = { decision: reading.decision, text: reading.text, read_by: world.actor.personId, read_at: world.now }
  await world.db
    .insertInto('surveys.reading')
    .values({ body_id: world.body.id, survey_id: survey, response_id: reading.response, field: reading.field, ...values })
    .onConflict(one => one.columns(['body_id', 'survey_id', 'response_id', 'field']).doUpdateSet(values))
    .execute()
}
