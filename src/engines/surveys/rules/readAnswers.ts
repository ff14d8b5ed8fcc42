import type { FormValues } from '#kernel/forms'
import type { Answers } from './answers.ts'
import { holds, visibleAnswers } from './conditions.ts'
import { type Because, type Problem, problemOf } from './problemOf.ts'
import type { Questionnaire, Section } from './questionnaire.ts'
import { typedAnswer } from './typedAnswer.ts'

/** What was read: the answers as they stand, and what is to be corrected, by field. */
export interface Read {
  readonly answers: Answers
  readonly problems: Readonly<Record<string, Problem>>
}

/**
 * Reads the questions of one page as they were typed. Fields are named by the code of their question; `code.other` says what
 * “other” is, `code.row` is a line of a grid, `code.1` the first place of a ranking. Questions hidden by their condition are not read.
 * @param before what the other pages said
 */
export const readSection = (section: Section, values: FormValues, before: Answers): Read => {
  const answers: Answers = { ...before }
  const problems: Record<string, Problem> = {}
  for (const question of section.questions) {
    delete answers[question.code]
    delete answers[`${question.code}.other`]
    if (!holds(question.showIf, answers)) continue
    const typed = typedAnswer(question, values)
    if (typed.answer !== undefined) answers[question.code] = typed.answer
    if (typed.specified !== undefined) answers[`${question.code}.other`] = typed.specified
    if (typed.problem) problems[question.code] = typed.problem
    else {
      const wrong = problemOf(question, answers)
      if (wrong) problems[wrong.field] = wrong.problem
    }
  }
  return { answers, problems }
}

/** Reads a whole questionnaire typed at once: a sheet of paper, a form of one page. */
export const readWhole = (questionnaire: Questionnaire, values: FormValues): Read => {
  let answers: Answers = {}
  const problems: Record<string, Problem> = {}
  for (const section of questionnaire.sections) {
    if (!holds(section.showIf, answers)) continue
    const read = readSection(section, values, answers)
    answers = read.answers
    Object.assign(problems, read.problems)
  }
  return { answers, problems }
}

/** Holds whole answers against the questionnaire: what remains once hidden questions are left out, and what is wrong with it. */
export const checkAnswers = (questionnaire: Questionnaire, given: Answers): Read => {
  const answers = visibleAnswers(questionnaire, given)
  const problems: Record<string, Problem> = {}
  for (const section of questionnaire.sections) {
    if (!holds(section.showIf, answers)) continue
    for (const question of section.questions) {
      const wrong = holds(question.showIf, answers) ? problemOf(question, answers) : null
      if (wrong) problems[wrong.field] = wrong.problem
    }
  }
  return { answers, problems }
}

const missing: readonly Because[] = ['required', 'rows', 'specify']
/** On paper nobody can be asked again: what is missing stays missing, what is wrong is still said. */
export const withoutMissing = (problems: Read['problems']): Read['problems'] =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => !missing.includes(problem.because)))
