import { type Act, applied, type Square } from './square.ts'

/** What a device sent is taken in its turn: each act once, none before the one it follows. The others wait to be sent again. */
export const takeable = <One extends Pick<Act, 'uid' | 'sequence'>>(
  sent: readonly One[],
  known: ReadonlySet<string>,
  last: number,
): readonly One[] => {
  const taken: One[] = []
  let next = last + 1
  for (const act of sent.toSorted((a, b) => a.sequence - b.sequence)) {
    if (known.has(act.uid) || act.sequence !== next) continue
    taken.push(act)
    next += 1
  }
  return taken
}
/** What the screen shows: what the server knows, then what has not reached it yet. */
export const seenFrom = (known: Square, outbox: readonly Act[]): Square => outbox.reduce(applied, known)
