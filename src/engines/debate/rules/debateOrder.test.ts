import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cautiousShare, compareIds, debateOrder, isNew, learned, newUntil, type Weighed } from './debateOrder.ts'
import { stances } from './terms.ts'

const count = fc.nat(60)
const weighed = fc
  .record({
    n: fc.integer({ min: 1, max: 10_000 }),
    stance: fc.constantFrom(...stances),
    day: fc.integer({ min: 1, max: 28 }),
    a: count,
    b: count,
    more: count,
    less: count,
  })
  .map(({ n, stance, day, a, b, more, less }): Weighed => ({
    id: String(n),
    stance,
    filedAt: `2026-10-${String(day).padStart(2, '0')}T08:00:00.000Z`,
    marks: { supporter: a, other: b },
    passers: { supporter: a + more, other: b + less },
  }))
const debates = fc.uniqueArray(weighed, { selector: one => one.id, maxLength: 40 })
const days = fc.integer({ min: 1, max: 30 }).map(day => `2026-11-${String(day).padStart(2, '0')}`)
const ids = (all: readonly Weighed[]) => all.map(one => one.id)

test('every argument has exactly one place, whatever the order it came in', () => {
  fc.assert(
    fc.property(debates, days, fc.infiniteStream(fc.nat()), (all, day, luck) => {
      const shuffled = all
        .map(one => ({ one, key: Number(luck.next().value) }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one)
      const order = ids(debateOrder(all, day))
      expect(order).toEqual(ids(debateOrder(shuffled, day)))
      expect(order.toSorted(compareIds)).toEqual(ids(all).toSorted(compareIds))
    }),
  )
})

test('for and against alternate as long as both have something to say', () => {
  fc.assert(
    fc.property(debates, days, (all, day) => {
      const order = debateOrder(all, day).filter(one => one.stance !== 'question')
      const both = 2 * Math.min(order.filter(one => one.stance === 'for').length, order.filter(one => one.stance === 'against').length)
      for (let place = 1; place < both; place += 1) expect(order[place]!.stance).not.toBe(order[place - 1]!.stance)
    }),
  )
})

const argument = (id: number, marks: [number, number], passers: [number, number], stance: Weighed['stance'] = 'for'): Weighed => ({
  id: String(id),
  stance,
  filedAt: '2026-10-01T08:00:00.000Z',
  marks: { supporter: marks[0], other: marks[1] },
  passers: { supporter: passers[0], other: passers[1] },
})

test('what both sides learned from comes before what one side applauds', () => {
  const applauded = argument(1, [40, 0], [50, 50])
  const shared = argument(2, [12, 12], [50, 50])
  expect(learned(shared)).toBeGreaterThan(learned(applauded))
  expect(ids(debateOrder([applauded, shared], '2026-11-02'))).toEqual(['2', '1'])
})

test('a mark from the silent side is worth more than one more from the loud side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 0, max: 4 }), (loud, silent) => {
      const [n, id] = [60, 1]
      expect(learned(argument(id, [loud, silent + 1], [n, n]))).toBeGreaterThan(learned(argument(id, [loud + 1, silent], [n, n])))
    }),
  )
})

test('one more mark never lowers a share, one more passer without a mark never raises it', () => {
  fc.assert(
    fc.property(count, count, (marks, more) => {
      const passers = marks + more + 1
      const share = cautiousShare(marks, passers)
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(1)
      expect(cautiousShare(marks + 1, passers)).toBeGreaterThan(share)
      expect(cautiousShare(marks, passers + 1)).toBeLessThan(share)
    }),
  )
})

test('the published formula, worked out by hand', () => {
  // (8 + 0.5) / 11, then Wilson's lower bound with z = 1.2816
  expect(cautiousShare(8, 10)).toBeCloseTo(0.58214, 5)
  expect(cautiousShare(0, 0)).toBeCloseTo(0.1058, 5)
})

test('a new argument gets the third place of its side, and the turn passes each day', () => {
  const known = [argument(1, [9, 9], [20, 20]), argument(2, [5, 5], [20, 20]), argument(3, [1, 1], [20, 20])]
  const fresh = [argument(11, [0, 0], [1, 1]), argument(12, [0, 0], [0, 0]), argument(13, [0, 0], [2, 2])]
  expect(fresh.every(isNew)).toBe(true)
  expect(isNew(argument(4, [0, 0], [newUntil, 0]))).toBe(false)
  const orders = ['2026-11-02', '2026-11-03', '2026-11-04'].map(day => ids(debateOrder([...known, ...fresh], day)))
  expect(orders.map(order => [order[0], order[1], order[3]])).toEqual(orders.map(() => ['1', '2', '3']))
  expect(new Set(orders.map(order => order[2])).size).toBe(3)
})

test('who begins changes each day', () => {
  const both = [argument(1, [0, 0], [9, 9]), argument(2, [0, 0], [9, 9], 'against')]
  expect(debateOrder(both, '2026-11-02')[0]).not.toEqual(debateOrder(both, '2026-11-03')[0])
})
