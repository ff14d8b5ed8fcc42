import {
  answersGiven,
  type Answers,
  type Questionnaire,
  questionsOf,
  responsesAfter,
  said,
  type StoredQuestionnaire,
} from '#engines/surveys'
import { readingsOfTexts } from './queries/readings.ts'
import type { Here } from './schema.ts'

/** One free text of one response, before anybody has read it. */
export interface FreeText {
  readonly response: string
  /** `words`, or `obstacles.other` for what “other” is. */
  readonly field: string
  readonly question: string
  readonly text: string
}
type Place = Pick<Here, 'db' | 'body'>

/** The fields of a questionnaire that hold free text. */
export const textFields = (questionnaire: Questionnaire): readonly { readonly field: string; readonly question: string }[] =>
  questionsOf(questionnaire).flatMap(question => {
    const label = said(question.label, 'fr').text
    if (question.kind === 'short' || question.kind === 'long') return [{ field: question.code, question: label }]
    return (question.kind === 'one' || question.kind === 'many') && question.withOther
      ? [{ field: `${question.code}.other`, question: label }]
      : []
  })

/** How many free texts nobody has read yet. */
export const unreadTexts = async ({ db, body }: Place, survey: string, questionnaire: StoredQuestionnaire): Promise<number> => {
  const fields = textFields(questionnaire.content).map(one => one.field)
  if (fields.length === 0) return 0
  return (await answersGiven({ db, body }, questionnaire.id, fields)) - (await readingsOfTexts({ db, body }, survey)).length
}

const textsIn = (answers: Answers, response: string, fields: ReturnType<typeof textFields>): readonly FreeText[] =>
  fields.flatMap(({ field, question }) => {
    const text = Object.hasOwn(answers, field) ? answers[field] : undefined
    return typeof text === 'string' && text !== '' ? [{ response, field, question, text }] : []
  })

/** The next free texts to read, in the random order of the responses. */
export const textsToRead = async (
  world: Place,
  survey: string,
  questionnaire: StoredQuestionnaire,
  limit: number,
): Promise<readonly FreeText[]> => {
  const fields = textFields(questionnaire.content)
  const read = new Set((await readingsOfTexts(world, survey)).map(one => `${one.response} ${one.field}`))
  const found: FreeText[] = []
  for (let after = '0'; found.length < limit;) {
    const responses = await responsesAfter(world, questionnaire.id, after, 500)
    for (const response of responses)
      found.push(...textsIn(response.answers, response.id, fields).filter(one => !read.has(`${one.response} ${one.field}`)))
    const last = responses.at(-1)
    if (!last || responses.length < 500) break
    after = last.id
  }
  return found.slice(0, limit)
}
