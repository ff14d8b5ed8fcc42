import { describe, expect, test } from 'vitest'
import { delayKept, quorumOf, resultOf } from '#engines/meetings'
import { charterOn, listDays, seatsOn } from '../parameters.ts'
import { timeliness } from './examined.ts'
import { addMonths, enforceableOn } from './enforceable.ts'

const town = charterOn('2027-03-01', 9800)
const village = charterOn('2027-03-01', 3499)

describe('is the council convened in time? (CGCT L2121-11, L2121-12)', () => {
  test.each([
    // sent          session       town   village why
    ['2027-03-05', '2027-03-11', true, true, '6, 7, 8, 9 and 10 March are five clear days, Sunday included'],
    ['2027-03-06', '2027-03-11', false, true, 'four clear days: enough for a village only'],
    ['2027-03-08', '2027-03-11', false, false, 'two clear days'],
    ['2027-03-07', '2027-03-11', false, true, 'sent on a Sunday: 8, 9 and 10 are three clear days'],
    ['2027-04-30', '2027-05-06', true, true, '1 May counts: a holiday carries nothing over (CE, 13 October 1993)'],
    ['2027-05-01', '2027-05-06', false, true, 'sent on a holiday: 2 to 5 May are four'],
    ['2027-03-25', '2027-03-31', true, true, 'Easter Monday (29) counts, and summer time begins on the 28th'],
    ['2027-03-26', '2027-03-31', false, true, 'the day of summer time has 23 hours and is one day'],
    ['2027-10-27', '2027-11-02', true, true, 'winter time begins on 31 October; All Saints counts'],
    ['2028-02-24', '2028-03-01', true, true, 'a leap year: 25 to 29 February'],
    ['2027-02-23', '2027-03-01', true, true, 'no leap year: 24 to 28 February'],
    ['2028-02-25', '2028-03-01', false, true, 'a leap year, one day short'],
    ['2026-12-28', '2027-01-03', true, true, 'over the new year'],
    ['2027-03-11', '2027-03-11', false, false, 'the same day'],
  ])('sent %s, held %s', (sent, held, inTown, inVillage, why) => {
    expect(delayKept(sent, held, town.convening.delay).kept, why).toBe(inTown)
    expect(delayKept(sent, held, village.convening.delay).kept, why).toBe(inVillage)
  })

  test.each([
    ['2027-03-09', '2027-03-11', true, 'Wednesday is the one clear day'],
    ['2027-03-10', '2027-03-11', false, 'the day before: none'],
    ['2027-03-27', '2027-03-29', true, 'Sunday of summer time is a clear day'],
  ])('in an emergency, sent %s, held %s', (sent, held, kept, why) => {
    expect(delayKept(sent, held, town.convening.urgent!).kept, why).toBe(kept)
  })

  test('the threshold is 3,500 inhabitants, included; a population that nobody knows is held to the longer notice', () => {
    const notice = (population: number | null) => charterOn('2027-03-01', population).convening.delay.n
    expect([3499, 3500, null].map(notice)).toEqual([3, 5, 5])
    const note = (population: number | null) => charterOn('2027-03-01', population).agenda.noteRequired
    expect([3499, 3500, null].map(note)).toEqual([false, true, true])
  })

  test('a second convening leaves three days', () => {
    expect(delayKept('2027-03-11', '2027-03-14', town.quorum.second!).kept).toBe(true)
    expect(delayKept('2027-03-11', '2027-03-13', town.quorum.second!).kept).toBe(false)
  })
})

const seats = (n: number) => Array.from({ length: n }, (_, at) => ({ member: `m${at + 1}`, college: 'elected' as const }))
const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `m${from + at}`)

describe('can the council of 29 deliberate? (CGCT L2121-17)', () => {
  test.each([
    // present, proxies, withdrawn → reached
    ['fifteen of twenty-nine are more than half', 15, 0, 0, true],
    ['fourteen are not', 14, 0, 0, false],
    ['fourteen with fourteen proxies are not: proxies do not count', 14, 14, 0, false],
    ['one member withdraws: fourteen of twenty-eight are exactly half, which is not more', 15, 0, 1, false],
    ['one withdraws and fifteen of twenty-eight stay', 16, 0, 1, true],
    ['three withdraw: fourteen of twenty-six', 17, 0, 3, true],
  ])('%s', (_what, present, proxies, withdrawn, reached) => {
    const quorum = quorumOf({
      seats: seats(29),
      present: names(1, present),
      proxies: names(present + 1, present + proxies).map((giver, at) => ({ giver, holder: `m${at + 1}` })),
      withdrawn: names(1, withdrawn),
      rule: town.quorum,
    })
    expect(quorum.reached).toBe(reached)
  })
  test('a second convening sits whatever the number', () => {
    expect(quorumOf({ seats: seats(29), present: ['m1'], proxies: [], rule: town.quorum, secondConvening: true }).reached).toBe(true)
  })
})

describe('is it adopted? (CGCT L2121-20)', () => {
  test.each([
    // for, against, abstention, mayor, manner → outcome
    ['more for than against, abstentions aside', 10, 9, 8, 'against', 'named', 'carried'],
    ['everyone else abstains', 1, 0, 26, 'for', 'named', 'carried'],
    ['equal: the mayor was for', 13, 13, 1, 'for', 'show-of-hands', 'carried'],
    ['equal: the mayor was against', 13, 13, 1, 'against', 'named', 'rejected'],
    ['equal: the mayor abstained', 13, 13, 1, 'abstention', 'named', 'tied'],
    ['equal in secret: nobody prevails', 13, 13, 1, 'for', 'secret', 'tied'],
    ['nobody for nor against', 0, 0, 27, 'abstention', 'named', 'rejected'],
  ] as const)('%s', (_what, yes, no, abstention, chair, manner, outcome) => {
    const counts = { elected: { for: yes, against: no, abstention, blank: 0 } }
    expect(resultOf({ counts, sitting: { elected: 29 }, majority: town.vote.majority, manner, chair }).outcome).toBe(outcome)
  })
})

test.each([
  [99, 7],
  [100, 11],
  [499, 11],
  [3499, 23],
  [3500, 27],
  [4999, 27],
  [5000, 29],
  [9800, 29],
  [10_000, 33],
  [300_000, 69],
  [null, null],
])('a commune of %s inhabitants has %s members in its council (L2121-2)', (population, members) =>
  expect(seatsOn('2027-03-01', population)).toBe(members),
)

describe('is the list published within a week? (L2121-25)', () => {
  test.each([
    ['2027-03-18T22:30:00Z', '2027-03-20', false, 0, 'the last evening, 23 h 30 in Paris'],
    ['2027-03-18T23:30:00Z', '2027-03-20', true, 1, 'half an hour after midnight in Paris'],
    ['2027-03-12T09:00:00Z', '2027-06-01', false, 0, 'published the day after: never late later on'],
    [null, '2027-03-18', false, 0, 'not yet, on the last day'],
    [null, '2027-03-25', true, 7, 'still not, a week later'],
  ])('published %s, looked at on %s', (at, today, late, days, why) => {
    expect(timeliness('2027-03-11', listDays('2027-03-11'), at, today), why).toMatchObject({ dueOn: '2027-03-18', late, days })
  })
})

describe('from when may it be enforced? (L2131-1)', () => {
  test.each([
    ['2027-03-12', '2027-03-15', true, '2027-03-15', 'published, then received'],
    ['2027-03-15', '2027-03-12', true, '2027-03-15', 'received, then published'],
    ['2027-03-12', null, true, null, 'not received yet'],
    [null, '2027-03-12', true, null, 'not published yet'],
    ['2027-03-12', null, false, '2027-03-12', 'not to be sent'],
  ])('published %s, received %s', (publishedOn, receivedOn, isTransmissible, expected, why) =>
    expect(enforceableOn({ publishedOn, receivedOn, isTransmissible }), why).toBe(expected),
  )
  test.each([
    ['2027-03-15', '2027-05-15'],
    ['2027-12-31', '2028-02-29'],
    ['2026-12-31', '2027-02-28'],
    ['2027-07-31', '2027-09-30'],
  ])('two months after %s is %s', (day, later) => expect(addMonths(day, 2)).toBe(later))
})
