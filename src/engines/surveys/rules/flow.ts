import type { Answers } from './answers.ts'
import { shownSections } from './conditions.ts'
import type { Questionnaire, Section } from './questionnaire.ts'

/** Where somebody stands among the pages they see: “page 2 of 4”. `next` null: the answers are read over before sending. */
export interface Place {
  readonly section: Section
  readonly number: number
  readonly of: number
  readonly previous: string | null
  readonly next: string | null
}

/** The page of that code, when these answers show it; the first one for any other code. Null when there is no page at all. */
export const placeOf = (questionnaire: Questionnaire, answers: Answers, code: string | null): Place | null => {
  const pages = shownSections(questionnaire, answers)
  const found = pages.findIndex(section => section.code === code)
  const at = Math.max(found, 0)
  const section = pages[at]
  if (!section) return null
  return { section, number: at + 1, of: pages.length, previous: pages[at - 1]?.code ?? null, next: pages[at + 1]?.code ?? null }
}
