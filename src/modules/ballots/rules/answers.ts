import { type Answer, type Answers, mentions, type Question } from './kinds.ts'

export type AnswerRefusal = 'too-many' | 'too-many-points' | 'not-a-number' | 'unknown'
export interface AnswerError {
  /** Name of the field to correct. */
  readonly field: string
  readonly because: AnswerRefusal
  readonly most: number
}
type Values = Readonly<Record<string, string | readonly string[]>>

export const fieldOf = (question: number, option?: number) => (option === undefined ? `q${question}` : `q${question}-${option}`)

/** Reads what was ticked or typed; everything left out is blank, and blank is allowed. */
export const readAnswers = (questions: readonly Question[], values: Values): { answers: Answers; errors: readonly AnswerError[] } => {
  const read = questions.map(question => readOne(question, values))
  return { answers: read.map(one => one.answer), errors: read.flatMap(one => one.errors) }
}

const readOne = (question: Question, values: Values): { answer: Answer; errors: readonly AnswerError[] } => {
  if (question.kind === 'yes-no' || question.kind === 'choice' || question.kind === 'approval') return readChosen(question, values)
  const fields = question.options.map(({ number }) => ({
    number,
    field: fieldOf(question.number, number),
    typed: ([values[fieldOf(question.number, number)] ?? ''].flat()[0] ?? '').replace(/[\s\u00a0\u202f]/g, ''),
  }))
  const given = fields.filter(one => one.typed !== '' && !(question.kind === 'points' && /^0+$/.test(one.typed)))
  const [least, greatest] = rangeOf(question)
  const wrong = given.filter(one => !/^\d{1,4}$/.test(one.typed) || Number(one.typed) < least || Number(one.typed) > greatest)
  const refused = (field: string, because: AnswerRefusal) => ({ field, because, most: question.most })
  const answer = Object.fromEntries(given.map(one => [String(one.number), Number(one.typed)]))
  if (wrong.length > 0) return { answer: {}, errors: wrong.map(one => refused(one.field, 'not-a-number')) }
  const sum = Object.values(answer).reduce((total, points) => total + points, 0)
  if (question.kind === 'points' && sum > question.most) return { answer, errors: [refused(fields[0]?.field ?? '', 'too-many-points')] }
  return { answer, errors: [] }
}

const rangeOf = (question: Question): readonly [number, number] => {
  if (question.kind === 'judgment') return [0, mentions.length - 1]
  return question.kind === 'ranking' ? [1, question.options.length] : [0, question.most]
}

const readChosen = (question: Question, values: Values): { answer: Answer; errors: readonly AnswerError[] } => {
  const field = fieldOf(question.number)
  const typed = [values[field] ?? []].flat().filter(one => one !== '' && one !== 'blank')
  const known = new Set(question.options.map(one => String(one.number)))
  if (typed.some(one => !known.has(one))) return { answer: {}, errors: [{ field, because: 'unknown', most: question.most }] }
  const chosen = [...new Set(typed)]
  const most = mostChosen(question)
  const answer = Object.fromEntries(chosen.map(one => [one, 1]))
  return { answer, errors: chosen.length > most ? [{ field, because: 'too-many', most }] : [] }
}

/** How many options one may choose. */
export const mostChosen = ({ kind, most, options }: Question) => (kind === 'approval' ? options.length : kind === 'yes-no' ? 1 : most)

/** What was answered, as the fields of the form: to draw it again. */
export const typedAnswers = (questions: readonly Question[], answers: Answers): Record<string, string | string[]> =>
  Object.fromEntries(
    questions.flatMap((question, at): readonly (readonly [string, string | string[]])[] => {
      const answer = answers[at] ?? {}
      return question.kind === 'yes-no' || question.kind === 'choice' || question.kind === 'approval'
        ? [[fieldOf(question.number), Object.keys(answer)]]
        : Object.entries(answer).map(([option, value]) => [fieldOf(question.number, Number(option)), String(value)])
    }),
  )
