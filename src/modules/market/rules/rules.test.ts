import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absencesOf, isTooMany, nextStep } from './absences.ts'
import { invoiceLines, sumOfBooks, totalOf } from './accounts.ts'
import { bySeniority, callLine } from './callOrder.ts'
import { feeOf } from './feeOf.ts'
import { rotationOf, shannonOf, vacancyOf } from './indicators.ts'
import { askedOf, missingOn } from './papers.ts'
import { isSiret } from './siret.ts'
import { bestFit, freeOf, groundOf, hasPower, isGround, lengthOf, meet, type Pitch } from './stretches.ts'
import { addMonths, canPresent } from './succession.ts'

const tariff = { metreCents: 155, leastCents: 400, powerCents: 300 }
test.each([
  [40, false, 620],
  [35, false, 543], // 542,5 cents: half a cent goes up
  [20, false, 400], // 3,10 €: the minimum
  [35, true, 843],
])('%i dm, power %s: %i cents', (decimetres, power, cents) => expect(feeOf(tariff, decimetres, power).cents).toBe(cents))

test('a fee is never more than half a cent from the exact price, and grows with the length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 500 }), (metreCents, decimetres) => {
      const free = { metreCents, leastCents: 0, powerCents: 0 }
      const { cents } = feeOf(free, decimetres, false)
      expect(Math.abs(cents * 10 - decimetres * metreCents)).toBeLessThanOrEqual(5)
      expect(feeOf(free, decimetres + 1, false).cents).toBeGreaterThanOrEqual(cents)
    }),
  )
})

test('books add up to the cent, whichever way they are grouped', () => {
  const book = fc
    .record({
      cash: fc.integer({ min: -50_000, max: 50_000 }),
      cheque: fc.nat(50_000),
      card: fc.nat(50_000),
      later: fc.nat(50_000),
      counted: fc.option(fc.nat(50_000)),
    })
    .map(one => ({ ...one, total: one.cash + one.cheque + one.card + one.later }))
  fc.assert(
    fc.property(fc.array(book, { maxLength: 12 }), fc.nat(12), (books, cut) => {
      const [all, left, right] = [sumOfBooks(books), sumOfBooks(books.slice(0, cut)), sumOfBooks(books.slice(cut))]
      expect(all.total).toBe(all.cash + all.cheque + all.card + all.later)
      for (const key of ['cash', 'cheque', 'card', 'later', 'total', 'difference', 'uncounted'] as const)
        expect(all[key]).toBe(left[key] + right[key])
    }),
  )
})

test('a month is the sum of its days, each at the price of its day', () => {
  const tariffOn = (day: string) =>
    day < '2026-11-15' ? { metreCents: 100, leastCents: 400, powerCents: 0 } : { metreCents: 110, leastCents: 400, powerCents: 0 }
  const lines = invoiceLines(['2026-11-18', '2026-11-04', '2026-11-11'], { decimetres: 65, hasPower: false }, tariffOn)
  expect(lines.map(line => [line.on, line.cents])).toEqual([
    ['2026-11-04', 650],
    ['2026-11-11', 650],
    ['2026-11-18', 715],
  ])
  expect(totalOf(lines)).toBe(2015)
})

const pitches = fc
  .array(
    fc.record({
      alley: fc.constantFrom('1', '2', '10'),
      gap: fc.constantFrom(0, 0, 15),
      length: fc.integer({ min: 5, max: 80 }),
      hasPower: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map(rows => {
    const end = new Map<string, number>()
    return rows.map(({ alley, gap, length, hasPower: power }, index): Pitch => {
      const from = (end.get(alley) ?? 0) + gap
      end.set(alley, from + length)
      return { id: String(index), number: String(index), alley, from, to: from + length, hasPower: power, hasWater: false }
    })
  })
test('whoever is placed by the method stands on free ground, wholly, beside a socket when they need one', () => {
  fc.assert(
    fc.property(
      pitches,
      fc.array(fc.record({ length: fc.integer({ min: 5, max: 120 }), needsPower: fc.boolean() }), { maxLength: 20 }),
      (ground, asked) => {
        const taken: { alley: string; from: number; to: number }[] = []
        for (const one of asked) {
          const place = bestFit(ground, taken, one)
          if (!place) continue
          expect(lengthOf(place)).toBe(one.length)
          expect(isGround(ground, place)).toBe(true)
          expect(taken.some(other => meet(other, place))).toBe(false)
          if (one.needsPower) expect(hasPower(ground, place)).toBe(true)
          taken.push(place)
        }
        const all = (pieces: readonly { from: number; to: number }[]) => pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0)
        expect(all(taken) + all(freeOf(ground, taken))).toBe(all(groundOf(ground)))
      },
    ),
  )
})
test('pitches that touch are merged, a passage is not crossed, the shortest piece is cut', () => {
  const pitch = (number: string, from: number, to: number): Pitch => ({
    id: number,
    number,
    alley: '1',
    from,
    to,
    hasPower: false,
    hasWater: false,
  })
  const ground = [pitch('1', 0, 40), pitch('2', 40, 80), pitch('3', 100, 150)]
  expect(bestFit(ground, [], { length: 70, needsPower: false })).toEqual({ alley: '1', from: 0, to: 70 })
  expect(bestFit(ground, [], { length: 45, needsPower: false })).toEqual({ alley: '1', from: 100, to: 145 })
  expect(bestFit(ground, [], { length: 90, needsPower: false })).toBeNull()
  expect(bestFit(ground, [], { length: 40, needsPower: true })).toBeNull()
})

test('seniority is a total order: nobody is level with anybody else', () => {
  const order = bySeniority('2026-11-04')
  const called = fc.record({
    key: fc.uuid(),
    name: fc.constantFrom('Miel', 'Olives'),
    since: fc.constantFrom('2010-01-01', '2020-01-01'),
    attended: fc.integer({ min: 0, max: 2 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(called, { selector: one => one.key, maxLength: 8 }), traders => {
      const sorted = traders.toSorted(order)
      expect(traders.toReversed().toSorted(order)).toEqual(sorted)
      for (const [at, one] of sorted.entries()) if (at > 0) expect(order(sorted[at - 1]!, one)).toBeLessThan(0)
    }),
  )
  const level = ['a', 'b', 'c', 'd'].map(key => ({ key, name: 'Miel', since: '2020-01-01', attended: 0 }))
  const days = Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')}`)
  expect(new Set(days.map(day => level.toSorted(bySeniority(day))[0]?.key)).size).toBe(4)
  expect(callLine({ key: '3f2a91bc-7d20-4c00-8000-000000000001' })).toBe('passager 3f2a91bc-7d20') // no name: the list is public
})

test.each([
  ['73282932000074', true],
  ['73282932000075', false],
  ['35600000000048', true],
  ['7328293200007', false],
])('SIRET %s: %s', (siret, right) => expect(isSiret(siret)).toBe(right))

test('a producer needs no itinerant card; the last day of a paper still counts', () => {
  const asked = askedOf({ isProducer: true, isOrganic: true, sellsFood: true })
  expect(asked).toEqual(['insurance', 'registration', 'hygiene', 'organic'])
  const papers = [
    { kind: 'insurance', expiresOn: '2026-11-04', isRefused: false },
    { kind: 'registration', expiresOn: null, isRefused: true },
    { kind: 'hygiene', expiresOn: null, isRefused: false },
  ] as const
  expect(missingOn(asked, papers, '2026-11-04')).toEqual(['registration', 'organic'])
  expect(missingOn(asked, papers, '2026-11-05')).toEqual(['insurance', 'registration', 'organic'])
})

test('absences in a row stop at a presence; an accepted reason is not counted', () => {
  const day = (on: string, isPresent: boolean, isExcused = false) => ({ on, isPresent, isExcused })
  const days = [
    day('2025-12-31', false),
    day('2026-01-07', true),
    day('2026-01-14', false),
    day('2026-01-21', false, true),
    day('2026-01-28', false),
  ]
  expect(absencesOf(days, '2026')).toEqual({ inARow: 2, inTheYear: 2 })
  expect(isTooMany({ inARow: 4, inTheYear: 10 }, { inARow: 4, inTheYear: 10 })).toBe(false)
  expect(isTooMany({ inARow: 5, inTheYear: 5 }, { inARow: 4, inTheYear: 10 })).toBe(true)
})
test('reminder, warning, hearing, withdrawal: in turn, each after the last day of the one before, never unheard', () => {
  const step = (
    kind: 'reminder' | 'warning' | 'hearing',
    dueOn: string,
    heardOn: string | null = null,
    liftedOn: string | null = null,
  ) => ({ kind, dueOn, heardOn, liftedOn })
  expect(nextStep([], '2026-01-01')).toEqual({ ok: true, kind: 'reminder' })
  expect(nextStep([step('reminder', '2026-01-15')], '2026-01-15')).toEqual({ ok: false, because: 'not-due', kind: 'warning' })
  expect(nextStep([step('reminder', '2026-01-15')], '2026-01-16')).toEqual({ ok: true, kind: 'warning' })
  expect(nextStep([step('reminder', '2026-01-15', null, '2026-01-10')], '2026-02-01')).toEqual({ ok: true, kind: 'reminder' })
  const heard = [step('reminder', '2026-01-15'), step('warning', '2026-02-01'), step('hearing', '2026-03-01')]
  expect(nextStep(heard, '2026-04-01')).toEqual({ ok: false, because: 'not-heard', kind: 'withdrawal' })
  expect(nextStep([...heard.slice(0, 2), step('hearing', '2026-03-01', '2026-03-01')], '2026-04-01')).toEqual({
    ok: true,
    kind: 'withdrawal',
  })
})

test.each([
  ['transfer', '2026-06-01', '2023-06-01', '2026-06-01', true],
  ['transfer', '2026-05-31', '2023-06-01', '2026-06-01', 'too-recent'],
  ['death', '2026-01-31', '2010-01-01', '2026-07-31', true],
  ['death', '2026-01-31', '2010-01-01', '2026-08-01', 'too-late'],
  ['retirement', '2026-09-01', '2010-01-01', '2026-08-01', 'not-yet'],
] as const)('a successor after a %s on %s', (cause, causedOn, since, today, said) => {
  const verdict = canPresent({ cause, causedOn, since, today, years: 3, months: 6 })
  expect(verdict.ok || verdict.because).toBe(said)
})
test('two months after the 31st of December is the last of February', () => expect(addMonths('2026-12-31', 2)).toBe('2027-02-28'))

test('indicators: empty metres, variety, newcomers', () => {
  expect(
    vacancyOf([
      { offered: 1000, taken: 750 },
      { offered: 1000, taken: 250 },
    ]),
  ).toBe(0.5)
  expect(vacancyOf([])).toBeNull()
  expect(shannonOf([5])).toBe(0)
  expect(shannonOf([3, 3, 3, 3])).toBeCloseTo(Math.log(4), 12)
  expect(rotationOf(new Set(['a', 'b']), new Set(['b', 'c', 'd', 'a']))).toBe(0.5)
})
