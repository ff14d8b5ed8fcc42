import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/rules'
import { blackoutOf, blackoutOn, type Election } from './blackout.ts'
import {
  addMonths,
  easterOf,
  holidaysOf,
  isHoliday,
  isSunday,
  lastSendingDay,
  secondMondayBefore,
  sundayFrom,
  workingDayFrom,
  workingDayUntil,
} from './days.ts'
import { checkCount, outcomeOf } from './outcomeOf.ts'
import { planParticipation } from './participationPlan.ts'
import { canSign, canSubmit, freeAgainOn, hallStepsOf, periodOf, petitionState, thresholdOf } from './petition.ts'
import { planVote, type VoteLaw } from './votePlan.ts'

const day = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2026-01-01', n))

test.each([
  ['2026-12-31', 2, '2027-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2027-12-29', 2, '2028-02-29'],
  ['2027-12-28', 2, '2028-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-11-15', 2, '2027-01-15'],
  ['2032-03-01', -6, '2031-09-01'],
  ['2026-01-31', -2, '2025-11-30'],
])('%s and %i months make %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

test.each([
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
])('Easter of %i is %s', (year, sunday) => expect(easterOf(year)).toBe(sunday))

test('holidays move with Easter, and are the eleven of the labour code with the two Sundays they hang on', () => {
  expect(holidaysOf(2026).size).toBe(13)
  for (const holiday of ['2026-04-06', '2026-05-14', '2026-05-25', '2026-07-14', '2027-03-29'])
    expect(isHoliday(holiday), holiday).toBe(true)
  expect(isHoliday('2026-04-07')).toBe(false)
})

test.each([
  // Sent on Tuesday 8, the fifth day would be Sunday 13: the term runs to Monday 14, the day of the council.
  ['a Monday, five days', '2026-12-14', 5, '2026-12-06'],
  ['a Tuesday, five days', '2026-12-15', 5, '2026-12-09'],
  ['after the first of May', '2026-05-04', 5, '2026-04-25'],
  ['three days for a small commune', '2026-12-14', 3, '2026-12-08'],
  ['after Christmas', '2026-12-28', 5, '2026-12-19'],
])('%s: a council on %s with %i clear days is convened by %s', (_, meeting, clear, by) => {
  expect(lastSendingDay(meeting, clear)).toBe(by)
})

test('a notice always leaves its clear days, and the day after would not', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 8 }), (meeting, clear) => {
      const sent = lastSendingDay(meeting, clear)
      expect(addDays(sent, clear) < meeting).toBe(true)
      expect(workingDayFrom(addDays(addDays(sent, 1), clear)) >= meeting).toBe(true)
      expect(workingDayUntil(meeting) <= meeting && meeting <= workingDayFrom(meeting)).toBe(true)
    }),
  )
})

const councils: Election = { id: 'municipal-2032', kind: 'renewal', campaignFrom: '2032-03-01', until: '2032-03-21' }
const president: Election = { id: 'president-2027', kind: 'other', campaignFrom: '2027-03-29', until: '2027-05-02' }

test.each([
  ['the last day before the sixth month', '2031-08-31', null],
  ['the first day of the sixth month', '2031-09-01', 'municipal-2032'],
  ['the second round', '2032-03-21', 'municipal-2032'],
  ['the day after', '2032-03-22', null],
  ['the eve of a national campaign', '2027-03-28', null],
  ['its first day', '2027-03-29', 'president-2027'],
])('no local vote on %s, %s', (_, on, election) => {
  expect(blackoutOn(on, [councils, president], 6)?.election ?? null).toBe(election)
  expect(blackoutOf(president, 6).from).toBe('2027-03-29')
})

const law: VoteLaw = {
  noticeClearDays: 5,
  transmissionDays: 8,
  noticeMonths: 2,
  referralDays: 10,
  judgeMonths: 1,
  informationDays: 15,
  sameObjectYears: 1,
  blackoutMonths: 6,
}
const asked = { kind: 'referendum', councilOn: '2026-12-14', transmittedOn: '2026-12-15', wishedOn: null, lastOn: null } as const

describe('the calendar of a local referendum', () => {
  test('every day follows from the council and from the prefect', () => {
    const plan = planVote(asked, law, [president])
    expect(plan.earliest).toBe('2027-02-21')
    expect(plan.isAllowed).toBe(true)
    expect(plan.steps.map(({ key, on, sense }) => `${key} ${sense} ${on}`)).toEqual([
      'notice by 2026-12-06',
      'council on 2026-12-14',
      'transmission by 2026-12-22',
      'referral by 2026-12-25',
      'judge by 2027-01-25',
      'information by 2027-02-06',
      'campaign from 2027-02-08',
      'campaign-end by 2027-02-20',
      'vote on 2027-02-21',
      'result from 2027-02-22',
      'again from 2028-02-21',
    ])
  })

  test.each([
    ['sent on the last day of the year: February has no 31st', { councilOn: '2026-12-30', transmittedOn: '2026-12-31' }, [], '2027-03-07'],
    ['in a leap year', { councilOn: '2027-12-30', transmittedOn: '2027-12-31' }, [], '2028-03-05'],
    ['two months and a day fall on a Sunday', { transmittedOn: '2026-12-20' }, [], '2027-02-21'],
    ['two months fall on a Sunday: that one is too early', { transmittedOn: '2026-12-21' }, [], '2027-02-28'],
    ['within a national campaign', { councilOn: '2027-01-28', transmittedOn: '2027-01-29' }, [president], '2027-05-09'],
    ['the same object was put to the vote eight months before', { lastOn: '2026-04-05' }, [], '2027-04-11'],
    ['not sent yet: the next working day is Monday 28', { councilOn: '2026-12-24', transmittedOn: null }, [], '2027-03-07'],
  ])('%s', (_, more, elections, earliest) => expect(planVote({ ...asked, ...more }, law, elections).earliest).toBe(earliest))

  test.each([
    ['allowed', '2027-02-28', []],
    ['a Saturday', '2027-02-27', ['not-sunday']],
    ['too early', '2027-02-14', ['too-early']],
    ['too early and not a Sunday', '2027-02-15', ['too-early', 'not-sunday']],
    ['in a campaign', '2027-04-11', ['blackout']],
    ['Easter: a warning, not a refusal', '2027-03-28', ['holiday']],
  ])('a day wished: %s', (_, wishedOn, because) => {
    const plan = planVote({ ...asked, wishedOn }, law, [president])
    expect(plan.conflicts.map(one => one.because)).toEqual(because)
    expect(plan.isAllowed).toBe(because.every(one => one === 'holiday'))
    expect([plan.votingOn, plan.plannedOn]).toEqual([wishedOn, plan.isAllowed ? wishedOn : '2027-02-21'])
  })

  test('a deliberation sent too late, or before the council, is said', () => {
    const late = planVote({ ...asked, transmittedOn: '2026-12-23' }, law, [])
    expect(late.conflicts).toContainEqual({ because: 'transmitted-late', day: '2026-12-22' })
    expect(planVote({ ...asked, transmittedOn: '2026-12-13' }, law, []).conflicts[0]?.because).toBe('transmitted-early')
    const consultation = planVote(
      { ...asked, kind: 'consultation', transmittedOn: '2027-03-30' },
      { ...law, transmissionDays: null, judgeMonths: null },
      [],
    )
    expect(consultation.conflicts).toEqual([])
    expect(consultation.steps.map(({ key }) => key)).not.toContain('campaign')
  })

  test('the earliest day is an open Sunday more than two months after the prefect, whatever the elections; wished, it is allowed', () => {
    const election = fc.record({
      id: fc.constant('some-2027'),
      kind: fc.constantFrom('renewal', 'other'),
      campaignFrom: day,
      length: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(day, fc.array(election, { maxLength: 6 }), (councilOn, list) => {
        const elections = list.map(({ length, ...one }): Election => ({ ...one, until: addDays(one.campaignFrom, length) }))
        const plan = planVote({ ...asked, councilOn, transmittedOn: councilOn }, law, elections)
        expect(isSunday(plan.earliest)).toBe(true)
        expect(plan.earliest > addMonths(councilOn, 2)).toBe(true)
        expect(blackoutOn(plan.earliest, elections, 6)).toBeNull()
        expect(planVote({ ...asked, councilOn, transmittedOn: councilOn, wishedOn: plan.earliest }, law, elections).isAllowed).toBe(true)
        const before = addDays(plan.earliest, -7)
        expect(planVote({ ...asked, councilOn, transmittedOn: councilOn, wishedOn: before }, law, elections).isAllowed).toBe(false)
        expect(secondMondayBefore(plan.earliest) < plan.earliest && sundayFrom(plan.earliest) === plan.earliest).toBe(true)
      }),
    )
  })
})

test('a participation leaves the time chosen, and says so when it does not', () => {
  const rule = { reasonableDays: 30, followUpDays: 90 }
  expect(planParticipation({ opensOn: '2027-01-04', closesOn: null }, rule)).toMatchObject({ closesOn: '2027-02-03', isTooShort: false })
  expect(planParticipation({ opensOn: '2027-01-04', closesOn: '2027-02-02' }, rule).isTooShort).toBe(true)
  expect(planParticipation({ opensOn: '2027-01-04', closesOn: '2027-02-03' }, rule).steps.map(({ on }) => on)).toEqual([
    '2026-12-31',
    '2027-01-04',
    '2027-02-03',
    '2027-05-04',
  ])
})

test.each([
  [30, 0.1, 3],
  [31, 0.1, 4],
  [7000, 0.1, 700],
  [7001, 0.1, 701],
  [70, 0.05, 4],
  [1, 0.1, 1],
])('of %i electors, a share of %f is %i signatures', (electors, share, needed) => expect(thresholdOf(electors, share)).toBe(needed))

test.each([
  ['2026-03-31', 'quarter', '2026-T1', '2026-04-01'],
  ['2026-04-01', 'quarter', '2026-T2', '2026-07-01'],
  ['2026-12-31', 'quarter', '2026-T4', '2027-01-01'],
  ['2028-02-29', 'year', '2028', '2029-01-01'],
] as const)('a signature of %s counts in its %s: %s, free again on %s', (on, rule, period, free) => {
  expect([periodOf(on, rule), freeAgainOn(on, rule)]).toEqual([period, free])
  expect(periodOf(addDays(free, -1), rule)).toBe(period)
  expect(periodOf(free, rule)).not.toBe(period)
})

describe('a request', () => {
  const open = { closesOn: '2026-12-31', steps: [], checked: null }
  test.each([
    ['its last day', open, '2026-12-31', 'open', []],
    ['the day after', open, '2027-01-01', 'closed', []],
    ['handed to the mayor', { ...open, steps: ['submitted'] }, '2027-01-01', 'submitted', ['checked', 'acknowledged', 'informed']],
    [
      'enough valid',
      { ...open, steps: ['submitted', 'checked'], checked: { valid: 700, threshold: 700 } },
      '2027-01-01',
      'admissible',
      ['acknowledged', 'informed', 'answered'],
    ],
    ['one short', { ...open, steps: ['submitted', 'checked'], checked: { valid: 699, threshold: 700 } }, '2027-01-01', 'insufficient', []],
    [
      'answered',
      { ...open, steps: ['submitted', 'checked', 'answered'], checked: { valid: 700, threshold: 700 } },
      '2027-01-01',
      'answered',
      [],
    ],
    ['withdrawn', { ...open, steps: ['withdrawn'] }, '2026-12-01', 'withdrawn', []],
  ] as const)('%s', (_, facts, today, state, next) => {
    expect(petitionState(facts, today)).toBe(state)
    expect(hallStepsOf(facts, today)).toEqual(next)
  })

  const signer = { state: 'open', isVerified: true, declares: true, hasSigned: false, signedAnother: false } as const
  test.each([
    [{}, null],
    [{ isVerified: false }, 'not-verified'],
    [{ state: 'closed' }, 'not-open'],
    [{ hasSigned: true, signedAnother: true }, 'already'],
    [{ signedAnother: true }, 'period'],
    [{ declares: false }, 'not-declared'],
  ] as const)('is signed with %j: %s', (more, refusal) => {
    const verdict = canSign({ ...signer, ...more })
    expect(verdict.ok ? null : verdict.because).toBe(refusal)
  })
  test.each([
    [{}, null],
    [{ state: 'closed' }, null],
    [{ isAuthor: false }, 'not-author'],
    [{ signatures: 9 }, 'below'],
    [{ threshold: null }, 'no-figure'],
    [{ state: 'submitted' }, 'not-open'],
  ] as const)('is handed to the mayor with %j: %s', (more, refusal) => {
    const verdict = canSubmit({ state: 'open', isAuthor: true, signatures: 10, threshold: 10, ...more })
    expect(verdict.ok ? null : verdict.because).toBe(refusal)
  })
})

const count = { registered: 7000, voters: 3500, blank: 100, yes: 1800, no: 1600 }
test.each([
  ['half the electors exactly', count, 'adopted'],
  ['one voter short', { ...count, voters: 3499, yes: 1799 }, 'below-turnout'],
  ['more no than yes', { ...count, yes: 1600, no: 1800 }, 'rejected'],
  ['as many', { ...count, yes: 1700, no: 1700 }, 'rejected'],
] as const)('a referendum with %s', (_, given, outcome) => {
  expect(outcomeOf('referendum', given, 0.5)).toBe(outcome)
  expect(outcomeOf('consultation', given, 0.5)).toBe(given.yes > given.no ? 'favourable' : 'unfavourable')
  expect(checkCount(given)).toBeNull()
})
test('a count adds up', () => {
  expect(checkCount({ ...count, voters: 7001 })).toBe('voters')
  expect(checkCount({ ...count, no: 1601 })).toBe('yes')
})
