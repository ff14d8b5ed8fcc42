import { type Identifiers, identifiers } from './identifiers.ts'
import type { Vote, VoteRow, VoteTable } from './votes.ts'

/** Takes votes one at a time, in any order, and keeps the last of each participant on each statement. */
export type VoteGatherer = {
  add(participant: string, statement: string, vote: Vote, order: number): void
  table(): VoteTable
}

/** For readers of large files: places given by `participants` and `statements` spare making a text of each identifier. */
export type PlacedVotes = VoteGatherer & {
  participants: Identifiers
  statements: Identifiers
  addPlaced(participant: number, statement: number, vote: Vote, order: number): void
}

export const gatherVotes = (): PlacedVotes => {
  const participants = identifiers()
  const statements = identifiers()
  const rows = growingRows()
  return {
    participants,
    statements,
    addPlaced: rows.add,
    add: (participant, statement, vote, order) => rows.add(participants.placeOf(participant), statements.placeOf(statement), vote, order),
    table: () => tableOf(rows.blocks(), participants, statements),
  }
}

/** The votes that count among `rows`. */
export const voteTable = (rows: Iterable<VoteRow>): VoteTable => {
  const gatherer = gatherVotes()
  for (const { participant, statement, vote, order } of rows) gatherer.add(participant, statement, vote, order)
  return gatherer.table()
}

/** `answers`: the statement's place of arrival, four times, plus the vote and one. */
type Block = { size: number; participants: Uint32Array; answers: Uint32Array; orders: Float64Array }

const blockBits = 16

/** Rows held in blocks: nothing is copied when there are more, and memory follows what was read. */
const growingRows = () => {
  const blocks: Block[] = []
  let block = newBlock(0)
  let size = 0
  return {
    add: (participant: number, statement: number, vote: number, order: number) => {
      if (size === block.orders.length) {
        block.size = size
        block = newBlock(1 << blockBits)
        blocks.push(block)
        size = 0
      }
      block.participants[size] = participant
      block.answers[size] = 4 * statement + vote + 1
      block.orders[size++] = order
    },
    blocks: (): readonly Block[] => {
      block.size = size
      return blocks
    },
  }
}

const newBlock = (length: number): Block => ({
  size: 0,
  participants: new Uint32Array(length),
  answers: new Uint32Array(length),
  orders: new Float64Array(length),
})

/** Rows are sorted by participant (a counting sort); then each participant's, few, by statement. */
const tableOf = (blocks: readonly Block[], participants: Identifiers, statements: Identifiers): VoteTable => {
  const people = participants.ranked()
  const columns = statements.ranked()
  const { rows, starts } = sortedByPerson(blocks, people.rankOf)
  return {
    participants: people.ids,
    statements: columns.ids,
    ...lastVotes(blocks, { rows, starts, rankOf: columns.rankOf, statements: columns.ids.length }),
  }
}

/** `rows`: the places of reading, person by person; those of `person` are from `starts[person]` to `starts[person + 1]`. */
const sortedByPerson = (blocks: readonly Block[], rankOf: Uint32Array) => {
  const starts = new Uint32Array(rankOf.length + 1)
  for (const { participants, size } of blocks) for (let at = 0; at < size; at++) starts[rankOf[participants[at]!]! + 1]!++
  for (let person = 0; person < rankOf.length; person++) starts[person + 1]! += starts[person]!
  const rows = new Uint32Array(starts[rankOf.length]!)
  const next = starts.slice()
  for (const [number, { participants, size }] of blocks.entries())
    for (let at = 0; at < size; at++) rows[next[rankOf[participants[at]!]!]!++] = (number << blockBits) + at
  return { rows, starts }
}

type Sorted = { rows: Uint32Array; starts: Uint32Array; rankOf: Uint32Array; statements: number }

/** Of several votes of one person on one statement, the one of greatest order counts; at equal order, the greatest vote. */
const lastVotes = (blocks: readonly Block[], { rows, starts, rankOf, statements }: Sorted) => {
  const people = starts.length - 1
  const columns = statements <= 1 << 16 ? new Uint16Array(rows.length) : new Uint32Array(rows.length)
  const votes = new Int8Array(rows.length)
  const kept = new Uint32Array(people + 1)
  const answeredBy = new Int32Array(statements).fill(-1)
  const lastVote = new Int8Array(statements)
  const lastOrder = new Float64Array(statements)
  let end = 0
  for (let person = 0; person < people; person++) {
    const begin = end
    for (let row = starts[person]!; row < starts[person + 1]!; row++) {
      const { answers, orders } = blocks[rows[row]! >>> blockBits]!
      const at = rows[row]! & ((1 << blockBits) - 1)
      const statement = rankOf[answers[at]! >>> 2]!
      const vote = (answers[at]! & 3) - 1
      const order = orders[at]!
      if (answeredBy[statement] !== person) {
        answeredBy[statement] = person
        columns[end++] = statement
      } else if (order < lastOrder[statement]! || (order === lastOrder[statement]! && vote <= lastVote[statement]!)) continue
      lastVote[statement] = vote
      lastOrder[statement] = order
    }
    ascending(columns, begin, end)
    for (let at = begin; at < end; at++) votes[at] = lastVote[columns[at]!]!
    kept[person + 1] = end
  }
  return { starts: kept, columns: columns.subarray(0, end), votes: votes.subarray(0, end) }
}

/** By insertion when there are few, which is the rule and what files by statement give already in order. */
const ascending = (columns: Uint16Array | Uint32Array, begin: number, end: number) => {
  if (end - begin > 100) {
    columns.subarray(begin, end).sort()
    return
  }
  for (let at = begin + 1; at < end; at++) {
    const column = columns[at]!
    let to = at
    for (; to > begin && columns[to - 1]! > column; to--) columns[to] = columns[to - 1]!
    columns[to] = column
  }
}
