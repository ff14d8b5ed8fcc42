import type { Labels, Question, Questionnaire } from '#engines/surveys'
import { translateChoices, writeChoices } from './choices.ts'

/** One thing to translate: its field, its French words, and its words in the other language. */
export interface Translated {
  readonly field: string
  readonly french: string
  readonly text: string
  readonly isList: boolean
}

/** Everything of a questionnaire that can be said in another language, in order. */
export const toTranslate = (questionnaire: Questionnaire, language: string): readonly Translated[] => {
  const one = (field: string, labels: Labels | undefined): readonly Translated[] =>
    labels ? [{ field, french: labels['fr'] ?? '', text: labels[language] ?? '', isList: false }] : []
  return questionnaire.sections.flatMap(section => [
    ...one(`${section.code}/title`, section.title),
    ...one(`${section.code}/intro`, section.intro),
    ...section.questions.flatMap(question => [
      ...one(question.code, question.label),
      ...one(`${question.code}.help`, question.help),
      ...('options' in question
        ? [
            {
              field: `${question.code}.options`,
              french: writeChoices(question.options, 'fr'),
              text: writeChoices(question.options, language),
              isList: true,
            },
          ]
        : []),
      ...(question.kind === 'grid'
        ? [
            {
              field: `${question.code}.rows`,
              french: writeChoices(question.rows, 'fr'),
              text: writeChoices(question.rows, language),
              isList: true,
            },
          ]
        : []),
      ...('low' in question ? [...one(`${question.code}.low`, question.low), ...one(`${question.code}.high`, question.high)] : []),
      ...(question.kind === 'number' ? one(`${question.code}.unit`, question.unit) : []),
    ]),
  ])
}

/** The questionnaire with what was typed in that language, or the list whose lines do not match. */
export const translate = (
  questionnaire: Questionnaire,
  language: string,
  typed: Readonly<Record<string, string>>,
): { readonly ok: true; readonly questionnaire: Questionnaire } | { readonly ok: false; readonly field: string } => {
  let wrong: string | null = null
  const label = (field: string, labels: Labels): Labels => {
    const { [language]: _before, ...rest } = labels
    const text = (typed[field] ?? '').trim().slice(0, 600)
    return text === '' ? rest : { ...rest, [language]: text }
  }
  const question = (one: Question): Question => {
    const common = { label: label(one.code, one.label), ...(one.help ? { help: label(`${one.code}.help`, one.help) } : {}) }
    const list = <Listed extends NonNullable<ReturnType<typeof translateChoices>>>(field: string, choices: Listed) => {
      const translated = translateChoices(choices, (typed[field] ?? '').slice(0, 20_000), language)
      if (!translated) wrong ??= field
      return [...(translated ?? choices)]
    }
    const ends = (scale: { low: Labels; high: Labels }) => ({
      low: label(`${one.code}.low`, scale.low),
      high: label(`${one.code}.high`, scale.high),
    })
    switch (one.kind) {
      case 'one':
        return { ...one, ...common, options: list(`${one.code}.options`, one.options) }
      case 'many':
        return { ...one, ...common, options: list(`${one.code}.options`, one.options) }
      case 'ranking':
        return { ...one, ...common, options: list(`${one.code}.options`, one.options) }
      case 'scale':
        return { ...one, ...common, ...ends(one) }
      case 'grid':
        return { ...one, ...common, ...ends(one), rows: list(`${one.code}.rows`, one.rows) }
      case 'number':
        return { ...one, ...common, ...(one.unit ? { unit: label(`${one.code}.unit`, one.unit) } : {}) }
      default:
        return { ...one, ...common }
    }
  }
  const translated = {
    ...questionnaire,
    sections: questionnaire.sections.map(section => ({
      ...section,
      title: label(`${section.code}/title`, section.title),
      ...(section.intro ? { intro: label(`${section.code}/intro`, section.intro) } : {}),
      questions: section.questions.map(question),
    })),
  }
  return wrong === null ? { ok: true, questionnaire: translated } : { ok: false, field: wrong }
}
