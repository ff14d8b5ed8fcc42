const LONGEST = 200

/** Splits the first words of a point: a bold beginning or a short sentence is its title; the rest becomes text. */
export const titleAndText = (head: readonly string[], isHeading: boolean): { title: string; text: string } => {
  const whole = head.join(' ').trim()
  const bold = /^(?:\*\*|__)(.{1,160}?)\s*[:.–—-]?\s*(?:\*\*|__)\s*[:.–—-]?\s*(.*)$/u.exec(whole)
  if (bold && !isHeading) return { title: plain(bold[1]!), text: bold[2]!.trim() }
  const title = plain(whole)
  if (isHeading || title.length <= LONGEST) return { title, text: '' }
  const cut = cutAt(title, /[.!?…](?=\s)/gu) ?? cutAt(title, /\s?[:;](?=\s)/gu)
  return cut
    ? {
        title: title
          .slice(0, cut)
          .replace(/[\s:;]+$/, '')
          .trim(),
        text: title.slice(cut).replace(/^[\s:;]+/, ''),
      }
    : { title, text: '' }
}

const plain = (text: string) => text.replace(/\*\*|__/g, '').trim()

/** Position of the last end of sentence within the longest title, or null. */
const cutAt = (text: string, end: RegExp): number | null => {
  const ends = [...text.slice(0, LONGEST + 1).matchAll(end)].map(found => found.index + found[0].length)
  return ends.at(-1) ?? null
}
