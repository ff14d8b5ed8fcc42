import fc from 'fast-check'
import { expect, test } from 'vitest'
import { common, minutesAfter, minutesOf, overlap, slotsIn, type Span, united, without } from './spans.ts'

const clock = Array.from({ length: 400 }, (_, minute) => minutesAfter('2026-03-29T00:00:00.000Z', minute))
const at = (minute: number) => clock[minute]!
const span = fc.tuple(fc.nat(300), fc.nat(60)).map(([from, long]): Span => ({ startsAt: at(from), endsAt: at(from + long) }))
const spans = fc.array(span, { maxLength: 12 })
/** Minute by minute: a second way to say the same thing. */
const minutes = (list: readonly Span[]) => {
  const inside = new Set<number>()
  for (const one of list)
    for (let minute = 0; minute < 399; minute += 1) if (one.startsAt <= at(minute) && at(minute) < one.endsAt) inside.add(minute)
  return inside
}
const sorted = (set: ReadonlySet<number>) => [...set].toSorted((a, b) => a - b)

test('union, difference and intersection say the same as counting minute by minute', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const [inA, inB] = [minutes(a), minutes(b)]
      expect(sorted(minutes(united(a)))).toEqual(sorted(inA))
      expect(sorted(minutes(without(a, b)))).toEqual(sorted(new Set([...inA].filter(minute => !inB.has(minute)))))
      expect(sorted(minutes(common(a, b)))).toEqual(sorted(new Set([...inA].filter(minute => inB.has(minute)))))
    }),
    { numRuns: 60 },
  )
})

test('what is made one neither touches nor overlaps, and slots fit where it is free', () => {
  fc.assert(
    fc.property(spans, spans, fc.integer({ min: 5, max: 40 }), (open, taken, long) => {
      const free = without(open, taken)
      free.forEach((one, n) => expect(n === 0 || free[n - 1]!.endsAt < one.startsAt).toBe(true))
      for (const slot of slotsIn(free, long, long, 20)) {
        expect(minutesOf(slot)).toBe(long)
        expect(taken.some(one => one.startsAt < one.endsAt && overlap(one, slot))).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})
