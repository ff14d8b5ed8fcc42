import { type Question, type QuestionKind, type Questionnaire, questionsOf, type Section } from '#engines/surveys'
import { codeFrom } from './codeFrom.ts'

/** A questionnaire being written, changed one gesture at a time; each gesture returns a new one. */
export const addSection = (questionnaire: Questionnaire, title: string): Questionnaire => ({
  ...questionnaire,
  sections: [
    ...questionnaire.sections,
    { code: codeFrom(title, sectionCodes(questionnaire), 'page'), title: { fr: title }, questions: [] },
  ],
})

/** Adds a question at the end of a page; returns the code it was given. */
export const addQuestion = (
  questionnaire: Questionnaire,
  section: string,
  { kind, label }: { readonly kind: QuestionKind; readonly label: string },
): { readonly questionnaire: Questionnaire; readonly code: string } => {
  const code = codeFrom(label, questionCodes(questionnaire), 'question')
  const question = { ...blank[kind], code, label: { fr: label } }
  return { code, questionnaire: inSection(questionnaire, section, one => ({ ...one, questions: [...one.questions, question] })) }
}

/** Puts a question in place of the one of the same code. */
export const replaceQuestion = (questionnaire: Questionnaire, question: Question): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map(section => ({
    ...section,
    questions: section.questions.map(one => (one.code === question.code ? question : one)),
  })),
})
export const replaceSection = (questionnaire: Questionnaire, section: Section): Questionnaire =>
  inSection(questionnaire, section.code, () => section)

/** A copy of a question, just after it, without its condition on itself. */
export const duplicateQuestion = (questionnaire: Questionnaire, code: string): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map(section => ({
    ...section,
    questions: section.questions.flatMap(one =>
      one.code === code ? [one, { ...one, code: codeFrom(code, questionCodes(questionnaire), 'question') }] : [one],
    ),
  })),
})

/** The questions and pages whose condition looks at this question. */
export const dependants = (questionnaire: Questionnaire, code: string): readonly string[] => {
  const looks = (one: { readonly showIf?: Section['showIf'] }) => one.showIf?.tests.some(test => test.question === code) ?? false
  return questionnaire.sections.flatMap(section => [
    ...(looks(section) ? [section.code] : []),
    ...section.questions.filter(looks).map(question => question.code),
  ])
}

/** Without this question, or null while a condition looks at it. */
export const removeQuestion = (questionnaire: Questionnaire, code: string): Questionnaire | null =>
  dependants(questionnaire, code).length > 0
    ? null
    : {
        ...questionnaire,
        sections: questionnaire.sections.map(section => ({ ...section, questions: section.questions.filter(one => one.code !== code) })),
      }

/** Without this page, which must be empty; null otherwise. */
export const removeSection = (questionnaire: Questionnaire, code: string): Questionnaire | null => {
  const section = questionnaire.sections.find(one => one.code === code)
  if (!section || section.questions.length > 0) return null
  return { ...questionnaire, sections: questionnaire.sections.filter(one => one !== section) }
}

/** One place up (-1) or down (+1); from one page to the next at the edges. */
export const moveQuestion = (questionnaire: Questionnaire, code: string, by: -1 | 1): Questionnaire => {
  const at = questionnaire.sections.findIndex(section => section.questions.some(one => one.code === code))
  const section = questionnaire.sections[at]
  const place = section?.questions.findIndex(one => one.code === code) ?? -1
  const question = section?.questions[place]
  if (!section || !question) return questionnaire
  const without = { ...section, questions: section.questions.filter(one => one !== question) }
  const target = place + by
  if (target >= 0 && target < section.questions.length)
    return inSection(questionnaire, section.code, () => ({ ...without, questions: without.questions.toSpliced(target, 0, question) }))
  const neighbour = questionnaire.sections[at + by]
  if (!neighbour) return questionnaire
  const moved = { ...neighbour, questions: by < 0 ? [...neighbour.questions, question] : [question, ...neighbour.questions] }
  return replaceSection(replaceSection(questionnaire, without), moved)
}
export const moveSection = (questionnaire: Questionnaire, code: string, by: -1 | 1): Questionnaire => {
  const at = questionnaire.sections.findIndex(one => one.code === code)
  const section = questionnaire.sections[at]
  if (!section || at + by < 0 || at + by >= questionnaire.sections.length) return questionnaire
  return { ...questionnaire, sections: questionnaire.sections.toSpliced(at, 1).toSpliced(at + by, 0, section) }
}

const inSection = (questionnaire: Questionnaire, code: string, change: (section: Section) => Section): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map(section => (section.code === code ? change(section) : section)),
})
const questionCodes = (questionnaire: Questionnaire) => questionsOf(questionnaire).map(question => question.code)
const sectionCodes = (questionnaire: Questionnaire) => questionnaire.sections.map(section => section.code)

const two = [
  { code: 'yes', label: { fr: 'Oui', en: 'Yes' } },
  { code: 'no', label: { fr: 'Non', en: 'No' } },
]
const ends = {
  points: 5,
  withUnsure: true,
  low: { fr: 'Pas du tout satisfait', en: 'Not satisfied at all' },
  high: { fr: 'Tout à fait satisfait', en: 'Very satisfied' },
}
const common = { code: 'question', label: { fr: '-' }, required: false }
/** Each kind of question as it begins. */
const blank: { readonly [Kind in QuestionKind]: Extract<Question, { kind: Kind }> } = {
  one: { ...common, kind: 'one', options: two, withOther: false },
  many: { ...common, kind: 'many', options: two, withOther: false },
  scale: { ...common, kind: 'scale', ...ends },
  grid: { ...common, kind: 'grid', rows: [{ code: 'row', label: { fr: 'L’accueil', en: 'The welcome' } }], ...ends },
  number: { ...common, kind: 'number', decimals: 0 },
  date: { ...common, kind: 'date' },
  short: { ...common, kind: 'short', atMost: 200 },
  long: { ...common, kind: 'long', atMost: 2000 },
  ranking: { ...common, kind: 'ranking', options: two, places: 2 },
}
