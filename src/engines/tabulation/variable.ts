/**
 * What is counted: each respondent follows one of a few patterns, 0 being "no answer". A question with one answer is one variable
 * (pattern n is its nth code); of a multiple choice, each option is one, with the patterns "chosen" (1) and "not chosen" (2), and
 * all options together are one more, with a pattern for each set of options that someone chose.
 */
export interface Variable {
  readonly id: string
  readonly question: string
  readonly patternOf: Int32Array
  readonly patterns: number
  /** Respondents for whom another answer would be a possible answer; null for everyone. */
  readonly free: readonly boolean[] | null
  /** Conditions under which it was asked. */
  readonly asked: readonly Test[]
}
/** "Their answer to this is among these patterns." */
export interface Test {
  readonly variable: string
  readonly within: readonly boolean[]
}
