import type { QuestionChoice } from '#engines/surveys'
import { codeFrom } from './codeFrom.ts'

/** One line a choice, as agents write them. */
export const writeChoices = (choices: readonly QuestionChoice[], language: string): string =>
  choices.map(choice => choice.label[language] ?? '').join('\n')

const linesOf = (text: string) => text.split('\n').map(line => line.trim())

/**
 * Reads choices written one a line. A line already known keeps its code; when the number of lines has not changed, so does a line
 * whose words were corrected; other lines are given a new code.
 */
export const readChoices = (text: string, before: readonly QuestionChoice[]): readonly QuestionChoice[] => {
  const lines = linesOf(text).filter(line => line !== '')
  const taken: string[] = []
  const kept = lines.map((line, at) => {
    const same = before.find(choice => choice.label['fr'] === line && !taken.includes(choice.code))
    const inPlace = lines.length === before.length && !lines.includes(before[at]?.label['fr'] ?? '') ? before[at] : undefined
    const found = same ?? inPlace
    if (found) taken.push(found.code)
    return { line, found }
  })
  return kept.map(({ line, found }) => {
    if (found) return { code: found.code, label: { ...found.label, fr: line } }
    const code = codeFrom(line, [...taken, ...before.map(choice => choice.code)], 'choice')
    taken.push(code)
    return { code, label: { fr: line } }
  })
}

/** Gives choices their words in another language, line by line; null when there are more lines than choices. */
export const translateChoices = (choices: readonly QuestionChoice[], text: string, language: string): readonly QuestionChoice[] | null => {
  const lines = linesOf(text)
  if (lines.findLastIndex(line => line !== '') >= choices.length) return null
  return choices.map((choice, at) => {
    const { [language]: _before, ...rest } = choice.label
    return { ...choice, label: lines[at] ? { ...rest, [language]: lines[at] } : rest }
  })
}
