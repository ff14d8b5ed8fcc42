import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBallots } from '../rules/counts.ts'
import type { Answers, Question } from '../rules/kinds.ts'
import { computeResult } from './computeResult.ts'

const asked = (kind: Question['kind'], labels = ['A', 'B', 'C']): Question => ({
  number: 1,
  kind,
  title: 'Question',
  explanation: '',
  most: 10,
  options: labels.map((label, at) => ({ number: at + 1, label, explanation: '' })),
})
const turnout = { screen: 0, desk: 0, paper: 0, station: 0 }
const tally = (question: Question, electronic: readonly Answers[], paper: readonly Answers[] = []) =>
  computeResult([question], countBallots([question], electronic), [countBallots([question], paper)], turnout).questions[0]!

test('electronic and paper are added, and stay beside each other', () => {
  const found = tally(asked('approval'), [[{ 1: 1, 2: 1 }], [{ 1: 1 }], [{}]], [[{ 2: 1 }], [{ 2: 1 }]])
  expect(found).toMatchObject({ answered: 4, blank: 1, order: [[2], [1], [3]], winners: [2] })
  expect(found.options).toMatchObject([
    { electronic: 2, paper: 0, total: 2 },
    { electronic: 1, paper: 2, total: 3 },
    { electronic: 0, paper: 0, total: 0 },
  ])
})

test('equal sums share a place, and nobody wins when nobody answered', () => {
  expect(tally(asked('points'), [[{ 1: 4, 3: 4 }]]).winners).toEqual([1, 3])
  expect(tally(asked('yes-no', ['Oui', 'Non']), [[{}]]).winners).toEqual([])
})

// The four cities of Tennessee, with the mentions 0 (best), 2, 4 and 5.
const city = (times: number, answer: Record<string, number>) => Array.from({ length: times }, (): Answers => [answer])
test('majority judgment gives the published winner of the four cities, wherever its ballots were counted', () => {
  const ballots = [
    ...city(42, { 1: 0, 2: 4, 3: 5, 4: 5 }),
    ...city(26, { 1: 5, 2: 0, 3: 4, 4: 4 }),
    ...city(15, { 1: 5, 2: 4, 3: 0, 4: 2 }),
    ...city(17, { 1: 5, 2: 4, 3: 2, 4: 0 }),
  ]
  const question = asked('judgment', ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'])
  const found = tally(question, ballots)
  expect(found.winners).toEqual([2])
  expect(found.order.at(-1)).toEqual([1])
  expect(found.judged?.find(one => one.option === 2)).toMatchObject({ median: 4, better: 0.26, worse: 0, mentions: [26, 0, 0, 0, 74, 0] })
  const split = tally(question, ballots.slice(0, 50), ballots.slice(50))
  expect({ order: split.order, judged: split.judged }).toEqual({ order: found.order, judged: found.judged })
})

test('rankings from paper weigh as those cast on line: the published example of 45 voters', () => {
  const order = (letters: string, times: number) =>
    Array.from({ length: times }, (): Answers => [
      Object.fromEntries([...letters].map((letter, at) => [String(letter.charCodeAt(0) - 64), at + 1])),
    ])
  const ballots = [
    ...order('ACBED', 5),
    ...order('ADECB', 5),
    ...order('BEDAC', 8),
    ...order('CABED', 3),
    ...order('CAEBD', 7),
    ...order('CBADE', 2),
    ...order('DCEBA', 7),
    ...order('EBADC', 8),
  ]
  const found = tally(asked('ranking', ['A', 'B', 'C', 'D', 'E']), ballots.slice(20), ballots.slice(0, 20))
  expect(found.order).toEqual([[5], [1], [3], [2], [4]])
  expect(found.duels?.preferred[0]).toEqual([0, 20, 26, 30, 22])
})

test('neither the order of ballots nor where they were counted changes a result', () => {
  const answer = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.integer({ min: 1, max: 3 }))
  fc.assert(
    fc.property(fc.constantFrom('judgment', 'ranking', 'points'), fc.array(answer, { maxLength: 12 }), fc.nat(12), (kind, answers, cut) => {
      const ballots = answers.map((one): Answers => [one])
      const whole = tally(asked(kind), ballots)
      const split = tally(asked(kind), ballots.slice(cut).toReversed(), ballots.slice(0, cut))
      expect({ order: split.order, duels: split.duels, judged: split.judged }).toEqual({
        order: whole.order,
        duels: whole.duels,
        judged: whole.judged,
      })
    }),
  )
})
