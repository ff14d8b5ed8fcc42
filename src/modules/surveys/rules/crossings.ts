import type { Questionnaire } from '#engines/surveys'
import { tabulatedOf } from './microdata.ts'

const mostGroups = 12

/** The crossings an agent may ask for: any countable question by any question with one answer and few groups. */
export const crossingsOffered = (questionnaire: Questionnaire): readonly { readonly question: string; readonly by: string }[] => {
  const columns = tabulatedOf(questionnaire)
  const groups = columns.filter(one => !one.isMultiple && one.question.kind === 'one' && one.categories.length <= mostGroups)
  return groups.flatMap(by => columns.filter(one => one.question !== by.question).map(one => ({ question: one.id, by: by.id })))
}
