import { expect, test } from 'vitest'
import { belenios2048, credentialTyped, newCredential, portableBackend, randomFrom, verifyArchive } from './index.ts'
import { nodeBackend } from './node/index.ts'
import { rehearseElection } from './rehearsal.ts'
import { beleniosTool } from './beleniosTool.ts'
import { seededBytes } from './seededBytes.ts'

const backend = nodeBackend()
const tool = beleniosTool()
const questions = [
  { answers: ['Oui', 'Non'], min: 1, max: 1, blank: true, question: 'Fermer le parking ?' },
  { answers: ['Un', 'Deux', 'Trois'], min: 0, max: 2, question: 'Quelles rues ?' },
]
const trustees = [
  { size: 1, needed: 1 },
  { size: 3, needed: 2 },
]

test('a whole election, with a blank, a change of mind and two trustees of three, verifies; so says belenios-tool', () => {
  const election = rehearseElection(backend, randomFrom(seededBytes('whole')), { name: 'Essai', questions, trustees, voters: 4 })
  election.vote(0, [[0], [0, 2]])
  election.vote(1, [[1], []])
  election.vote(2, ['blank', [1]])
  election.vote(0, [[1], [2]])
  expect(verifyArchive(backend, election.archive())).toMatchObject({
    ok: true,
    value: { ballots: 4, counted: 3, result: null, isClosed: false },
  })
  expect(election.count([1, 2, 4])).toEqual([
    [1, 0, 2],
    [0, 1, 1],
  ])
  const checked = verifyArchive(backend, election.archive())
  expect(checked).toMatchObject({
    ok: true,
    value: {
      counted: 3,
      result: [
        [1, 0, 2],
        [0, 1, 1],
      ],
      isClosed: true,
      decryptions: 3,
    },
  })
  if (tool) expect(tool.verify(election.archive())).toBeNull()
})

test.skipIf(!tool)('an election made by belenios-tool verifies here', () => {
  const made = tool!.election({
    questions,
    trustees,
    voters: 2,
    votes: [
      {
        voter: 0,
        contents: [
          [0, 1, 0],
          [1, 0, 1],
        ],
      },
      {
        voter: 1,
        contents: [
          [1, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
  })
  expect(verifyArchive(backend, made.archive)).toMatchObject({ ok: true, value: { result: made.result, counted: 2 } })
  expect(made.result).toEqual([
    [1, 1, 0],
    [1, 0, 1],
  ])
})

test('the portable arithmetic and that of Node agree', () => {
  const [portable, node] = [belenios2048(portableBackend), belenios2048(backend)]
  for (const exponent of [0n, 1n, 2n, node.q - 1n, node.q, 123456789n ** 7n]) {
    for (const base of [0n, 1n, 2n, node.g, node.p - 1n]) expect(portable.power(base, exponent)).toBe(node.power(base, exponent))
    expect(portable.powerOfG(exponent)).toBe(node.powerOfG(exponent))
  }
  for (let turn = 0; turn < 5; turn++) expect(node.isMember(node.power(node.g, BigInt(turn + 2)))).toBe(true)
  expect([0n, 1n, node.p - 1n, 2n, node.p].map(node.isMember)).toEqual([false, true, false, false, false])
})

test('a credential survives the way people copy it, not a slip of the pen', () => {
  const credential = newCredential(randomFrom(seededBytes('credential')))
  expect(credential).toMatch(/^(\w{3}-){4}\w{3}$/)
  expect(credentialTyped(` ${credential.replaceAll('-', ' ')} `)).toBe(credential)
  expect(credentialTyped(credential.replaceAll('-', '–'))).toBe(credential)
  const other = credential[0] === 'A' ? 'B' : 'A'
  expect(credentialTyped(other + credential.slice(1))).toBeNull()
  expect(credentialTyped(credential.slice(1))).toBeNull()
})
