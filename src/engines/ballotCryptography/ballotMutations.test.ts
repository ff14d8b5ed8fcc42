import { expect, test } from 'vitest'
import { headAfter, randomFrom, verifyArchive, writeArchive } from './index.ts'
import { mutateBoard, mutationKinds } from './mutations.ts'
import { nodeBackend } from './node/index.ts'
import { rehearseElection } from './rehearsal.ts'
import { seededBytes } from './seededBytes.ts'

const backend = nodeBackend()
const random = randomFrom(seededBytes('mutations'))
const questions = [{ answers: ['Oui', 'Non'], min: 1, max: 1, question: 'Un marché de nuit ?' }]

/** A sample of what `reference/secretBallots.test.ts` does ten thousand times. */
test('whoever changes one thing and chains the board again is refused, by the proofs or by the head', () => {
  const election = rehearseElection(backend, random, { name: 'Essai', questions, trustees: [{ size: 1, needed: 1 }], voters: 2 })
  election.vote(0, [[0]])
  election.vote(1, [[1]])
  election.count()
  const head = headAfter(election.open.group, election.board.at(-1)!.event)
  expect(verifyArchive(backend, election.archive(), { head }).ok).toBe(true)
  const reasons = new Set<string>()
  for (const kind of mutationKinds) {
    for (let turn = 0; turn < 8; turn++) {
      const board = mutateBoard(election.open.group, random, { board: election.board, accomplices: election.credentials }, kind)
      if (!board) continue
      const archive = Buffer.concat([...writeArchive(election.open.group, 1_790_000_000, board)])
      expect(verifyArchive(backend, archive, { head })).toMatchObject({ ok: false, problem: { kind: 'head' } })
      const byProofs = verifyArchive(backend, archive)
      if (kind === 'drop' && byProofs.ok) expect(board.length).toBe(election.board.length - 1) // the end of a board may be missing
      else expect(byProofs, kind).toMatchObject({ ok: false })
      if (!byProofs.ok) reasons.add(byProofs.problem.kind)
    }
  }
  expect([...reasons].sort()).toEqual(expect.arrayContaining(['ballot', 'decryption', 'order', 'result', 'tally']))
})

test('a byte of the file, a missing end, an added end: refused', () => {
  const election = rehearseElection(backend, random, { name: 'Essai', questions, trustees: [{ size: 1, needed: 1 }], voters: 1 })
  const archive = election.archive()
  expect(verifyArchive(backend, archive)).toMatchObject({ ok: true, value: { credentials: 1, ballots: 0 } })
  for (const at of [0, 130, 140, 515, 1_100, archive.length - 1]) {
    const other = Uint8Array.from(archive)
    other[at] = other[at]! ^ 1
    expect(verifyArchive(backend, other), `byte ${at}`).toMatchObject({ ok: false })
  }
  for (const other of [archive.subarray(0, -512), Buffer.concat([archive, Buffer.alloc(512)]), Buffer.alloc(0), Buffer.from('zork')]) {
    expect(verifyArchive(backend, other)).toMatchObject({ ok: false, problem: { kind: 'archive' } })
  }
})
