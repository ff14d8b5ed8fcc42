import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOf, entryKinds } from './accountOf.ts'
import { allocate, applicationLine } from './allocate.ts'
import { countedOf, requoted } from './earlyEnd.ts'
import { rulesFrom, type RulesGiven } from './policy.ts'
import { quoteOf } from './quoteOf.ts'
import { largestRemainders, shareAccounts } from './shares.ts'
import { minutesAfter } from './spans.ts'
import { type Known, standingFor } from './standingFor.ts'
import { waitingOrder } from './waitingOrder.ts'

const nobodySpecial: Known = {
  now: '2026-12-01T09:00:00.000Z',
  age: 30,
  residence: 'verified',
  organisations: [],
  isMember: false,
  permits: [],
  documents: [],
  suspendedUntil: null,
  bookings: [],
}
const hour = { kind: 'time', startsAt: '2026-12-03T09:00:00.000Z', endsAt: '2026-12-03T10:00:00.000Z' } as const
const permits = [{ permit: 'lab:laser', label: 'Laser', path: '/fablab' }]

describe('who may book', () => {
  const documents = [{ document: 'lab:safety', edition: 2, label: 'Sécurité' }]
  test.each<[string, RulesGiven, Partial<Known>, readonly string[]]>([
    ['nothing is asked', {}, {}, []],
    ['the permit was never gained', { permits }, {}, ['permit-missing']],
    [
      'the permit ends the day before',
      { permits },
      { permits: [{ name: 'lab:laser', since: '2026-01-01', until: '2026-12-02' }] },
      ['permit-expired'],
    ],
    ['the permit ends on the day', { permits }, { permits: [{ name: 'lab:laser', since: '2026-01-01', until: '2026-12-03' }] }, []],
    ['the permit begins later', { permits }, { permits: [{ name: 'lab:laser', since: '2026-12-04', until: null }] }, ['permit-expired']],
    ['an older edition was signed', { documents }, { documents: [{ document: 'lab:safety', edition: 1 }] }, ['document-unsigned']],
    ['a later edition was signed', { documents }, { documents: [{ document: 'lab:safety', edition: 3 }] }, []],
    ['too young', { minimumAge: 16 }, { age: 15 }, ['too-young']],
    ['nobody knows how old', { minimumAge: 16 }, { age: null }, ['age-unknown']],
    ['says they live here', { residence: 'declared' }, { residence: 'declared' }, []],
    ['must have proved it', { residence: 'verified' }, { residence: 'declared' }, ['residence-unproven']],
    ['member of another association', { membership: ['7'] }, { organisations: ['8'], isMember: true }, ['not-a-member']],
    ['member of any association', { membership: 'any' }, { isMember: true }, []],
    ['suspended', {}, { suspendedUntil: '2026-12-05T00:00:00.000Z' }, ['suspended']],
    ['a suspension that is over', {}, { suspendedUntil: '2026-11-30T00:00:00.000Z' }, []],
    [
      'twice in the week',
      { perWeek: { bookings: 1 } },
      { bookings: [{ startsAt: '2026-11-30T08:00:00.000Z', endsAt: '2026-11-30T09:00:00.000Z' }] },
      ['week-bookings'],
    ],
    [
      'the Sunday before is another week',
      { perWeek: { bookings: 1 } },
      { bookings: [{ startsAt: '2026-11-29T08:00:00.000Z', endsAt: '2026-11-29T09:00:00.000Z' }] },
      [],
    ],
    ['a day too early', { advance: { mostDays: 1 } }, {}, ['too-early']],
    ['the first day', { advance: { mostDays: 2 } }, {}, []],
    ['too late', { advance: { leastMinutes: 3 * 1440 } }, {}, ['too-soon']],
    ['several things at once', { permits, minimumAge: 40, atOnce: 1 }, { bookings: [hour] }, ['permit-missing', 'too-young', 'at-once']],
  ])('%s', (_, rules, known, missing) => {
    const standing = standingFor(rulesFrom(rules), { ...nobodySpecial, ...known }, hour)
    expect(standing.missing.map(one => one.reason)).toEqual(missing)
    expect(standing.ok).toBe(missing.length === 0)
  })
})

describe('prices', () => {
  const brackets = [
    { upTo: 500, cents: 100 },
    { upTo: 1000, cents: 250 },
    { upTo: null, cents: 400 },
  ]
  test.each([
    [{ kind: 'free' } as const, 700, 0],
    [{ kind: 'flat', per: 'hour', cents: 333, unit: '' } as const, null, 333],
    [{ kind: 'brackets', per: 'hour', unit: '', brackets } as const, 500, 100],
    [{ kind: 'brackets', per: 'hour', unit: '', brackets } as const, 501, 250],
    [{ kind: 'brackets', per: 'hour', unit: '', brackets } as const, null, 400],
    [{ kind: 'linear', per: 'booking', unit: '', permille: 4, least: 150, most: 900 } as const, 100, 150],
    [{ kind: 'linear', per: 'booking', unit: '', permille: 4, least: 150, most: 900 } as const, 1001, 400],
    [{ kind: 'linear', per: 'booking', unit: '', permille: 4, least: 150, most: 900 } as const, null, 900],
  ])('%o for a quotient of %s: %i cents', (rule, quotient, cents) => expect(quoteOf(rule, { span: hour, quotient }).cents).toBe(cents))

  test('whatever the units, the total is in whole cents, says how it was made, and never falls when the quotient rises', () => {
    const amount = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 0, max: 20 }),
        fc.nat(3000),
        fc.nat(3000),
        fc.integer({ min: 0, max: 4000 }),
        (a, b, permille, q1, q2, units) => {
          const rule = { kind: 'linear', per: 'unit', unit: 'g', permille, least: Math.min(a, b), most: Math.max(a, b) } as const
          const [low, high] = [Math.min(q1, q2), Math.max(q1, q2)].map(quotient =>
            quoteOf(rule, { span: hour, quotient, units: units / 10 }),
          )
          expect(Number.isInteger(low!.cents)).toBe(true)
          expect(low!.cents).toBeLessThanOrEqual(high!.cents)
          expect(low!.steps.at(-1)).toEqual({ step: 'total', values: { cents: low!.cents } })
        },
      ),
    )
  })
})

describe('a thing given back early', () => {
  const booked = { startsAt: '2026-12-03T09:00:00.000Z', endsAt: '2026-12-03T12:00:00.000Z' }
  const used = { earlyEnd: { counts: 'used' }, length: { step: 30, least: 60 } } as const
  test.each<[string, RulesGiven, string, number]>([
    ['the time booked, unless the rules say otherwise', {}, '10:00', 180],
    ['the time used, to the next step', used, '10:31', 120],
    ['a whole step is not rounded', used, '10:30', 90],
    ['never less than the least length', used, '09:05', 60],
    ['never more than was booked', { ...used, length: { step: 120, least: 60 } }, '11:59', 180],
  ])('%s', (_, rules, hour, minutes) => {
    expect(countedOf(rulesFrom(rules), booked, `2026-12-03T${hour}:00.000Z`).minutes).toBe(minutes)
  })

  const price = fc.oneof(
    fc.record({
      kind: fc.constant('flat' as const),
      per: fc.constantFrom('hour' as const, 'booking' as const, 'unit' as const),
      cents: fc.nat(5000),
      unit: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('linear' as const),
      per: fc.constant('hour' as const),
      unit: fc.constant(''),
      permille: fc.integer({ min: 1, max: 20 }),
      least: fc.constant(50),
      most: fc.constant(900),
    }),
  )
  test('the price of the time counted is that of a booking of that length, without asking for the quotient again', () => {
    fc.assert(
      fc.property(
        price,
        fc.option(fc.nat(3000)),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (rule, quotient, a, b) => {
          const of = (steps: number) => ({ startsAt: booked.startsAt, endsAt: minutesAfter(booked.startsAt, steps * 5) })
          const [short, long] = [Math.min(a, b), Math.max(a, b)]
          const again = requoted(quoteOf(rule, { span: of(long), quotient }), short * 5)
          if (rule.per === 'hour') expect(again).toEqual(quoteOf(rule, { span: of(short), quotient }))
          else expect(again).toBeNull()
        },
      ),
    )
  })
})

test('the waiting list has one order: priority, then asking, then number', () => {
  const one = fc.record({
    id: fc.bigInt({ min: 1n, max: 40n }).map(String),
    pseudonym: fc.constant('Héron 1'),
    priority: fc.integer({ min: 0, max: 2 }),
    askedAt: fc.constantFrom('2026-01-01', '2026-01-02'),
    places: fc.constant(1),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: each => each.id, maxLength: 8 }), list => {
      const order = waitingOrder(list)
      expect(waitingOrder(list.toReversed())).toEqual(order)
      order.slice(1).forEach((after, at) => {
        const before = order[at]!
        const key = (each: typeof before) => `${each.priority} ${each.askedAt} ${each.id.padStart(3, '0')}`
        expect(key(before) < key(after)).toBe(true)
      })
    }),
  )
})

const application = fc.record({
  tier: fc.integer({ min: 1, max: 2 }),
  wishes: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
})
const offers = [
  { id: '1', name: 'A', capacity: 1 },
  { id: '2', name: 'B', capacity: 2 },
  { id: '3', name: 'C', capacity: 1 },
]
describe('allocation by lot', () => {
  test('nobody prefers what a later one of their tier or a lower tier got, nothing is given twice, and the order of the list is nothing', () => {
    fc.assert(
      fc.property(fc.array(application, { minLength: 1, maxLength: 8 }), fc.string({ minLength: 1 }), (asked, seed) => {
        fc.pre(seed.trim() !== '')
        const inputs = asked.map((one, at) => applicationLine({ ...one, pseudonym: `Loutre ${at}` }))
        const given = allocate({ inputs, seed, offers })
        expect(allocate({ inputs: inputs.toReversed(), seed, offers })).toEqual(given)
        for (const { id, capacity } of offers) expect(given.filter(one => one.offer === id).length).toBeLessThanOrEqual(capacity)
        given.forEach((one, at) => {
          const wishes = asked[Number(one.pseudonym.split(' ')[1])]!.wishes
          const dearer: readonly string[] =
            one.offer === null
              ? wishes
              : wishes.slice(
                  0,
                  wishes.findIndex(wish => wish === one.offer),
                )
          const later = given.slice(at + 1).map(each => each.offer)
          for (const wish of dearer) expect(later).not.toContain(wish)
          expect(given.slice(0, at).every(before => before.tier <= one.tier)).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('over 100,000 seeds, each of two equal applicants gets the one plot as often', { timeout: 60_000 }, () => {
    const inputs = ['Héron 1;1;1', 'Loutre 2;1;1']
    const only = [{ id: '1', name: 'A', capacity: 1 }]
    let first = 0
    for (let seed = 1; seed <= 100_000; seed += 1)
      if (allocate({ inputs, seed: String(seed), offers: only })[0]!.pseudonym === 'Héron 1') first += 1
    // Four standard deviations of a fair coin.
    expect(Math.abs(first - 50_000)).toBeLessThan(4 * Math.sqrt(25_000))
  })
})

test('parts add up to the whole, each within one of its exact part', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 9 }), fc.nat(1_000_000), (weights, total) => {
      const parts = largestRemainders(weights, total)
      const sum = weights.reduce((all, one) => all + one, 0)
      if (sum === 0) return
      expect(parts.reduce((all, one) => all + one, 0)).toBe(total)
      parts.forEach((part, at) => expect(Math.abs(part - (weights[at]! * total) / sum)).toBeLessThan(1))
    }),
  )
})

test('time opened against the share of each', () => {
  const holders = [
    { id: '1', name: 'La Bricole', permille: 400 },
    { id: '2', name: 'Commune', permille: 600 },
  ]
  const open = (holder: string | null, hours: number) => ({
    holder,
    startsAt: '2026-12-01T08:00:00.000Z',
    endsAt: `2026-12-01T${String(8 + hours).padStart(2, '0')}:00:00.000Z`,
  })
  expect(shareAccounts(holders, [open('1', 5), open('2', 5), open(null, 3)])).toMatchObject([
    { minutes: 300, openedPermille: 500, difference: 60 },
    { minutes: 300, openedPermille: 500, difference: -60 },
  ])
})

test('an account: what is owed and what is held follow from its lines', () => {
  const entry = fc.record({ kind: fc.constantFrom(...entryKinds), cents: fc.integer({ min: 1, max: 9999 }) })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), entries => {
      const { charged, settled, owed } = accountOf(entries)
      expect(owed).toBe(charged - settled)
      expect(accountOf(entries.toReversed())).toEqual(accountOf(entries))
    }),
  )
  expect(
    accountOf([
      { kind: 'charge', cents: 500 },
      { kind: 'deposit-held', cents: 5000 },
      { kind: 'payment', cents: 500 },
      { kind: 'deposit-kept', cents: 1200 },
      { kind: 'deposit-returned', cents: 3800 },
    ]),
  ).toMatchObject({ owed: 0, depositHeld: 0 })
})
