import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareIds } from './compareIds.ts'
import { anyId, anyRows } from './fixtures/anyRows.ts'
import { gatherVotes, voteTable } from './gatherVotes.ts'
import { keepVotes } from './keepVotes.ts'
import { mergeVotes } from './mergeVotes.ts'
import type { Vote, VoteRow, VoteTable } from './votes.ts'

/** The plainest reading of the rule: sort the rows, and let each overwrite the one before. */
const plainly = (rows: readonly VoteRow[]) => {
  const last = new Map<string, Vote>()
  for (const { participant, statement, vote } of [...rows].sort((left, right) => left.order - right.order || left.vote - right.vote))
    last.set(JSON.stringify([participant, statement]), vote)
  return last
}

const listed = (table: VoteTable) =>
  table.participants.flatMap((participant, person) =>
    Array.from({ length: table.starts[person + 1]! - table.starts[person]! }, (_, place) => {
      const at = table.starts[person]! + place
      return [JSON.stringify([participant, table.statements[table.columns[at]!]]), table.votes[at]] as const
    }),
  )

test('of several votes of one person on one statement, the last counts; at the same moment, the greatest', () => {
  const vote = (vote: Vote, order: number) => ({ participant: '1', statement: '2', vote, order })
  expect(listed(voteTable([vote(1, 5), vote(-1, 9), vote(0, 7)]))).toEqual([['["1","2"]', -1]])
  expect(listed(voteTable([vote(1, 5), vote(-1, 5), vote(0, 5)]))).toEqual([['["1","2"]', 1]])
})

test('any rows give what the plainest reading gives, each list in ascending order', () => {
  fc.assert(
    fc.property(anyRows, rows => {
      const table = voteTable(rows)
      expect(new Map(listed(table))).toEqual(plainly(rows))
      expect(table.participants).toEqual([...table.participants].sort(compareIds))
      expect(table.statements).toEqual([...table.statements].sort(compareIds))
      for (let person = 0; person < table.participants.length; person++) {
        const columns = [...table.columns.subarray(table.starts[person], table.starts[person + 1])]
        expect(columns).toEqual([...new Set(columns)].sort((left, right) => left - right))
      }
    }),
  )
})

test('many rows are read as few are', () => {
  const rows = Array.from({ length: 200_000 }, (_, row): VoteRow => {
    const mixed = Math.imul(row, 2_654_435_761) >>> 0
    return { participant: String(mixed % 301), statement: String((mixed >>> 9) % 211), vote: 1, order: row }
  })
  expect(new Map(listed(voteTable(rows)))).toEqual(plainly(rows))
})

test('identifiers are ordered by value, then by code units, whatever the language', () => {
  expect(['b', '10', '9', 'a', '007', '', '99999999999999999999', 'É'].sort(compareIds)).toEqual([
    '9',
    '10',
    '99999999999999999999',
    '',
    '007',
    'a',
    'b',
    'É',
  ])
  fc.assert(
    fc.property(
      anyId,
      anyId,
      (left, right) => Math.sign(compareIds(left, right)) === -Math.sign(compareIds(right, left)) || left === right,
    ),
  )
})

test('a gatherer can be asked for its table, go on, and be asked again', () => {
  const gatherer = gatherVotes()
  expect(gatherer.table().participants).toEqual([])
  gatherer.add('1', '1', 1, 1)
  expect(listed(gatherer.table())).toEqual([['["1","1"]', 1]])
  gatherer.add('1', '1', -1, 2)
  expect(listed(gatherer.table())).toEqual([['["1","1"]', -1]])
})

test('left out: a statement takes its votes with it, a person left without a vote stays, with none', () => {
  const table = voteTable([
    { participant: '1', statement: 'a', vote: 1, order: 1 },
    { participant: '2', statement: 'a', vote: 1, order: 1 },
    { participant: '2', statement: 'b', vote: -1, order: 1 },
  ])
  const kept = keepVotes(table, { statement: id => id === 'b' })
  expect(kept.participants).toEqual(['1', '2'])
  expect(listed(kept)).toEqual([['["2","b"]', -1]])
  expect(listed(keepVotes(table, { participant: id => id === '1' }))).toEqual([['["1","a"]', 1]])
})

test('merging later votes gives the table of all the rows', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (rows, later) => {
      const before = voteTable(rows)
      const known = later.filter(({ statement }) => before.statements.includes(statement)).map(row => ({ ...row, order: row.order + 10 }))
      const { table } = mergeVotes(before, voteTable(known))
      expect(table).toEqual(voteTable([...rows, ...known]))
    }),
  )
})
