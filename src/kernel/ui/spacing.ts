// Tags, and elements whose text must stay as it was typed. Attributes are always written between double quotes.
const outside = /<(textarea|script|style|pre|code)\b[^]*?<\/\1>|<[^>"]*(?:"[^"]*"[^>"]*)*>/g
const beforeMark = / (?=[:;?!»])/g
const afterOpening = /« /g

const spaced = (text: string) => text.replace(beforeMark, '\u00a0').replace(afterOpening, '«\u00a0')

/**
 * Keeps a French mark on the line of its word, in our sentences as in those people wrote: the space before
 * `: ; ? ! »` and after `«` does not break. English puts no space there, so it is left as it is.
 */
export const keepMarksWithWords = (page: string): string => {
  let [drawn, from] = ['', 0]
  for (const { 0: tag, index } of page.matchAll(outside)) {
    drawn += spaced(page.slice(from, index)) + tag
    from = index + tag.length
  }
  return drawn + spaced(page.slice(from))
}
