const segmenter = new Intl.Segmenter('fr', { granularity: 'word' })

/**
 * A text cut into words and punctuation marks, each with the white space before it; joined, they are the text again.
 * An elision is a word of its own (« l’ » + « eau »), so that changing a noun does not change its article.
 */
export const wordsOf = (text: string): string[] => {
  const words: string[] = []
  let space = ''
  for (const { segment } of segmenter.segment(text)) {
    if (/^\s+$/u.test(segment)) space += segment
    else {
      const [first = '', ...others] = segment.split(/(?<=['’])/u)
      words.push(space + first, ...others)
      space = ''
    }
  }
  if (space !== '') words.push(space)
  return words
}

/** A word when typography is set aside: one kind of apostrophe, one kind of space; a line break stays one. */
export const plainWord = (word: string) => word.replace(/[’ʼ]/gu, "'").replace(/\s+/gu, space => (space.includes('\n') ? '\n' : ' '))
