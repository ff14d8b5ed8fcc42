import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type PolisRead,
  readPolisComments,
  readPolisParticipants,
  readPolisSummary,
  readPolisVotes,
  readVoteTable,
  voteTable,
  writePolisComments,
  writePolisParticipants,
  writePolisSummary,
  writePolisVotes,
} from '../index.ts'

const bytes = (file: string) => [Buffer.from(file)]
const valueOf = <Content>(read: PolisRead<Content>): Content => {
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const comments = `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1483908221702,Mon Jan 09 03:43:41 WIB 2017,161,282,5,4,1,MMP is simpler to explain than STV.
1482880437004,Wed Dec 28 06:13:57 WIB 2016,136,252,22,2,-1,"""Poésie"", dit-on,
à la mairie"
`
const votes = `timestamp,datetime,comment-id,voter-id,vote
1481275539794,Fri Dec 09 16:25:39 WIB 2016,0,0,0
1481313358937,Sat Dec 10 02:55:58 WIB 2016,0,3,1
1481315180458,Sat Dec 10 03:26:20 WIB 2016,1,3,-1
`
const participants = `participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,12
0,,1,47,2,1,0,0,1,
3,x,,0,1,0,1,,,-1
`
const summary = `topic,"Together, we'll build"
groups,2
conversation-description,
`

test('the files of Polis come back as they were, to the byte', async () => {
  expect(await text(writePolisComments(valueOf(await readPolisComments(bytes(comments)))))).toBe(comments)
  expect(await text(writePolisVotes(valueOf(await readPolisVotes(bytes(votes)))))).toBe(votes)
  expect(await text(writePolisParticipants(valueOf(await readPolisParticipants(bytes(participants)))))).toBe(participants)
  expect(await text(writePolisSummary(valueOf(await readPolisSummary(bytes(summary)))))).toBe(summary)
})

test('whatever is written comes back', async () => {
  const comment = fc.record({
    timestamp: fc.nat().map(String),
    datetime: fc.string(),
    id: fc.nat().map(String),
    author: fc.string(),
    agrees: fc.nat(),
    disagrees: fc.nat(),
    moderated: fc.constantFrom<-1 | 0 | 1>(-1, 0, 1),
    body: fc.string({ unit: 'binary' }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(comment, { maxLength: 5 }), async written => {
      const file = await text(writePolisComments(written))
      expect(valueOf(await readPolisComments(bytes(file)))).toEqual(written)
    }),
  )
})

test('columns in any order, lines ended either way, a byte order mark, quotes, and pieces of any length', async () => {
  const rows = [
    { participant: '0', statement: '0', vote: 0 as const, order: 1_481_275_539_794 },
    { participant: '3', statement: '0', vote: 1 as const, order: 1_481_313_358_937 },
    { participant: '3', statement: '1', vote: -1 as const, order: 1_481_315_180_458 },
  ]
  const expected = voteTable(rows)
  const turned = `\uFEFFvote,"voter-id",extra,comment-id,timestamp\r\n${rows.map(row => `${row.vote},${row.participant},"a, ""b""",${row.statement},${row.order}`).join('\r\n')}\r\n\r\n`
  for (const file of [votes, votes.trimEnd(), turned]) {
    for (const size of [1, 7, 1000]) {
      const whole = Buffer.from(file)
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, place) => whole.subarray(place * size, (place + 1) * size))
      expect(valueOf(await readVoteTable(pieces))).toEqual(expected)
    }
  }
})

test('identifiers that are not plain numbers are kept apart', async () => {
  const file = 'timestamp,comment-id,voter-id,vote\n1,1,07,1\n1,1,7,1\n1,1,b2c4-é,1\n1,1,12345678901234567890,1\n1,1,"a,b",-1\n'
  expect(valueOf(await readVoteTable(bytes(file))).participants).toEqual(['7', '12345678901234567890', '07', 'a,b', 'b2c4-é'])
})

test.each([
  ['', { kind: 'empty' }],
  ['timestamp,comment-id,vote\n1,2,1\n', { kind: 'column', column: 'voter-id' }],
  ['timestamp,comment-id,voter-id,vote\n1,2,3,1\n1,2,3\n', { kind: 'fields', line: 3, expected: 4, found: 3 }],
  ['timestamp,comment-id,voter-id,vote\n1,2,3,1,5\n', { kind: 'fields', line: 2, expected: 4, found: 5 }],
  ['timestamp,comment-id,voter-id,vote\n1,2,3,2\n', { kind: 'value', line: 2, column: 'vote', text: '2' }],
  ['timestamp,comment-id,voter-id,vote\n1,2,3,\n', { kind: 'value', line: 2, column: 'vote', text: '' }],
  ['timestamp,comment-id,voter-id,vote\n1,,3,1\n', { kind: 'value', line: 2, column: 'comment-id', text: '' }],
  ['timestamp,comment-id,voter-id,vote\nhier,2,3,1\n', { kind: 'value', line: 2, column: 'timestamp', text: 'hier' }],
  ['timestamp,comment-id,voter-id,vote\n\n1,2,"3,1\n', { kind: 'quotes', line: 3 }],
])('what is wrong with a file of votes is told with its line: %j', async (file, problem) => {
  expect(await readVoteTable(bytes(file))).toEqual({ ok: false, problem })
})

test.each([
  ['comment-id,moderated\n1,2\n', { kind: 'value', line: 2, column: 'moderated', text: '2' }],
  ['comment-id\n1\n', { kind: 'column', column: 'moderated' }],
  ['comment-id,moderated,agrees\n1,1,x\n', { kind: 'value', line: 2, column: 'agrees', text: 'x' }],
  ['comment-id,moderated\n1,"1\n', { kind: 'quotes', line: 2 }],
])('what is wrong with a file of statements too: %j', async (file, problem) => {
  expect(await readPolisComments(bytes(file))).toEqual({ ok: false, problem })
})
