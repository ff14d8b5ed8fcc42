import type { Question, Questionnaire } from './questionnaire.ts'

/** All that answers depend on, without its words: two versions with the same structure can be counted together. */
export const structureOf = (questionnaire: Questionnaire): string =>
  JSON.stringify(questionnaire.sections.map(({ code, showIf, questions }) => [code, showIf ?? null, questions.map(withoutWords)]))

const withoutWords = (question: Question) => {
  const { label: _label, help: _help, ...rest } = question
  return Object.entries(rest)
    .filter(([name, value]) => value !== undefined && name !== 'low' && name !== 'high' && name !== 'unit')
    .map(([name, value]) => [name, name === 'options' || name === 'rows' ? codes(value) : value])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
const codes = (list: unknown) => (Array.isArray(list) ? list.map(one => String(one.code)) : list)
