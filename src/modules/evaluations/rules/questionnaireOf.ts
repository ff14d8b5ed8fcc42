import type { QuestionnaireDraft } from '#engines/surveys'
import type { LocalQuestion } from './localQuestion.ts'
import type { NationalQuestion } from './national.ts'

type Draft = QuestionnaireDraft['sections'][number]['questions'][number]

/** The longest waiting time that can be typed, in minutes. */
export const longestWait = 480
export const localCode = (at: number) => `local_${at + 1}`

/**
 * The questionnaire of a campaign: the national questions under their codes, the waiting time, then the commune's own. Free words
 * are not in it: they are kept apart, read and masked before anyone sees them.
 */
export const questionnaireOf = (national: readonly NationalQuestion[], local: readonly LocalQuestion[]): QuestionnaireDraft => ({
  languages: ['fr', 'en'],
  sections: [
    {
      code: 'visit',
      title: { fr: 'Votre avis', en: 'Your opinion' },
      questions: [...national.flatMap(withWaiting), ...local.map(localOf)],
    },
  ],
})

/** The waiting time is asked after how clear things were, before what only some are asked. */
const withWaiting = (question: NationalQuestion, at: number, all: readonly NationalQuestion[]): readonly Draft[] =>
  question.kind === 'scale' ? [...questionOf(question, at, all), waiting] : questionOf(question, at, all)

const labelOf = ({ fr, en }: { fr: string; en: string }) => ({ fr, en })
const optionsOf = (options: readonly { code: string; fr: string; en: string }[]) =>
  options.map(({ code, fr, en }) => ({ code, label: { fr, en } }))

const questionOf = (question: NationalQuestion, _at: number, all: readonly NationalQuestion[]): readonly Draft[] => {
  const common = { code: question.code, label: labelOf(question.label), required: question.code === 'satisfaction' }
  switch (question.kind) {
    case 'words':
      return []
    case 'scale':
      return [{ ...common, kind: 'scale', points: 5, low: question.low, high: question.high, withUnsure: false }]
    case 'many':
      return [{ ...common, kind: 'many', options: optionsOf(question.options) }]
    case 'yes-no':
      return [{ ...common, kind: 'one', options: optionsOf(question.options), showIf: soughtHelp(all) }]
    case 'intention':
      return [
        {
          ...common,
          kind: 'one',
          options: optionsOf(question.options),
          ...(question.code === 'contact_satisfaction' ? { showIf: reached } : {}),
        },
      ]
  }
}

/** Asked only to those who looked for help from the administration itself. */
const soughtHelp = (all: readonly NationalQuestion[]) => {
  const tried = all.find(question => question.code === 'contact_tried')
  const options = tried?.kind === 'many' ? tried.options.filter(option => option.isAdministration) : []
  return { match: 'any' as const, tests: options.map(({ code }) => ({ question: 'contact_tried', is: 'same' as const, value: code })) }
}
const reached = { match: 'all' as const, tests: [{ question: 'contact_reached', is: 'same' as const, value: 'yes' }] }

const waiting: Draft = {
  code: 'waiting',
  kind: 'number',
  label: { fr: 'Combien de temps avez-vous attendu ?', en: 'How long did you wait?' },
  unit: { fr: 'minutes', en: 'minutes' },
  min: 0,
  max: longestWait,
}

const localOf = (question: LocalQuestion, at: number): Draft => {
  const common = { code: localCode(at), label: { fr: question.fr, ...(question.en ? { en: question.en } : {}) } }
  return question.kind === 'yes-no'
    ? {
        ...common,
        kind: 'one',
        options: [
          { code: 'yes', label: { fr: 'Oui', en: 'Yes' } },
          { code: 'no', label: { fr: 'Non', en: 'No' } },
        ],
      }
    : {
        ...common,
        kind: 'scale',
        points: 5,
        low: { fr: 'Pas du tout', en: 'Not at all' },
        high: { fr: 'Tout à fait', en: 'Completely' },
        withUnsure: false,
      }
}
