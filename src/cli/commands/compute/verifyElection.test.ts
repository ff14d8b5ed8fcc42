import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import {
  documentsOf,
  newIdentifier,
  newTrusteeKey,
  nextEvent,
  belenios2048,
  secureRandom,
  write,
  writeArchive,
} from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { main } from '../../compute.ts'

let said = ''
vi.spyOn(process.stdout, 'write').mockImplementation(text => ((said += String(text)), true))
const folder = mkdtempSync(join(tmpdir(), 'yvette-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('an archive is verified in one command; a changed one gives its reason and the exit code 1', async () => {
  const group = belenios2048(nodeBackend())
  const { publicKey } = newTrusteeKey(group, secureRandom)
  const questions = [{ answers: ['Oui', 'Non'], min: 1, max: 1, question: 'Le marché ?' }]
  const uuid = newIdentifier(secureRandom)
  const election = write({
    version: 1,
    description: '',
    name: 'Essai',
    group: group.name,
    public_key: publicKey.public_key,
    questions,
    uuid,
  })
  const setup = documentsOf.setup(group, election, write([['Single', publicKey]]), '[]')
  const archive = Buffer.concat([...writeArchive(group, 1_790_000_000, [nextEvent(group, null, 'Setup', setup)])])
  const file = join(folder, 'election.bel')
  writeFileSync(file, archive)
  expect(await main(['compute', 'verify-election', file])).toBe(0)
  const answer = JSON.parse(said)
  expect(answer).toMatchObject({ valid: true, uuid, name: 'Essai', ballots: 0, result: null, trustees: [{ kind: 'single' }] })

  said = ''
  expect(await main(['compute', 'verify-election', file, '--head', 'f'.repeat(64)])).toBe(1)
  expect(JSON.parse(said)).toMatchObject({ valid: false, problem: { kind: 'head' } })
  expect(await main(['compute', 'verify-election', file, '--includes', answer.head])).toBe(0)
  archive[600] = archive[600]! ^ 1
  writeFileSync(file, archive)
  expect(await main(['compute', 'verify-election', file])).toBe(1)
})
