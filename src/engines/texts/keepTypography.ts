import { align } from './align.ts'
import { plainWord, wordsOf } from './wordsOf.ts'

/**
 * What was typed, with the apostrophes and spaces of the text it starts from wherever only they differ: someone whose
 * keyboard has no « ’ » and no non-breaking space has not changed those words. Line breaks count as typed.
 */
export const keepTypography = (before: string, typed: string): string => {
  // A first word has no white space before it; lending it one lets it be recognised further on.
  const original = wordsOf(` ${before}`)
  const words = wordsOf(` ${typed}`)
  let was = 0
  let now = 0
  const kept = align(original.map(plainWord), words.map(plainWord)).flatMap(stretch => {
    if (stretch.same) {
      now += stretch.length
      return original.slice(was, (was += stretch.length))
    }
    was += stretch.removed
    return words.slice(now, (now += stretch.added))
  })
  return kept.join('').slice(1)
}
