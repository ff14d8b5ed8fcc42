import type { Answer, Answers } from './answers.ts'
import type { Condition, Question, Questionnaire, Section, Test } from './questionnaire.ts'

/** Whether the condition holds for these answers. A question without answer fits no comparison, `different` included. */
export const holds = (condition: Condition | undefined, answers: Answers): boolean => {
  if (!condition) return true
  return condition.match === 'all' ? condition.tests.every(one => fits(one, answers)) : condition.tests.some(one => fits(one, answers))
}

const fits = (test: Test, answers: Answers): boolean => {
  const given = Object.hasOwn(answers, test.question) ? answers[test.question] : undefined
  if (given === undefined) return false
  switch (test.is) {
    case 'answered':
      return true
    case 'same':
      return isOrHolds(given, test.value)
    case 'different':
      return !isOrHolds(given, test.value)
    case 'above':
      return typeof given === 'number' && given > Number(test.value)
    case 'below':
      return typeof given === 'number' && given < Number(test.value)
  }
}

const isOrHolds = (given: Answer, value: string | number | undefined) =>
  Array.isArray(given) ? given.includes(String(value)) : String(given) === String(value)

/** What of the answers counts: those of questions shown, read in order, so that what a hidden question said opens nothing. */
export const visibleAnswers = (questionnaire: Questionnaire, answers: Answers): Answers => {
  const kept: Answers = {}
  for (const section of questionnaire.sections) {
    if (!holds(section.showIf, kept)) continue
    for (const question of section.questions) {
      if (!holds(question.showIf, kept)) continue
      for (const key of [question.code, `${question.code}.other`]) {
        const given = Object.hasOwn(answers, key) ? answers[key] : undefined
        if (given !== undefined) kept[key] = given
      }
    }
  }
  return kept
}

/** The pages that this person sees, in order. */
export const shownSections = (questionnaire: Questionnaire, answers: Answers): readonly Section[] => {
  const kept = visibleAnswers(questionnaire, answers)
  return questionnaire.sections.filter(
    section =>
      holds(section.showIf, kept) &&
      (section.questions.length === 0 || shownQuestions(section, kept).length > 0 || dependsOnItself(section)),
  )
}

/** The questions of a page that are shown for these answers. */
export const shownQuestions = (section: Section, answers: Answers): readonly Question[] =>
  section.questions.filter(question => holds(question.showIf, answers))

/** A question of the page that waits for another of the same page: the page is worth showing. */
const dependsOnItself = (section: Section) => {
  const own = new Set(section.questions.map(question => question.code))
  return section.questions.some(question => question.showIf?.tests.some(one => own.has(one.question)))
}
