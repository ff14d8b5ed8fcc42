import { isLanguage, type Labels } from './labels.ts'
import { codesOf } from './problemOf.ts'
import { type Condition, type Question, type Questionnaire, type Test, unsure } from './questionnaire.ts'

/** What keeps a questionnaire from being opened, and where: the code of a question or of a section. */
export interface Flaw {
  readonly at: string
  readonly because:
    | 'empty'
    | 'empty-section'
    | 'same-code'
    | 'same-choice'
    | 'later-question'
    | 'unknown-value'
    | 'bounds'
    | 'too-many-places'
    | 'unknown-language'
    | 'same-dimension'
}

/** Everything that is wrong with a questionnaire, in the order in which it is read. None: it can be opened. */
export const checkQuestionnaire = (questionnaire: Questionnaire): readonly Flaw[] => {
  const flaws: Flaw[] = []
  const earlier = new Map<string, Question>()
  const codes = new Set<string>()
  const dimensions = new Set<string>()
  if (questionnaire.sections.every(section => section.questions.length === 0)) flaws.push({ at: '', because: 'empty' })
  if (!questionnaire.languages.includes('fr') || questionnaire.languages.some(one => !isLanguage(one)))
    flaws.push({ at: '', because: 'unknown-language' })
  for (const section of questionnaire.sections) {
    if (codes.has(`section ${section.code}`)) flaws.push({ at: section.code, because: 'same-code' })
    codes.add(`section ${section.code}`)
    if (section.questions.length === 0) flaws.push({ at: section.code, because: 'empty-section' })
    flaws.push(...conditionFlaws(section.code, section.showIf, earlier))
    for (const question of section.questions) {
      if (codes.has(question.code)) flaws.push({ at: question.code, because: 'same-code' })
      codes.add(question.code)
      flaws.push(...conditionFlaws(question.code, question.showIf, earlier), ...questionFlaws(question))
      if (question.kind === 'one' && question.dimension) {
        if (dimensions.has(question.dimension)) flaws.push({ at: question.code, because: 'same-dimension' })
        dimensions.add(question.dimension)
      }
      earlier.set(question.code, question)
    }
  }
  return flaws
}

const conditionFlaws = (at: string, condition: Condition | undefined, earlier: ReadonlyMap<string, Question>): readonly Flaw[] =>
  (condition?.tests ?? []).flatMap((one): readonly Flaw[] => {
    const question = earlier.get(one.question)
    if (!question) return [{ at, because: 'later-question' }]
    return isComparable(one, question) ? [] : [{ at, because: 'unknown-value' }]
  })

/** Whether this question can give that answer; texts and dates can only be answered or not. */
const isComparable = (test: Test, question: Question): boolean => {
  if (test.is === 'answered') return true
  const isNumber = test.value !== undefined && test.value !== '' && Number.isFinite(Number(test.value))
  switch (question.kind) {
    case 'number':
      return isNumber
    case 'scale':
      return isNumber || (test.value === unsure && (test.is === 'same' || test.is === 'different'))
    case 'one':
    case 'many':
    case 'ranking':
      return (test.is === 'same' || test.is === 'different') && codesOf(question).includes(String(test.value))
    default:
      return false
  }
}

const questionFlaws = (question: Question): readonly Flaw[] => {
  const at = question.code
  const listed = question.kind === 'grid' ? question.rows.map(row => row.code) : codesOf(question)
  const flaws: Flaw[] = new Set(listed).size === listed.length ? [] : [{ at, because: 'same-choice' }]
  if (question.kind === 'number' && isCrossed(question.min, question.max)) flaws.push({ at, because: 'bounds' })
  if (question.kind === 'date' && isCrossed(question.from, question.until)) flaws.push({ at, because: 'bounds' })
  if (question.kind === 'many' && (isCrossed(question.atLeast, question.atMost) || (question.atLeast ?? 0) > listed.length))
    flaws.push({ at, because: 'bounds' })
  if (question.kind === 'ranking' && question.places > question.options.length) flaws.push({ at, because: 'too-many-places' })
  return flaws
}
const isCrossed = <Value extends number | string>(low: Value | undefined, high: Value | undefined) =>
  low !== undefined && high !== undefined && low > high

/** Words still missing in one of the languages announced: they will be said in French. */
export const missingWords = (questionnaire: Questionnaire): readonly { readonly language: string; readonly count: number }[] =>
  questionnaire.languages
    .filter(language => language !== 'fr')
    .map(language => ({ language, count: everyLabel(questionnaire).filter(labels => !Object.hasOwn(labels, language)).length }))
    .filter(({ count }) => count > 0)

const everyLabel = (questionnaire: Questionnaire): readonly Labels[] =>
  questionnaire.sections.flatMap(section => [
    section.title,
    ...(section.intro ? [section.intro] : []),
    ...section.questions.flatMap(question => [question.label, ...(question.help ? [question.help] : []), ...partsOf(question)]),
  ])
const partsOf = (question: Question): readonly Labels[] => {
  if ('options' in question) return question.options.map(option => option.label)
  if (question.kind === 'grid') return [...question.rows.map(row => row.label), question.low, question.high]
  if (question.kind === 'scale') return [question.low, question.high]
  return question.kind === 'number' && question.unit ? [question.unit] : []
}
