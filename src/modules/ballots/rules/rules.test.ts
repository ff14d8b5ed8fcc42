import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswers, typedAnswers } from './answers.ts'
import { addCounts, countBallots, emptyCounts } from './counts.ts'
import type { Answers, Question } from './kinds.ts'
import { canAnnounce, canCancel, canCountAt, canPublish, canVoteAt, phaseAt } from './life.ts'
import { readOptions } from './readOptions.ts'
import { readSheet } from './readSheet.ts'
import { differences, settledCounts } from './settle.ts'

const options = (...labels: readonly string[]) => labels.map((label, at) => ({ number: at + 1, label, explanation: '' }))
const question = (kind: Question['kind'], number: number, most = 1): Question => ({
  number,
  kind,
  title: 'Question',
  explanation: '',
  most,
  options: options('A', 'B', 'C'),
})
const [opensAt, closesAt] = ['2026-11-20T08:00:00.000Z', '2026-11-28T19:00:00.000Z']

describe('the life of a vote', () => {
  test.each([
    ['2026-11-20T07:59:59.999Z', 'ready', 'not-yet'],
    ['2026-11-20T08:00:00.000Z', 'open', undefined],
    ['2026-11-28T18:59:59.999Z', 'open', undefined],
    ['2026-11-28T19:00:00.000Z', 'closed', 'closed'],
  ] as const)('at %s it is %s', (now, phase, because) => {
    const life = { state: 'ready', opensAt, closesAt } as const
    expect(phaseAt(life, now)).toBe(phase)
    expect(canVoteAt(life, now)).toEqual(because ? { ok: false, because } : { ok: true })
    expect(canCancel(life, now).ok).toBe(phase !== 'closed')
  })

  test('the count waits for a minute after the close, and for the close itself', () => {
    expect(canCountAt({ state: 'open', opensAt, closesAt }, '2026-11-28T19:05:00.000Z').ok).toBe(false)
    expect(canCountAt({ state: 'closed', opensAt, closesAt }, '2026-11-28T19:00:59.999Z').ok).toBe(false)
    expect(canCountAt({ state: 'closed', opensAt, closesAt }, '2026-11-28T19:01:00.000Z').ok).toBe(true)
  })

  test.each([
    [[], 'no-question'],
    [[{ options: 1 }], 'too-few-options'],
    [[{ options: 2 }], undefined],
  ])('questions %j', (questions, because) =>
    expect(canAnnounce({ state: 'draft', closesAt, now: opensAt, questions })).toEqual(because ? { ok: false, because } : { ok: true }),
  )

  test('a result waits for every table of paper', () => {
    const counted = { state: 'counted', hasPaper: true } as const
    expect(canPublish({ ...counted, tables: [{ isSettled: true }, { isSettled: false }] })).toMatchObject({ because: 'unsettled' })
    expect(canPublish({ ...counted, tables: [{ isSettled: true }] }).ok).toBe(true)
    expect(canPublish({ ...counted, state: 'closed', tables: [] })).toMatchObject({ because: 'not-counted' })
  })
})

describe('answers', () => {
  const asked = [
    question('yes-no', 1),
    question('choice', 2, 2),
    question('judgment', 3),
    question('ranking', 4),
    question('points', 5, 10),
  ]

  test.each<[string, Record<string, string | string[]>, Answers]>([
    ['nothing at all is blank', {}, [{}, {}, {}, {}, {}]],
    ['a blank box', { q1: 'blank' }, [{}, {}, {}, {}, {}]],
    ['two choices', { q2: ['1', '3'] }, [{}, { 1: 1, 3: 1 }, {}, {}, {}]],
    ['mentions', { 'q3-1': '0', 'q3-2': '5' }, [{}, {}, { 1: 0, 2: 5 }, {}, {}]],
    ['equal ranks', { 'q4-1': '2', 'q4-3': '2' }, [{}, {}, {}, { 1: 2, 3: 2 }, {}]],
    ['points, a zero left out', { 'q5-1': ' 7 ', 'q5-2': '0' }, [{}, {}, {}, {}, { 1: 7 }]],
  ])('%s', (_, values, answers) => {
    const read = readAnswers(asked, values)
    expect(read).toEqual({ answers, errors: [] })
    expect(readAnswers(asked, typedAnswers(asked, answers)).answers).toEqual(answers)
  })

  test.each([
    [{ q1: ['1', '2'] }, 'too-many'],
    [{ q2: ['1', '2', '3'] }, 'too-many'],
    [{ q2: '9' }, 'unknown'],
    [{ 'q3-1': '6' }, 'not-a-number'],
    [{ 'q4-1': '4' }, 'not-a-number'],
    [{ 'q5-1': '6', 'q5-2': '5' }, 'too-many-points'],
    [{ 'q5-1': '-1' }, 'not-a-number'],
  ])('%j is refused: %s', (values, because) => expect(readAnswers(asked, values).errors.map(one => one.because)).toEqual([because]))
})

describe('counts', () => {
  const asked = [question('approval', 1), question('judgment', 2), question('ranking', 3)]
  const ballot = fc.tuple(
    fc.subarray(['1', '2', '3']).map(chosen => Object.fromEntries(chosen.map(one => [one, 1]))),
    fc.dictionary(fc.constantFrom('1', '2', '3'), fc.integer({ min: 0, max: 5 })),
    fc.dictionary(fc.constantFrom('1', '2', '3'), fc.integer({ min: 1, max: 3 })),
  )

  test('two halves add up to the whole, in any order', () => {
    fc.assert(
      fc.property(fc.array(ballot), fc.array(ballot), (one, other) => {
        const whole = countBallots(asked, [...one, ...other])
        expect(addCounts(asked, [countBallots(asked, other), countBallots(asked, one)])).toEqual(whole)
        expect(addCounts(asked, [whole, emptyCounts(asked)])).toEqual(whole)
      }),
    )
  })

  test('an option without mention on a ballot that judged others gets the worst one', () =>
    expect(countBallots([question('judgment', 1)], [[{ 1: 0 }], [{}]]).questions[0]).toEqual({
      blank: 1,
      cells: { '1:0': 1, '2:5': 1, '3:5': 1 },
      orders: [],
    }))
})

describe('sheets of paper', () => {
  const asked = [question('choice', 1, 1), question('ranking', 2)]
  const sheet = { papiers: '12', nuls: '1', 'q1-blancs': '2', 'q1-1': '6', 'q1-2': '4', 'q2-blancs': '0', 'q2-ordres': '2 > 1 = 3 x 11\n3' }

  test('what is keyed in is read', () =>
    expect(readSheet(asked, sheet)).toEqual({
      errors: [],
      counts: {
        ballots: 12,
        invalid: 1,
        questions: [
          { blank: 2, cells: { 1: 6, 2: 4 }, orders: [] },
          {
            blank: 0,
            cells: {},
            orders: [
              { ranks: { 2: 1, 1: 2, 3: 2 }, times: 11 },
              { ranks: { 3: 1 }, times: 1 },
            ],
          },
        ],
      },
    }))

  test.each([
    [{ papiers: 'douze' }, 'papiers', 'number'],
    [{ 'q1-1': '11' }, 'q1-1', 'too-many'],
    [{ 'q1-blancs': '13' }, 'q1-blancs', 'too-many'],
    [{ 'q2-ordres': '2 > 2' }, 'q2-ordres', 'order'],
    [{ 'q2-ordres': '2 > 4' }, 'q2-ordres', 'order'],
    [{ 'q2-ordres': '1 x 13' }, 'q2-ordres', 'too-many'],
  ])('%j is refused', (changed, field, because) =>
    expect(readSheet(asked, { ...sheet, ...changed }).errors[0]).toMatchObject({ field, because }),
  )

  test('two entries that agree settle it; otherwise the third does', () => {
    const { counts } = readSheet(asked, sheet)
    const { counts: other } = readSheet(asked, { ...sheet, 'q1-2': '3', 'q2-ordres': '2 > 1 = 3 x 12' })
    const entry = (turn: number, said: typeof counts) => ({ turn, counts: said, by: null, reason: '' })
    expect(settledCounts([entry(1, counts)])).toBeNull()
    expect(settledCounts([entry(1, counts), entry(2, counts)])).toEqual(counts)
    expect(settledCounts([entry(1, counts), entry(2, other)])).toBeNull()
    expect(settledCounts([entry(1, counts), entry(2, other), entry(3, other)])).toEqual(other)
    expect(differences(counts, other)).toEqual([
      { question: 1, cell: '2', first: 4, second: 3 },
      { question: 2, cell: '2 > 1 = 3', first: 11, second: 12 },
      { question: 2, cell: '3', first: 1, second: 0 },
    ])
  })
})

describe('options', () => {
  test.each([
    [
      'choice',
      'A\n\nB | pourquoi',
      {
        ok: true,
        options: [
          { label: 'A', explanation: '' },
          { label: 'B', explanation: 'pourquoi' },
        ],
      },
    ],
    [
      'yes-no',
      '',
      {
        ok: true,
        options: [
          { label: 'Oui', explanation: '' },
          { label: 'Non', explanation: '' },
        ],
      },
    ],
    ['approval', 'A', { ok: false, because: 'too-few', line: 0 }],
    ['approval', 'A\nB\nA', { ok: false, because: 'twice', line: 3 }],
  ] as const)('%s: %j', (kind, typed, read) => expect(readOptions(kind, typed, ['Oui', 'Non'])).toEqual(read))
})
