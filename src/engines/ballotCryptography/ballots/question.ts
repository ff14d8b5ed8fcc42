import type { Question } from '../messages.ts'

/** What a person chooses for one question: the places of the answers, or nothing at all on purpose. */
export type Choice = readonly number[] | 'blank'

/** How many ciphertexts an answer holds: one for each answer offered, and one that says whether it is blank where that may be. */
export const ciphertextsOf = (question: Question): number => question.answers.length + (question.blank ? 1 : 0)

/** The zeros and ones to encrypt. @throws RangeError for a choice that the question does not allow */
export const contentsOf = (question: Question, choice: Choice): readonly number[] => {
  const chosen = new Set(choice === 'blank' ? [] : choice)
  const flags = question.answers.map((_, place) => (chosen.has(place) ? 1 : 0))
  if (!allows(question, choice)) throw new RangeError('choice not allowed by the question')
  return question.blank ? [choice === 'blank' ? 1 : 0, ...flags] : flags
}

/** Whether a question allows a choice: enough answers, not too many, each at most once; blank where it says so. */
export const allows = (question: Question, choice: Choice): boolean => {
  if (choice === 'blank') return question.blank === true
  const distinct = new Set(choice)
  const known = choice.every(place => Number.isInteger(place) && place >= 0 && place < question.answers.length)
  return known && distinct.size === choice.length && choice.length >= question.min && choice.length <= question.max
}

/** Whether a question can be put: bounds that can be met. */
export const isPossible = ({ answers, min, max }: Question): boolean => answers.length > 0 && min <= max && min <= answers.length
