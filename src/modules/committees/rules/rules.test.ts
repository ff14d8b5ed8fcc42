import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charterTyped, typedFrom } from '../charterForm.ts'
import { RulesForm } from '../forms.ts'
import { modelNamed, models } from '../models.ts'
import { canAnswerCandidacy, canApply } from './canApply.ts'
import { canSeat } from './canSeat.ts'
import { charterFaults } from './charterFaults.ts'
import { commissionDuty } from './commission.ts'
import { endingWithin, holderOn, type MandateLine, substituteOn, vacantOn } from './composition.ts'
import { readShare, shareText } from './shareText.ts'
import { lineState, requirements } from './yearlyFile.ts'

describe('may she be given this seat?', () => {
  const facts = {
    taken: false,
    sits: false,
    since: '2027-02-01',
    until: '2030-01-31',
    lastMetOn: '2027-01-20',
    isEnded: false,
    designation: 'elected',
    record: 'Procès-verbal du 25 janvier',
  } as const
  test.each([
    ['the seat is free', {}, true],
    ['somebody holds it', { taken: true }, 'seat-taken'],
    ['she sits already', { sits: true }, 'already-sits'],
    ['it would end before it begins', { until: '2027-01-31' }, 'ends-before'],
    ['one day only', { until: '2027-02-01' }, true],
    ['without an end', { until: null }, true],
    ['from the day of the last meeting: who sat then does not change', { since: '2027-01-20' }, 'before-meeting'],
    ['from the day after', { since: '2027-01-21' }, true],
    ['in a committee that never met, from any day', { lastMetOn: null, since: '2026-01-01', until: null }, true],
    ['with nothing that proves the choice', { record: '' }, 'no-record'],
    ['in a committee that ended', { isEnded: true }, 'ended'],
  ] as const)('%s', (_what, more, expected) => {
    const verdict = canSeat({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('may I apply?', () => {
  const facts = { isEnded: false, vacancies: 1, sits: false, hasApplied: false, isVerified: true, verifiedOnly: true }
  test.each([
    ['a verified resident, one seat vacant', {}, true],
    ['no seat of users is vacant', { vacancies: 0 }, 'no-vacancy'],
    ['I sit already', { sits: true }, 'already-sits'],
    ['my application waits', { hasApplied: true }, 'already-applied'],
    ['my address was not checked', { isVerified: false }, 'not-verified'],
    ['the same, where the commune welcomes anyone', { isVerified: false, verifiedOnly: false }, true],
    ['the committee ended', { isEnded: true }, 'ended'],
  ] as const)('%s', (_what, more, expected) => {
    const verdict = canApply({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('may the candidate be answered so?', () => {
  const facts = { decided: false, decision: 'accepted', reason: 'Bienvenue', seatIsFree: true } as const
  test.each([
    ['accepted, with a seat', {}, true],
    ['accepted, the seat taken meanwhile', { seatIsFree: false }, 'no-vacancy'],
    ['refused, no seat needed', { decision: 'refused', seatIsFree: false }, true],
    ['without a word', { reason: '' }, 'reason-missing'],
    ['twice', { decided: true }, 'already-decided'],
  ] as const)('%s', (_what, more, expected) => {
    const verdict = canAnswerCandidacy({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('who holds the seat?', () => {
  const mandate = (id: string, seatId: string, since: string, until: string | null, substitute = false): MandateLine => ({
    id,
    seatId,
    personId: `person ${id}`,
    substitute,
    since,
    until,
  })
  const seat = (id: string) => ({ id, college: 'users', label: 'Usager', designation: 'appointed' }) as const
  const mandates = [
    mandate('1', 'a', '2026-01-01', '2026-12-31'),
    mandate('2', 'a', '2026-01-01', null, true),
    mandate('3', 'b', '2027-03-01', null),
  ]
  test('its holder to the last day, then nobody: a substitute sits only when called', () => {
    expect(holderOn(mandates, 'a', '2026-12-31')?.id).toBe('1')
    expect(holderOn(mandates, 'a', '2027-01-01')).toBeUndefined()
    expect(substituteOn(mandates, 'a', '2027-01-01')?.id).toBe('2')
  })
  test('a seat is vacant when nobody holds it nor is already named for later', () => {
    const seats = [seat('a'), seat('b'), seat('c')]
    expect(vacantOn(seats, mandates, '2026-06-01').map(one => one.id)).toEqual(['c'])
    expect(vacantOn(seats, mandates, '2027-01-01').map(one => one.id)).toEqual(['a', 'c'])
  })
  test('mandates that end soon are those to renew', () => {
    expect(endingWithin(mandates, '2026-10-15', '2027-01-13').map(one => one.id)).toEqual(['1'])
    expect(endingWithin(mandates, '2026-01-15', '2026-04-15')).toEqual([])
  })
})

describe('could these rules be followed?', () => {
  const committee = modelNamed('committee')!.charter
  const everywhere = { users: 4, agents: 2, elected: 2 }
  const fields = (charter: typeof committee, seats: Parameters<typeof charterFaults>[1] = everywhere) =>
    charterFaults(charter, seats).map(fault => [fault.field, fault.because])
  test('those of each model, with the seats it proposes', () => {
    for (const model of models) {
      const seats = Object.fromEntries(model.seats.map(one => [one.college, one.count]))
      expect(fields(model.charter, seats)).toEqual([])
    }
  })
  test('a quorum asked of a college without seats would never be reached', () => {
    expect(fields(committee, { users: 4, elected: 2 })).toEqual([['quorum-agents', 'college-without-seats']])
  })
  test('a casting vote where each college must agree, or in secret', () => {
    const majority = { ...committee.vote.majority, castingVote: true }
    expect(fields({ ...committee, vote: { ...committee.vote, majority } })).toEqual([['castingVote', 'casting-vote-in-each-college']])
    expect(fields({ ...committee, vote: { manner: 'secret', majority: { ...majority, scope: 'overall' } } })).toEqual([
      ['castingVote', 'casting-vote-secret'],
    ])
  })
  test('an urgent notice as long as the usual one', () => {
    const convening = { ...committee.convening, urgent: committee.convening.delay }
    expect(fields({ ...committee, convening })).toEqual([['urgentN', 'urgency-longer']])
  })
})

test('the rules of every model go through the form and come back the same', () => {
  for (const { charter } of models) {
    const typed = RulesForm.parse({ ...typedFrom(charter), since: '2027-01-01', reason: 'Essai' })
    expect(charterTyped(typed)).toEqual(charter)
  }
})

test('a share is read back as it was written; anything else is no share', () => {
  const share = fc.oneof(
    fc.record({
      kind: fc.constantFrom('at-least' as const, 'more-than' as const),
      numerator: fc.integer({ min: 1, max: 99 }),
      denominator: fc.integer({ min: 100, max: 999 }),
    }),
    fc.record({ kind: fc.constant('number' as const), n: fc.integer({ min: 1, max: 999 }) }),
  )
  fc.assert(fc.property(share, one => void expect(readShare(shareText(one))).toEqual(one)))
  expect(['number 0', 'at-least 3/2', 'more-than 1', 'number 1/2', 'half', 'at-least 0/2', 'more-than 2/2'].map(readShare)).toEqual(
    Array(7).fill(undefined),
  )
  expect(readShare('')).toBeNull()
})

describe('is the commission compulsory above 10,000 inhabitants?', () => {
  test.each([
    ['a commune of 10,001', 'commune', 10_001, 'compulsory'],
    ['exactly 10,000: the law says more than', 'commune', 10_000, 'optional'],
    ['a commune of 9,800', 'commune', 9800, 'optional'],
    ['a population nobody recorded', 'commune', null, 'unknown'],
    ['an intercommunality has its own thresholds', 'intercommunality', 31_000, 'not-concerned'],
  ] as const)('%s', (_what, kind, population, is) => {
    expect(commissionDuty({ kind, population }, 10_000).is).toBe(is)
  })
})

describe('what is missing in the file of a year?', () => {
  const report = { kind: 'delegate-report', receivedOn: null, meetingId: null, opinion: '' } as const
  test.each([
    ['a report nobody sent', report, 'missing'],
    ['a report that came', { ...report, receivedOn: '2027-05-20' }, 'received'],
    ['a report discussed at a meeting', { ...report, receivedOn: '2027-05-20', meetingId: '4' }, 'examined'],
    [
      'a project seen at a meeting that gave no opinion',
      { ...report, kind: 'regie-project', receivedOn: '2027-05-20', meetingId: '4' },
      'received',
    ],
    ['a project with its opinion', { ...report, kind: 'regie-project', meetingId: '4', opinion: 'reserved' }, 'examined'],
  ] as const)('%s', (_what, line, expected) => {
    expect(lineState(line)).toBe(expected)
  })
  test('each requirement says how far it is', () => {
    const found = requirements({
      seats: 10,
      vacancies: 2,
      sittings: [
        { held: true, minutesApproved: true },
        { held: true, minutesApproved: false },
        { held: false, minutesApproved: false },
      ],
      lines: [report, { ...report, receivedOn: '2027-05-20', meetingId: '4' }],
      presented: false,
    })
    expect(found.map(one => [one.id, one.met, one.done, one.of])).toEqual([
      ['composition', false, 8, 10],
      ['meeting', true, 1, 1],
      ['reports', false, 1, 2],
      ['projects', true, 0, 0],
      ['minutes', false, 1, 2],
      ['presentation', false, 0, 1],
    ])
  })
})
