import { compareIds } from './compareIds.ts'
import type { VoteTable } from './votes.ts'

export type Merged = { table: VoteTable; changed: readonly { before: number | null; after: number }[] }

/**
 * A table with later votes over it. `later` may name new participants, but only statements that `table` already has.
 * `changed` says where each participant of `later` is in both tables.
 */
export const mergeVotes = (table: VoteTable, later: VoteTable): Merged => {
  const columnOf = new Map(table.statements.map((id, place) => [id, place]))
  const columns = Uint32Array.from(later.statements, id => columnOf.get(id)!)
  const order = mergedParticipants(table.participants, later.participants)
  const most = table.votes.length + later.votes.length
  const merged = {
    starts: new Uint32Array(order.length + 1),
    columns: table.columns instanceof Uint16Array ? new Uint16Array(most) : new Uint32Array(most),
    votes: new Int8Array(most),
  }
  let end = 0
  for (const [person, { before, added }] of order.entries()) {
    const [from, to] = before === null ? [0, 0] : [table.starts[before]!, table.starts[before + 1]!]
    if (added === null) {
      merged.columns.set(table.columns.subarray(from, to), end)
      merged.votes.set(table.votes.subarray(from, to), end)
      end += to - from
    } else {
      const answers = new Map<number, number>()
      for (let at = from; at < to; at++) answers.set(table.columns[at]!, table.votes[at]!)
      for (let at = later.starts[added]!; at < later.starts[added + 1]!; at++) answers.set(columns[later.columns[at]!]!, later.votes[at]!)
      for (const [column, vote] of [...answers].sort(([left], [right]) => left - right)) {
        merged.columns[end] = column
        merged.votes[end++] = vote
      }
    }
    merged.starts[person + 1] = end
  }
  return {
    table: {
      participants: order.map(({ id }) => id),
      statements: table.statements,
      starts: merged.starts,
      columns: merged.columns.subarray(0, end),
      votes: merged.votes.subarray(0, end),
    },
    changed: [...order.entries()].flatMap(([after, { before, added }]) => (added === null ? [] : [{ before, after }])),
  }
}

type Person = { id: string; before: number | null; added: number | null }

/** Both lists, ascending, each identifier once. */
const mergedParticipants = (before: readonly string[], added: readonly string[]): Person[] => {
  const merged: Person[] = []
  let [left, right] = [0, 0]
  while (left < before.length || right < added.length) {
    const comparison =
      left === before.length
        ? 1
        : right === added.length
          ? -1
          : before[left] === added[right]
            ? 0
            : compareIds(before[left]!, added[right]!)
    merged.push({
      id: comparison <= 0 ? before[left]! : added[right]!,
      before: comparison <= 0 ? left : null,
      added: comparison >= 0 ? right : null,
    })
    if (comparison <= 0) left++
    if (comparison >= 0) right++
  }
  return merged
}
