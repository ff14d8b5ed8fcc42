import { checkQuestionnaire, codesOf, type Condition, type Question, type Questionnaire, unsure } from '#engines/surveys'

/** How many comparisons the form offers. */
export const rowsOffered = 3

/** The questions that come before this question, or before this page: what its condition may look at. */
export const earlierThan = (questionnaire: Questionnaire, code: string): readonly Question[] => {
  const earlier: Question[] = []
  for (const section of questionnaire.sections) {
    if (section.code === code && !section.questions.some(one => one.code === code)) return earlier
    for (const question of section.questions) {
      if (question.code === code) return earlier
      earlier.push(question)
    }
  }
  return earlier
}

/** Every answer a question may be compared with, `question:value`. */
export const answersOffered = (question: Question): readonly string[] => {
  const codes = question.kind === 'scale' && question.withUnsure ? [unsure] : codesOf(question)
  return codes.map(code => `${question.code}:${code}`)
}

/** A condition, as the fields of its form. */
export const conditionTyped = (condition: Condition | undefined): Readonly<Record<string, string>> => ({
  match: condition?.match ?? 'all',
  ...Object.fromEntries(
    (condition?.tests ?? [])
      .slice(0, rowsOffered)
      .flatMap((test, at): [string, string][] => [
        [`question${at + 1}`, test.question],
        [`is${at + 1}`, test.is],
        typeof test.value === 'string'
          ? [`answer${at + 1}`, `${test.question}:${test.value}`]
          : [`number${at + 1}`, String(test.value ?? '')],
      ]),
  ),
})

/** Reads the form: a condition, none when no question is chosen, or the row that cannot be understood. */
export const conditionFrom = (
  values: Readonly<Record<string, string>>,
): { readonly ok: true; readonly condition: Condition | undefined } | { readonly ok: false; readonly row: number } => {
  const tests: Condition['tests'] = []
  for (let row = 1; row <= rowsOffered; row += 1) {
    const question = values[`question${row}`] ?? ''
    if (question === '') continue
    const is = values[`is${row}`] ?? 'same'
    if (is !== 'same' && is !== 'different' && is !== 'above' && is !== 'below' && is !== 'answered') return { ok: false, row }
    if (is === 'answered') {
      tests.push({ question, is })
      continue
    }
    const [of, answer] = (values[`answer${row}`] ?? '').split(':')
    const number = values[`number${row}`] ?? ''
    if (answer !== undefined && of !== question) return { ok: false, row }
    if (answer === undefined && !/^-?\d+([.,]\d+)?$/.test(number)) return { ok: false, row }
    tests.push({ question, is, value: answer ?? Number(number.replace(',', '.')) })
  }
  return { ok: true, condition: tests.length === 0 ? undefined : { match: values['match'] === 'any' ? 'any' : 'all', tests } }
}

/** Puts a condition on a question or on a page of that code. */
export const withCondition = (
  questionnaire: Questionnaire,
  code: string,
  isSection: boolean,
  condition: Condition | undefined,
): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map(section => ({
    ...section,
    ...(isSection && section.code === code ? { showIf: condition } : {}),
    questions: section.questions.map(question => (!isSection && question.code === code ? { ...question, showIf: condition } : question)),
  })),
})

/** What is wrong with the condition of this question or page, if anything. */
export const checkConditions = (questionnaire: Questionnaire, code: string): 'later-question' | 'unknown-value' | null => {
  const flaw = checkQuestionnaire(questionnaire).find(
    ({ at, because }) => at === code && (because === 'later-question' || because === 'unknown-value'),
  )
  return flaw ? (flaw.because === 'later-question' ? 'later-question' : 'unknown-value') : null
}
