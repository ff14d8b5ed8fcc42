import { align } from './align.ts'
import { wordsOf } from './wordsOf.ts'

/** A stretch of text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * What changed from one text to the other, word by word, in reading order; what went stands before what came in its place.
 * Exact: `same` and `removed` joined are `before`; `same` and `added` joined are `after`. No piece is empty, and no two
 * neighbours are of the same kind.
 */
export const wordDiff = (before: string, after: string): readonly Piece[] => {
  // A first word has no white space before it; lending it one lets it be recognised further on.
  const pieces = piecesOf(wordsOf(` ${before}`), wordsOf(` ${after}`))
  return regrouped(absorbPunctuation(withoutLentSpace(regrouped(pieces))))
}

const piecesOf = (before: readonly string[], after: readonly string[]) => {
  let was = 0
  let now = 0
  const past = (count: number) => before.slice(was, (was += count)).join('')
  const present = (count: number) => after.slice(now, (now += count)).join('')
  return align(before, after).flatMap((stretch): readonly Piece[] => {
    if (!stretch.same)
      return [
        { kind: 'removed', text: past(stretch.removed) },
        { kind: 'added', text: present(stretch.added) },
      ]
    was += stretch.length
    return [{ kind: 'same', text: present(stretch.length) }]
  })
}

/** The text before or after the change, rebuilt from its pieces. */
export const sideOf = (pieces: readonly Piece[], side: 'before' | 'after') =>
  pieces
    .filter(({ kind }) => kind === 'same' || kind === (side === 'before' ? 'removed' : 'added'))
    .map(({ text }) => text)
    .join('')

/** Takes back the space lent to each side's first word. */
const withoutLentSpace = ([first, second, ...others]: readonly Piece[]): readonly Piece[] => {
  if (!first) return []
  if (first.kind === 'same') return [{ ...first, text: first.text.slice(1) }, ...(second ? [second] : []), ...others]
  if (!second) return [{ ...first, text: first.text.slice(1) }]
  if (second.kind === 'same') return [{ ...first, text: `${first.text.slice(1)} ` }, { ...second, text: second.text.slice(1) }, ...others]
  return [{ ...first, text: first.text.slice(1) }, { ...second, text: second.text.slice(1) }, ...others]
}

/** A lone comma kept between two changes makes the eye stumble: it is told with them. */
const absorbPunctuation = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece, rank) => {
    const between = rank > 0 && rank < pieces.length - 1
    const bare = piece.kind === 'same' && !/[\p{L}\p{N}]/u.test(piece.text)
    if (!between || !bare || piece.text.includes('\n')) return [piece]
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'added', text: piece.text },
    ] satisfies Piece[]
  })

/** Joins neighbours of one kind, puts what went before what came, and gives back to `same` the white space both share. */
const regrouped = (pieces: readonly Piece[]): readonly Piece[] => {
  const result: { kind: Piece['kind']; text: string }[] = []
  const push = (kind: Piece['kind'], text: string) => {
    const last = result.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else result.push({ kind, text })
  }
  let removed = ''
  let added = ''
  const flush = () => {
    const shared = removed !== '' && added !== '' ? sharedSpace(removed, added) : ''
    push('same', shared)
    push('removed', removed.slice(shared.length))
    push('added', added.slice(shared.length))
    removed = added = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      push('same', text)
    }
  }
  flush()
  return result
}

const sharedSpace = (one: string, other: string) => {
  const [space = ''] = /^\s*/u.exec(one) ?? []
  return other.startsWith(space) ? space : ''
}
