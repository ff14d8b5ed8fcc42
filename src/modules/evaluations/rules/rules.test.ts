import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuestionnaire, Questionnaire, questionsOf, readWhole } from '#engines/surveys'
import { addDays, daysBetween } from '#kernel/rules'
import { national } from '../national.ts'
import { addMonths, nextDates, type Recurrence, stateOn } from './campaign.ts'
import { indicatorsOf, nextIndicators } from './indicators.ts'
import { microdataOf, waitingClass } from './microdata.ts'
import { questionnaireOf } from './questionnaireOf.ts'

const local = [{ kind: 'yes-no' as const, fr: 'Les horaires vous conviennent-ils ?', en: 'Do the hours suit you?' }]
const questionnaire = Questionnaire.parse(questionnaireOf(national, local))

describe('the national questionnaire', () => {
  test('keeps the codes of the country, each with its source, and can be opened', () => {
    expect(checkQuestionnaire(questionnaire)).toEqual([])
    expect(national.map(({ code }) => code)).toEqual([
      'satisfaction',
      'comprehension',
      'contact_tried',
      'contact_reached',
      'contact_satisfaction',
      'verbatim',
    ])
    const satisfaction = questionsOf(questionnaire)[0]
    expect(satisfaction?.kind === 'one' && satisfaction.options.map(({ code }) => code)).toEqual([
      'very_good',
      'good',
      'medium',
      'bad',
      'very_bad',
      'neutral',
    ])
  })

  test('asks whether the administration was reached only to those who looked for it there', () => {
    const read = (tried: string) =>
      readWhole(questionnaire, { satisfaction: 'good', contact_tried: tried, contact_reached: 'yes', contact_satisfaction: 'bad' }).answers
    expect(read('phone')).toMatchObject({ contact_reached: 'yes', contact_satisfaction: 'bad' })
    expect(read('relatives')).toEqual({ satisfaction: 'good', contact_tried: ['relatives'] })
  })

  test('never keeps free words', () => {
    expect(questionsOf(questionnaire).some(({ kind }) => kind === 'long' || kind === 'short')).toBe(false)
    expect(readWhole(questionnaire, { satisfaction: 'good', verbatim: 'Mme Roussel' }).answers).toEqual({ satisfaction: 'good' })
  })
})

test.each([
  ['2026-03-01', null, 'planned'],
  ['2026-03-02', null, 'open'],
  ['2026-03-15', null, 'open'],
  ['2026-03-16', null, 'closed'],
  ['2026-03-10', '2026-03-09', 'closed'],
] as const)('a campaign from 2 to 15 March, on %s, closed on %s: %s', (day, closedOn, state) =>
  expect(stateOn({ opensOn: '2026-03-02', closesOn: '2026-03-15', recurrence: 'year' }, closedOn, day)).toBe(state),
)

test.each<readonly [Recurrence, string, ReturnType<typeof nextDates>]>([
  ['once', '2026-03-16', null],
  ['year', '2026-03-16', { opensOn: '2027-03-02', closesOn: '2027-03-15' }],
  ['quarter', '2026-03-16', { opensOn: '2026-06-02', closesOn: '2026-06-15' }],
  ['quarter', '2026-08-01', { opensOn: '2026-08-02', closesOn: '2026-08-15' }],
  ['continuous', '2026-03-16', { opensOn: '2026-03-16', closesOn: '2026-06-15' }],
  ['continuous', '2026-03-10', { opensOn: '2026-03-11', closesOn: '2026-06-10' }],
])('a campaign that comes back %s, closed on %s', (recurrence, today, dates) =>
  expect(nextDates({ opensOn: '2026-03-02', closesOn: '2026-03-15', recurrence }, today)).toEqual(dates),
)

test('the next campaign never overlaps the one before, nor lies in the past', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map(n => addDays('2024-01-01', n))
  fc.assert(
    fc.property(
      day,
      fc.nat(80),
      fc.nat(200),
      fc.constantFrom<Recurrence>('quarter', 'year', 'continuous'),
      (opensOn, length, later, recurrence) => {
        const closesOn = addDays(opensOn, length)
        const today = addDays(closesOn, later)
        const next = nextDates({ opensOn, closesOn, recurrence }, today)!
        expect(next.opensOn > closesOn && next.opensOn >= today && next.closesOn >= next.opensOn).toBe(true)
        if (recurrence !== 'continuous') expect(daysBetween(next.opensOn, next.closesOn)).toBe(length)
      },
    ),
  )
})

test('a month later, on the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
})

describe('indicators', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => ({
    satisfaction: at < 9 ? 'good' : at < 11 ? 'bad' : 'neutral',
    comprehension: at < 6 ? 4 : 3,
    waiting: at,
    ...(at < 3 ? { contact_reached: 'yes' } : {}),
  }))
  test('count opinions, not the absence of one, and say of how many', () => {
    expect(indicatorsOf(twelve, 5)).toEqual({
      satisfaction: { value: 82, n: 11 },
      clarity: { value: 3.5, n: 12 },
      waiting: { value: 5.5, n: 12 },
    })
    expect(indicatorsOf(twelve, 3).help).toEqual({ value: 100, n: 3 })
    expect(indicatorsOf(twelve, 12).satisfaction).toBeUndefined()
    expect(indicatorsOf([], 0)).toEqual({})
  })
  test('the order of answers changes nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(twelve, { minLength: 12 }),
        list => void expect(indicatorsOf(list, 5)).toEqual(indicatorsOf(twelve, 5)),
      ),
    )
  })
  test('a figure changes only with enough newcomers to hide each of them', () => {
    const before = { waiting: { value: 10, n: 20 } }
    expect(nextIndicators(before, { waiting: { value: 11, n: 22 } }, 5)).toEqual(before)
    expect(nextIndicators(before, { waiting: { value: 11, n: 25 } }, 5)).toEqual({ waiting: { value: 11, n: 25 } })
    expect(nextIndicators(before, {}, 5)).toEqual(before)
    expect(nextIndicators({}, { help: { value: 60, n: 6 } }, 5)).toEqual({ help: { value: 60, n: 6 } })
  })
})

test('answers become columns, no opinion being no answer', () => {
  const { columns } = microdataOf(questionnaire, [
    { satisfaction: 'neutral', waiting: 5, contact_tried: ['phone', 'none'], local_1: 'no' },
    { satisfaction: 'bad', comprehension: 2 },
  ])
  const answers = Object.fromEntries(columns.map(column => [column.id, column.answers]))
  expect(answers).toMatchObject({
    satisfaction: [null, 'bad'],
    comprehension: [null, '2'],
    waiting: ['0-5', null],
    contact_tried: [['phone', 'none'], null],
    local_1: ['no', null],
  })
  expect([0, 5, 6, 20, 21, 480].map(waitingClass)).toEqual(['0-5', '0-5', '6-10', '11-20', '21-40', '41+'])
})
