import { expect, test } from 'vitest'
import { makeRevocation, randomFrom, verifyArchive, writeRevocations } from './index.ts'
import { beleniosTool } from './beleniosTool.ts'
import { nodeBackend } from './node/index.ts'
import { rehearseElection } from './rehearsal.ts'
import { seededBytes } from './seededBytes.ts'
import { trackingNumber } from './ballots/checkBallot.ts'

const backend = nodeBackend()
const random = randomFrom(seededBytes('revocation'))
const questions = [{ answers: ['Oui', 'Non'], min: 1, max: 1, blank: true, question: 'Un marché de nuit ?' }]

test('a revoked ballot is replaced by one that anybody can see is blank, and the result is read without it', () => {
  const plan = { name: 'Essai', questions, trustees: [{ size: 1, needed: 1 }], voters: 3 }
  const election = rehearseElection(backend, random, plan)
  const { open } = election
  election.vote(0, [[0]])
  election.vote(1, [[1]])
  election.vote(2, ['blank'])
  const mine = makeRevocation(open, random, election.credentials[1]!)
  election.cast(mine.raw)
  expect(election.count()).toEqual([[2, 1, 0]])

  const revocation = { tracking: trackingNumber(open, mine.raw), openings: mine.openings }
  const checked = (list: readonly (typeof revocation)[]) =>
    verifyArchive(backend, election.archive(), { revocations: writeRevocations(open, list) })
  expect(checked([revocation])).toMatchObject({
    ok: true,
    value: { counted: 3, revoked: 1, result: [[2, 1, 0]], resultWithoutRevoked: [[1, 1, 0]] },
  })
  expect(checked([])).toMatchObject({ ok: true, value: { revoked: 0, resultWithoutRevoked: [[2, 1, 0]] } })
  const tool = beleniosTool()
  if (tool) expect(tool.verify(election.archive())).toBeNull()

  // Somebody else's ballot, even a blank one, cannot be made out to be revoked; nor can one be subtracted twice.
  const others = election.board.filter(({ event }) => event.type === 'Ballot').map(({ documents }) => trackingNumber(open, documents[0]!))
  for (const tracking of [...others.slice(0, 3), 'zork']) {
    expect(checked([{ ...revocation, tracking }]), tracking).toMatchObject({ ok: false, problem: { kind: 'revocation' } })
  }
  expect(checked([revocation, revocation])).toMatchObject({ ok: false, problem: { kind: 'revocation' } })
  const wrong = { ...revocation, openings: mine.openings.map(one => one.map(exponent => exponent - 1n)) }
  expect(checked([wrong])).toMatchObject({ ok: false, problem: { kind: 'revocation' } })
})
