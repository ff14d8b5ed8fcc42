import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/rules'
import { accountOf, mostOf } from './account.ts'
import { priorityOf, type Situation, yearsWaited } from './priority.ts'
import { isReleased, mayObject, mayTakeStep, nextKind, type OpenStep } from './procedure.ts'
import { stageOf } from './rounds.ts'
import { holderKinds, plotKinds } from './terms.ts'
import { whyNot, wishesIn } from './wishes.ts'

const resident: Situation = { holder: 'person', livesHere: true, withoutLand: true, lowIncome: false, waitedYears: 0 }
test.each<[string, Partial<Situation>, number]>([
  ['without a garden', {}, 2],
  ['without a garden, waiting for two years', { waitedYears: 2 }, 1],
  ['without a garden, waiting for one year', { waitedYears: 1 }, 2],
  ['without a garden, on a minimum income', { lowIncome: true }, 1],
  ['with a garden, even after years', { withoutLand: false, waitedYears: 5 }, 3],
  ['with a garden and a minimum income', { withoutLand: false, lowIncome: true }, 3],
  ['from another commune, whatever the rest', { livesHere: false, lowIncome: true, waitedYears: 9 }, 4],
])('%s: tier', (_, facts, tier) => {
  expect(priorityOf({ ...resident, ...facts }, { waitedYears: 2 })).toBe(tier)
})

test('years waited are counted in a row, and start again after a plot or a year without asking', () => {
  const [asked, received, absent] = [
    { asked: true, received: false },
    { asked: true, received: true },
    { asked: false, received: false },
  ]
  expect(yearsWaited([])).toBe(0)
  expect(yearsWaited([asked, asked])).toBe(2)
  expect(yearsWaited([asked, received, asked])).toBe(1)
  expect(yearsWaited([absent, asked, asked])).toBe(0)
})

test('raised beds are for who needs them, shared plots for groups', () => {
  const said = holderKinds.map(holder => plotKinds.map(kind => whyNot({ holder, needsRaised: false }, kind)))
  expect(said).toEqual([
    [null, 'raised-beds', 'for-groups'],
    [null, 'raised-beds', 'for-groups'],
    ['for-people', 'for-people', null],
    ['for-people', 'for-people', null],
    ['for-people', 'for-people', null],
  ])
  expect(whyNot({ holder: 'person', needsRaised: true }, 'raised')).toBeNull()
  expect(whyNot({ holder: 'person', needsRaised: true }, 'ground')).toBeNull()
})

test('the wishes of the draw are all plots that they may have, each once, the stated ones first', () => {
  const free = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[1-9]\d?$/), kind: fc.constantFrom(...plotKinds) }), {
    selector: plot => plot.id,
  })
  const asked = fc.record({
    holder: fc.constantFrom(...holderKinds),
    needsRaised: fc.boolean(),
    wishes: fc.array(fc.stringMatching(/^[1-9]\d?$/), { maxLength: 3 }),
    takesAny: fc.boolean(),
  })
  fc.assert(
    fc.property(free, asked, (plots, one) => {
      const wishes = wishesIn(one, plots)
      expect(new Set(wishes).size).toBe(wishes.length)
      for (const id of wishes) expect(whyNot(one, plots.find(plot => plot.id === id)!.kind)).toBeNull()
      const may = plots.filter(plot => whyNot(one, plot.kind) === null)
      if (one.takesAny) expect(wishes.length).toBe(may.length)
      const stated = [...new Set(one.wishes)].filter(id => may.some(plot => plot.id === id))
      expect(wishes.slice(0, stated.length)).toEqual(stated)
    }),
  )
})

const step = (kind: OpenStep['kind'], dueOn: string, isContested = false): OpenStep => ({
  kind,
  issuedOn: '2026-05-01',
  dueOn,
  isContested,
})
const visit = (on: string, state: 'kept' | 'started' | 'neglected' = 'neglected') => ({ on, state })
test.each([
  ['nobody came', [], null, '2026-06-01', 'no-visit'],
  ['the plot is kept', [], visit('2026-06-01', 'kept'), '2026-06-01', 'not-neglected'],
  ['work has begun', [], visit('2026-06-01', 'started'), '2026-06-01', 'not-neglected'],
  ['neglected', [], visit('2026-06-01'), '2026-06-01', null],
  ['the last day of the reminder', [step('reminder', '2026-06-22')], visit('2026-06-22'), '2026-06-22', 'too-early'],
  ['after it, without a new visit', [step('reminder', '2026-06-22')], visit('2026-06-20'), '2026-06-23', 'visit-again'],
  ['after it, visited, still neglected', [step('reminder', '2026-06-22')], visit('2026-06-23'), '2026-06-23', null],
  ['after it, visited, kept', [step('reminder', '2026-06-22')], visit('2026-06-23', 'kept'), '2026-06-23', 'not-neglected'],
  ['contested', [step('reminder', '2026-06-22', true)], visit('2026-06-23'), '2026-06-23', 'contested'],
  [
    'a notice, whose last day counts',
    [step('reminder', '2026-06-22'), step('notice', '2026-07-23')],
    visit('2026-07-23'),
    '2026-07-23',
    'too-early',
  ],
  ['a notice that has passed', [step('reminder', '2026-06-22'), step('notice', '2026-07-23')], visit('2026-07-24'), '2026-07-24', null],
  ['released already', [step('release', '2026-08-08')], visit('2026-08-09'), '2026-08-09', 'over'],
] as const)('next step: %s', (_, steps, lastVisit, today, because) => {
  const verdict = mayTakeStep({ steps, lastVisit, today })
  expect(verdict.ok ? null : verdict.because).toBe(because)
})

test('one step never hides another: reminder, notice, release, in that order', () => {
  expect(nextKind([])).toBe('reminder')
  expect(nextKind([{ kind: 'reminder' }])).toBe('notice')
  expect(nextKind([{ kind: 'notice' }, { kind: 'reminder' }])).toBe('release')
  expect(nextKind([{ kind: 'release' }])).toBeNull()
})

test('one may object until the last day, once; a release waits for the answer', () => {
  const open = { dueOn: '2026-08-08', isOver: false, hasObjection: false, today: '2026-08-08' }
  expect(mayObject(open)).toEqual({ ok: true })
  expect(mayObject({ ...open, today: '2026-08-09' })).toMatchObject({ because: 'too-late' })
  expect(mayObject({ ...open, hasObjection: true })).toMatchObject({ because: 'already' })
  expect(mayObject({ ...open, isOver: true })).toMatchObject({ because: 'over' })
  expect(isReleased(step('release', '2026-08-08'), '2026-08-08')).toBe(false)
  expect(isReleased(step('release', '2026-08-08'), '2026-08-09')).toBe(true)
  expect(isReleased(step('release', '2026-08-08', true), '2026-12-09')).toBe(false)
  expect(isReleased(step('notice', '2026-08-08'), '2026-12-09')).toBe(false)
})

test('a plot is never taken without at least the delays of the three steps and three visits', () => {
  const delays = { reminder: 21, notice: 30, release: 15 }
  fc.assert(
    fc.property(fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), visits: fc.boolean() }), { maxLength: 60 }), moves => {
      let [today, steps, lastVisit]: [string, OpenStep[], { on: string; state: 'neglected' } | null] = ['2026-04-01', [], null]
      let visits = 0
      for (const move of moves) {
        today = addDays(today, move.wait)
        if (move.visits) [lastVisit, visits] = [visit(today) as { on: string; state: 'neglected' }, visits + 1]
        const kind = nextKind(steps)
        if (kind && mayTakeStep({ steps, lastVisit, today }).ok) steps = [...steps, step(kind, addDays(today, delays[kind]))]
      }
      const release = steps.find(({ kind }) => kind === 'release')
      if (!release) return
      expect(visits).toBeGreaterThanOrEqual(3)
      expect(release.dueOn >= addDays('2026-04-01', 21 + 30 + 15 + 2)).toBe(true)
    }),
  )
})

test('an account says what is owed and what is held; nothing is paid twice', () => {
  const lines = [
    { kind: 'fee', cents: 5000 },
    { kind: 'deposit', cents: 3000 },
    { kind: 'fee-paid', cents: 2000 },
    { kind: 'deposit-paid', cents: 3000 },
    { kind: 'deposit-kept', cents: 1000 },
  ] as const
  const account = accountOf(lines)
  expect(account).toEqual({ feeOwed: 3000, depositOwed: 0, depositHeld: 2000 })
  expect([mostOf('fee-paid', account), mostOf('deposit-paid', account), mostOf('deposit-returned', account)]).toEqual([3000, 0, 2000])
})

test.each([
  ['2026-01-31', false, false, 'announced'],
  ['2026-02-01', false, false, 'open'],
  ['2026-02-28', false, false, 'open'],
  ['2026-03-01', false, false, 'closed'],
  ['2026-03-02', true, false, 'published'],
  ['2026-03-09', true, true, 'drawn'],
  ['2027-01-31', true, true, 'drawn'],
  ['2027-02-01', true, true, 'over'],
] as const)('on %s (published %s, drawn %s) a round is %s', (today, isPublished, isDrawn, stage) => {
  const dates = { opensOn: '2026-02-01', closesOn: '2026-02-28', seasonTo: '2027-01-31', isPublished, isDrawn }
  expect(stageOf(dates, today)).toBe(stage)
})
