import { Questionnaire } from '#engines/surveys'
import { national } from '../national.ts'

/** The questionnaire as it is printed: free words are written on the same sheet, and kept elsewhere. */
export const withWords = (questionnaire: Questionnaire): Questionnaire => {
  const verbatim = national.find(question => question.kind === 'words')
  const [section, ...others] = questionnaire.sections
  if (!verbatim || !section) return questionnaire
  const asked = { code: verbatim.code, kind: 'long' as const, label: verbatim.label, required: false, atMost: 2000 }
  return Questionnaire.parse({ ...questionnaire, sections: [{ ...section, questions: [...section.questions, asked] }, ...others] })
}
