import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/clock'
import { canAnswer, canAppeal, dueOn, escalates, standing } from './rules.ts'

const day = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2024-01-01', n))

describe('the due day', () => {
  test.each([
    ['2026-11-23', 60, '2027-01-22'],
    ['2027-02-26', 2, '2027-02-28'],
    ['2028-02-26', 3, '2028-02-29'],
    // Clocks change on 28 March and 31 October 2027: a day remains a day.
    ['2027-03-27', 2, '2027-03-29'],
    ['2027-10-30', 2, '2027-11-01'],
  ])('opened on %s with %i days: %s', (openedOn, days, due) => expect(dueOn(openedOn, days)).toBe(due))
})

describe('where a clock stands', () => {
  test.each([
    ['2026-12-01', null, '2026-11-29', { state: 'awaited', days: 2 }],
    ['2026-12-01', null, '2026-12-01', { state: 'awaited', days: 0 }],
    ['2026-12-01', null, '2026-12-02', { state: 'late', days: 1 }],
    ['2026-12-01', '2026-12-01', '2027-05-01', { state: 'answered', days: 0 }],
    ['2026-12-01', '2026-12-11', '2027-05-01', { state: 'answered', days: 10 }],
  ] as const)('due %s, answered %s, seen on %s', (due, answeredOn, today, expected) =>
    expect(standing({ dueOn: due, answeredOn }, today)).toEqual(expected),
  )

  test('is late exactly after its last day, and escalates exactly when late', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 800 }), (openedOn, days, later) => {
        const clock = { dueOn: dueOn(openedOn, days), answeredOn: null }
        const today = addDays(openedOn, later)
        const { state } = standing(clock, today)
        expect(state).toBe(later > days ? 'late' : 'awaited')
        expect(escalates(clock, today)).toBe(later > days)
        expect(escalates({ ...clock, answeredOn: openedOn }, today)).toBe(false)
      }),
    )
  })
})

describe('answering', () => {
  const request = {
    answered: false,
    kind: 'first',
    verdict: 'taken-up',
    signedBy: 'claire',
    appealedSignatory: null,
    studiedBefore: false,
    reviewOn: null,
    today: '2026-11-23',
    longestStudy: 180,
  } as const
  test.each([
    ['closes a clock', {}, true],
    ['twice', { answered: true }, 'already-answered'],
    ['an appeal by the person who signed', { kind: 'appeal', appealedSignatory: 'claire' }, 'same-signatory'],
    ['an appeal by somebody else', { kind: 'appeal', appealedSignatory: 'marc' }, true],
    ['to be studied, with a day', { verdict: 'to-be-studied', reviewOn: '2027-02-01' }, true],
    ['to be studied, on the last day allowed', { verdict: 'to-be-studied', reviewOn: '2027-05-22' }, true],
    ['to be studied, one day further', { verdict: 'to-be-studied', reviewOn: '2027-05-23' }, 'study-too-far'],
    ['to be studied, today', { verdict: 'to-be-studied', reviewOn: '2026-11-23' }, 'study-in-the-past'],
    ['to be studied, some day', { verdict: 'to-be-studied' }, 'study-in-the-past'],
    ['to be studied again', { kind: 'study', verdict: 'to-be-studied', reviewOn: '2027-02-01' }, 'study-again'],
    [
      'to be studied on appeal after a study',
      { kind: 'appeal', studiedBefore: true, verdict: 'to-be-studied', reviewOn: '2027-02-01' },
      'study-again',
    ],
    ['after the study', { kind: 'study', studiedBefore: true, verdict: 'refused' }, true],
  ] as const)('%s', (_what, change, expected) => {
    const decided = canAnswer({ ...request, ...change })
    expect(decided.ok || decided.because).toBe(expected)
  })
})

describe('an appeal', () => {
  const request = {
    isConcerned: true,
    alreadyAppealed: false,
    kind: 'first',
    verdict: 'refused',
    answeredOn: '2026-11-01',
    today: '2026-11-23',
    appealDays: 60,
  } as const
  test.each([
    ['by a supporter', {}, true],
    ['after a study', { kind: 'study' }, true],
    ['by a passer-by', { isConcerned: false }, 'not-concerned'],
    ['a second time', { alreadyAppealed: true }, 'already-appealed'],
    ['against the answer to an appeal', { kind: 'appeal', alreadyAppealed: true }, 'answer-to-appeal'],
    ['while it is being studied', { verdict: 'to-be-studied' }, 'being-studied'],
    ['on the last day', { today: '2026-12-31' }, true],
    ['one day late', { today: '2027-01-01' }, 'too-late'],
  ] as const)('%s', (_what, change, expected) => {
    const decided = canAppeal({ ...request, ...change })
    expect(decided.ok || decided.because).toBe(expected)
  })
})
