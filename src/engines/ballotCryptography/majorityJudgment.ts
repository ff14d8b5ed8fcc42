import type { Question } from './messages.ts'

/** Majority judgment counted without opening a ballot: one question for each option, whose answers are the grades, exactly one. */
export const gradeQuestions = (options: readonly string[], grades: readonly string[]): readonly Question[] =>
  options.map(option => ({ answers: grades, min: 1, max: 1, question: option }))
