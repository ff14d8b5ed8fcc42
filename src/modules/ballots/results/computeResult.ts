import { addCounts, type Counts } from '../rules/counts.ts'
import type { Question } from '../rules/kinds.ts'
import type { ResultContent } from './content.ts'
import { tallyQuestion } from './tallyQuestion.ts'

/** Said with each result: which rules counted it. */
export const countVersion = 'yvette-ballot/1'

/** The result of a vote from what the electronic count and the tables of paper found; the same whatever the order of the tables. */
export const computeResult = (
  questions: readonly Question[],
  electronic: Counts,
  tables: readonly Counts[],
  turnout: ResultContent['turnout'],
): ResultContent => {
  const paper = addCounts(questions, tables)
  const whole = addCounts(questions, [electronic, paper])
  return {
    version: countVersion,
    electronic: electronic.ballots,
    paper: paper.ballots,
    invalid: paper.invalid,
    turnout,
    questions: questions.map((question, at) =>
      tallyQuestion(
        question,
        { electronic: electronic.questions[at], paper: paper.questions[at], whole: whole.questions[at] },
        whole.ballots,
      ),
    ),
  }
}
