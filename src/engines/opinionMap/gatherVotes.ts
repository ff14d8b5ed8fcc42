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

type Block = { size: number; participants: Uint32Array; statements: Uint32Array; votes: Int8Array; orders: Float64Array }

const blockSize = 1 << 16

/** Rows held in blocks: nothing is copied when there are more, and memory follows what was read. */
const growingRows = () => {
  const blocks: Block[] = []
  let block = newBlock(1 << 8)
  let size = 0
  return {
    add: (participant: number, statement: number, vote: number, order: number) => {
      if (size === block.votes.length) {
        block.size = size
        blocks.push(block)
        block = newBlock(blockSize)
        size = 0
      }
      block.participants[size] = participant
      block.statements[size] = statement
      block.votes[size] = vote
      block.orders[size++] = order
    },
    blocks: (): readonly Block[] => {
      block.size = size
      return [...blocks, block]
    },
  }
}

const newBlock = (length: number): Block => ({
  size: 0,
  participants: new Uint32Array(length),
  statements: new Uint32Array(length),
  votes: new Int8Array(length),
  orders: new Float64Array(length),
})

/**
 * Two counting sorts, by statement and then by participant, leave each participant's votes by ascending statement; the
 * several votes of one person on one statement are then neighbours, and the last of them is kept.
 */
const tableOf = (blocks: readonly Block[], participants: Identifiers, statements: Identifiers): VoteTable => {
  const people = participants.ranked()
  const columns = statements.ranked()
  const total = blocks.reduce((sum, block) => sum + block.size, 0)
  const byStatement = startsOf(blocks, columns.ids.length, block => block.statements, columns.rankOf)
  const sorted = new Uint32Array(total) // for each place: the row, in reading order
  forEachRow(blocks, (block, place, row) => {
    sorted[byStatement[columns.rankOf[block.statements[place]!]!]!++] = row
  })
  const starts = startsOf(blocks, people.ids.length, block => block.participants, people.rankOf)
  return compact(placed({ blocks, sorted, starts, people, columns }), people.ids, columns.ids)
}

type Ranked = ReturnType<Identifiers['ranked']>
type Sorting = { blocks: readonly Block[]; sorted: Uint32Array; starts: Uint32Array; people: Ranked; columns: Ranked }
type Placed = { starts: Uint32Array; ends: Uint32Array; columns: Uint16Array | Uint32Array; votes: Int8Array }

const placed = ({ blocks, sorted, starts, people, columns }: Sorting): Placed => {
  const first = blocks[0]?.size ?? 0
  const places = columns.ids.length <= 1 << 16 ? new Uint16Array(sorted.length) : new Uint32Array(sorted.length)
  const votes = new Int8Array(sorted.length)
  const ends = starts.slice(0, people.ids.length)
  const lastOrder = new Float64Array(people.ids.length)
  for (const row of sorted) {
    const block = blocks[row < first ? 0 : 1 + ((row - first) >> 16)]!
    const place = row < first ? row : (row - first) & (blockSize - 1)
    const person = people.rankOf[block.participants[place]!]!
    const statement = columns.rankOf[block.statements[place]!]!
    const vote = block.votes[place]!
    const order = block.orders[place]!
    const end = ends[person]!
    const again = end > starts[person]! && places[end - 1] === statement
    if (again && !isLater(order, vote, lastOrder[person]!, votes[end - 1]!)) continue
    const where = again ? end - 1 : end
    places[where] = statement
    votes[where] = vote
    lastOrder[person] = order
    ends[person] = where + 1
  }
  return { starts, ends, columns: places, votes }
}

/** The published rule: the greatest order; at equal order, the greatest vote. */
const isLater = (order: number, vote: number, thanOrder: number, thanVote: number) =>
  order > thanOrder || (order === thanOrder && vote > thanVote)

/** Closes the gaps that votes given again have left. */
const compact = ({ starts, ends, columns, votes }: Placed, participants: string[], statements: string[]): VoteTable => {
  const closed = new Uint32Array(participants.length + 1)
  let end = 0
  for (let person = 0; person < participants.length; person++) {
    closed[person] = end
    const from = starts[person]!
    const to = ends[person]!
    if (from !== end) {
      columns.copyWithin(end, from, to)
      votes.copyWithin(end, from, to)
    }
    end += to - from
  }
  closed[participants.length] = end
  return { participants, statements, starts: closed, columns: columns.subarray(0, end), votes: votes.subarray(0, end) }
}

/** Where the rows of each rank begin; one more than there are ranks. */
const startsOf = (blocks: readonly Block[], ranks: number, of: (block: Block) => Uint32Array, rankOf: Uint32Array) => {
  const starts = new Uint32Array(ranks + 1)
  for (const block of blocks) {
    const places = of(block)
    for (let place = 0; place < block.size; place++) starts[rankOf[places[place]!]! + 1]!++
  }
  for (let rank = 0; rank < ranks; rank++) starts[rank + 1]! += starts[rank]!
  return starts
}

const forEachRow = (blocks: readonly Block[], visit: (block: Block, place: number, row: number) => void) => {
  let row = 0
  for (const block of blocks) for (let place = 0; place < block.size; place++) visit(block, place, row++)
}
