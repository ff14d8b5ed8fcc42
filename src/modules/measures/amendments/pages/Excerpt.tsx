import { type Piece, wordDiff } from '#engines/texts'
import { TextDiff } from '#kernel/ui'
import type { AmendmentLine } from '../queries/listAmendments.ts'

/** Characters of context kept on each side of a change, and of a long change. */
const around = 60
const longest = 240

/** Where an amendment first changes the text, in a few words. */
export const Excerpt = ({ line }: { line: Pick<AmendmentLine, 'before' | 'after'> }) => (
  <TextDiff parts={cut(wordDiff(line.before ?? '', line.after ?? ''))} legend={false} />
)

const cut = (pieces: readonly Piece[]): readonly Piece[] => {
  const first = pieces.findIndex(({ kind }) => kind !== 'same')
  const end = pieces.findIndex(({ kind }, at) => at > first && kind === 'same')
  const shown = pieces.slice(Math.max(0, first - 1), end === -1 ? undefined : end + 1)
  const isCut = end !== -1 && end + 1 < pieces.length
  return shown.map((piece, at) => {
    if (piece.kind !== 'same') return { ...piece, text: startOf(piece.text, longest) }
    return {
      ...piece,
      text: at === 0 && first > 0 ? endOf(piece.text) : `${startOf(piece.text, around)}${isCut && piece.text.length <= around ? '…' : ''}`,
    }
  })
}

const startOf = (text: string, most: number) =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()}…`
const endOf = (text: string) =>
  text.length <= around
    ? text
    : `…${text
        .slice(-around)
        .replace(/^\S*\s/u, '')
        .toWellFormed()}`
