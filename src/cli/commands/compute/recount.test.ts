import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { countBallots } from '../../../modules/ballots/rules/counts.ts'
import type { Answers, Question } from '../../../modules/ballots/rules/kinds.ts'
import { computeResult } from '../../../modules/ballots/results/computeResult.ts'
import { digestOf } from '../../../modules/ballots/results/digest.ts'
import { main } from '../../compute.ts'

let said = ''
vi.spyOn(process.stdout, 'write').mockImplementation(text => ((said += String(text)), true))
vi.spyOn(process.stderr, 'write').mockReturnValue(true)
const folder = mkdtempSync(join(tmpdir(), 'yvette-recount-'))
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const asked = (number: number, kind: Question['kind']): Question => ({
  number,
  kind,
  title: `Question ${number}`,
  explanation: '',
  most: 10,
  options: ['A', 'B', 'C'].map((label, at) => ({ number: at + 1, label, explanation: '' })),
})
const questions = [asked(1, 'choice'), asked(2, 'ranking'), asked(3, 'judgment'), asked(4, 'points')]
const cast: readonly Answers[] = [
  [{ 1: 1 }, { 1: 1, 2: 2 }, { 1: 0, 2: 5, 3: 2 }, { 1: 10 }],
  [{ 1: 1 }, { 2: 1, 3: 2 }, { 1: 3, 2: 1, 3: 2 }, { 2: 6, 3: 4 }],
  [{}, {}, {}, { 3: 1 }],
]
const paper = countBallots(questions, [[{ 2: 1 }, { 3: 1 }, { 1: 5, 2: 0, 3: 0 }, {}]])
const published = () => {
  const followed = {
    format: 'yvette-ballot-bundle/1',
    ballot: { id: '3', body: 'Val-sur-Yvette', title: 'Quel soir ?', isSecret: false },
    questions,
    ballots: cast.map((answers, at) => ({ pseudonym: `AAAA-AAAA-AAA${at}`, answers })),
    tables: [{ place: 'Mairie', scrutineers: 'Amina', counts: paper }],
    result: computeResult(questions, countBallots(questions, cast), [paper], { screen: 3, desk: 0, paper: 1, station: 0 }),
  }
  return { ...followed, digest: digestOf(followed) }
}
const recounted = async (bundle: unknown) => {
  const file = join(folder, 'vote.json')
  writeFileSync(file, typeof bundle === 'string' ? bundle : JSON.stringify(bundle, null, 1))
  said = ''
  const code = await main(['compute', 'recount', file])
  return { code, answer: said === '' ? null : JSON.parse(said) }
}

test('a published file is counted again: the same figures; whatever was changed in it is seen', async () => {
  const bundle = published()
  const { code, answer } = await recounted(bundle)
  expect(code).toBe(0)
  expect(answer).toMatchObject({
    valid: true,
    ballots: 3,
    electronic: 3,
    paper: 1,
    digest: bundle.digest,
    questions: bundle.result.questions,
  })
  expect(answer.questions[0].winners).toEqual([1])

  const [first, ...others] = bundle.ballots
  const changes = {
    answer: { ...bundle, ballots: [{ ...first!, answers: [{ 3: 1 }, ...first!.answers.slice(1)] }, ...others] },
    figure: { ...bundle, result: { ...bundle.result, electronic: 4 } },
    missing: { ...bundle, ballots: others },
    twice: { ...bundle, ballots: [first, ...bundle.ballots] },
    paper: { ...bundle, tables: [] },
    digest: { ...bundle, digest: 'f'.repeat(64) },
  }
  for (const [name, changed] of Object.entries(changes)) expect((await recounted(changed)).code, name).toBe(1)
})

test('a file that is no bundle, or of a secret vote, is refused in words', async () => {
  const bundle = published()
  for (const other of ['zork', '{}', { ...bundle, ballot: { ...bundle.ballot, isSecret: true } }]) {
    expect(await recounted(other)).toEqual({ code: expect.any(Number), answer: null })
    expect((await recounted(other)).code).not.toBe(0)
  }
})
