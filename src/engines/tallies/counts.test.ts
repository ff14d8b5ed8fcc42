import { expect, test } from 'vitest'
import { approvalTally, choiceTally, pointsTally, yesNoTally } from './index.ts'

test('approval counts every option named, and blank ballots', () => {
  const { counts, ranking, blank, ballots } = approvalTally(['a', 'b', 'c'], [['a', 'b'], ['b'], [], ['c', 'b'], ['a']])
  expect(counts).toEqual({ a: 2, b: 3, c: 1 })
  expect(ranking.map(({ place, options }) => [place, ...options])).toEqual([
    [1, 'b'],
    [2, 'a'],
    [3, 'c'],
  ])
  expect([blank, ballots]).toEqual([1, 5])
})

test('options with as many votes share their place; the next place counts them', () => {
  expect(approvalTally(['a', 'b', 'c'], [['a'], ['b'], ['a', 'b', 'c']]).ranking).toEqual([
    { place: 1, options: ['a', 'b'] },
    { place: 3, options: ['c'] },
  ])
})

test('a choice of at most k: a ballot with more, one option twice, an option of another vote are refused', () => {
  const two = { most: 2, least: 2 }
  expect(choiceTally(['a', 'b', 'c'], [['a', 'c'], ['c', 'b'], []], two).counts).toEqual({ a: 1, b: 1, c: 2 })
  expect(() => choiceTally(['a', 'b', 'c'], [['a', 'b', 'c']], two)).toThrow('3 options')
  expect(() => choiceTally(['a', 'b', 'c'], [['a']], two)).toThrow('1 options')
  expect(() => choiceTally(['a', 'b'], [['a', 'a']], two)).toThrow('twice')
  expect(() => choiceTally(['a', 'b'], [['z']])).toThrow('not voted on')
})

test.each([
  [['yes', 'yes', 'no', 'blank'], 'adopted'],
  [['yes', 'no', 'no'], 'rejected'],
  [['yes', 'no', 'blank'], 'tie'],
  [[], 'tie'],
] as const)('yes or no: %j is %s', (ballots, outcome) => {
  expect(yesNoTally(ballots).outcome).toBe(outcome)
})

test('points: no more than the total, whole, none below zero', () => {
  const rule = { total: 10, each: 6 }
  expect(pointsTally(['a', 'b'], [{ a: 6, b: 4 }, { b: 5 }, {}], rule)).toMatchObject({ counts: { a: 6, b: 9 }, blank: 1 })
  expect(() => pointsTally(['a', 'b'], [{ a: 6, b: 5 }], rule)).toThrow('more than 10')
  for (const points of [7, -1, 0.5, Number.NaN]) expect(() => pointsTally(['a', 'b'], [{ a: points }], rule)).toThrow('cannot be given')
})
