import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/rules'
import { checkClause } from './checkClause.ts'
import { mandateState } from './mandate.ts'
import { canStepMilestone, daysLate, type Milestone, milestoneState } from './milestones.ts'
import { spendingOf } from './money.ts'
import { clauseIsMet } from './reviewClause.ts'

const step: Milestone = { firstDueOn: '2026-03-31', dueOn: '2026-04-30', ended: null }

test.each([
  ['its day still counts', step, '2026-04-30', 'ahead', 0],
  ['the day after', step, '2026-05-01', 'late', 1],
  ['done in time', { ...step, ended: { kind: 'done', on: '2026-03-31' } }, '2026-06-01', 'done', 0],
  [
    'done within a delay: late against the day first promised',
    { ...step, ended: { kind: 'done', on: '2026-04-10' } },
    '2026-06-01',
    'done-late',
    0,
  ],
  ['given up', { ...step, ended: { kind: 'dropped', on: '2026-04-10' } }, '2026-06-01', 'dropped', 0],
] as const)('a step, %s', (_, milestone, today, state, late) => {
  expect([milestoneState(milestone, today), daysLate(milestone, today)]).toEqual([state, late])
})

test.each([
  ['done, late', { kind: 'done', note: '', dueOn: null }, '2026-06-01', null],
  ['put off without reason', { kind: 'delay', note: '', dueOn: '2026-06-30' }, '2026-05-10', 'no-note'],
  ['put off to an earlier day', { kind: 'delay', note: 'Pluie.', dueOn: '2026-04-29' }, '2026-04-01', 'not-later'],
  ['put off once late, to a day to come', { kind: 'delay', note: 'Pluie.', dueOn: '2026-06-30' }, '2026-05-10', null],
  ['put off once late, to a day already over', { kind: 'delay', note: 'Pluie.', dueOn: '2026-05-05' }, '2026-05-10', 'past'],
  ['given up without reason', { kind: 'dropped', note: '', dueOn: null }, '2026-05-10', 'no-note'],
] as const)('a step is %s', (_, said, today, refusal) => {
  const verdict = canStepMilestone(step, said, today)
  expect(verdict.ok ? null : verdict.because).toBe(refusal)
  expect(canStepMilestone({ ...step, ended: { kind: 'done', on: today } }, said, today).ok).toBe(false)
})

test('money adds up to the cent whatever the order of its lines, and a correction takes away what it corrects', () => {
  const line = fc.record({ kind: fc.constantFrom('voted', 'spent'), cents: fc.integer({ min: -1e9, max: 1e9 }) })
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (some, more) => {
      const [a, b, both] = [spendingOf(some), spendingOf(more), spendingOf([...more, ...some])]
      expect([both.voted, both.spent]).toEqual([a.voted + b.voted, a.spent + b.spent])
      expect(both.left).toBe(both.voted - both.spent)
      const undone = some.map(({ kind, cents }) => ({ kind, cents: -cents }))
      expect(spendingOf([...some, ...undone])).toEqual({ voted: 0, spent: 0, left: 0, share: null })
    }),
  )
})

const facts = (spent: number) => ({
  milestones: [step],
  spending: spendingOf([
    { kind: 'voted', cents: 10_000 },
    { kind: 'spent', cents: spent },
  ]),
})
test.each([
  ['a day, the day before', { kind: 'day', on: '2026-05-02', amount: null }, '2026-05-01', 0, false],
  ['a day, that day', { kind: 'day', on: '2026-05-02', amount: null }, '2026-05-02', 0, true],
  ['29 days late', { kind: 'late', on: null, amount: 30 }, '2026-05-29', 0, false],
  ['30 days late', { kind: 'late', on: null, amount: 30 }, '2026-05-30', 0, true],
  ['exactly 110 % spent', { kind: 'spending', on: null, amount: 110 }, '2026-05-01', 11_000, false],
  ['one cent more', { kind: 'spending', on: null, amount: 110 }, '2026-05-01', 11_001, true],
  ['in words, never by itself', { kind: 'words', on: null, amount: null }, '2030-01-01', 99_999, false],
] as const)('a review clause: %s', (_, clause, today, spent, met) => expect(clauseIsMet(clause, facts(spent), today)).toBe(met))

const asked = { kind: 'day', on: '2026-05-02', amount: null, condition: '', agenda: 'council' } as const
const alone = { ended: null, committee: null, service: null }
test.each([
  ['good', {}, alone, null],
  ['today', { on: '2026-05-01' }, alone, 'day'],
  ['without figure', { kind: 'late' }, alone, 'amount'],
  ['without words', { kind: 'words' }, alone, 'condition'],
  ['before a committee that does not exist', { agenda: 'committee' }, alone, 'committee'],
  ['before the committee of its service', { agenda: 'committee' }, { ...alone, service: '3' }, null],
  ['of an ended promise', {}, { ...alone, ended: {} }, 'ended'],
] as const)('a clause %s', (_, more, commitment, refusal) => {
  const verdict = checkClause({ ...asked, ...more }, commitment, '2026-05-01')
  expect(verdict.ok ? null : verdict.because).toBe(refusal)
})

const promise = (isLate: boolean, isKept = false, isWithdrawn = false) => ({ isLate, isKept, isWithdrawn })
test.each([
  ['one late among others kept', 'running', [promise(false, true), promise(true)], 'late'],
  ['every promise kept', 'running', [promise(false, true), promise(false, false, true)], 'kept'],
  ['one still runs', 'decided', [promise(false, true), promise(false)], 'in-time'],
  ['decided, nothing promised', 'decided', [], 'unpromised'],
  ['decided, everything withdrawn', 'decided', [promise(false, false, true)], 'unpromised'],
  ['discussed', 'co-construction', [], 'shaping'],
  ['withdrawn', 'withdrawn', [], 'closed'],
] as const)('a measure of the mandate: %s', (_, stage, promises, state) => expect(mandateState(stage, promises)).toBe(state))

test('a step is never late on or before its day', () => {
  const day = fc.integer({ min: 0, max: 400 }).map(n => addDays('2026-01-01', n))
  fc.assert(
    fc.property(day, day, (dueOn, today) => {
      expect(daysLate({ firstDueOn: dueOn, dueOn, ended: null }, today) > 0).toBe(today > dueOn)
    }),
  )
})
