import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designEffectOf, wilson } from './intervals.ts'

describe('the interval of a part', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is from %f to %f', (part, base, low, high) => {
    const found = wilson(part / base, base)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  test('holds the part, is narrower when more answered, and wider with uneven weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (base, part, effect) => {
          const width = ({ low, high }: { low: number; high: number }) => high - low
          const found = wilson(part, base)
          expect(found.low).toBeLessThanOrEqual(part)
          expect(found.high).toBeGreaterThanOrEqual(part)
          expect(width(wilson(part, base * 2))).toBeLessThanOrEqual(width(found) + 1e-12)
          expect(width(wilson(part, base, effect))).toBeGreaterThanOrEqual(width(found) - 1e-12)
        },
      ),
    )
  })

  test('narrows as everyone who could answer does, down to nothing', () => {
    const widths = [null, 10_000, 400, 201, 200].map(universe => {
      const { low, high } = wilson(0.4, 200, 1, universe)
      return high - low
    })
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(widths.at(-1)).toBe(0)
  })
})

test('weights that are equal have no design effect; one person in two who counts three times has 1.25', () => {
  expect(designEffectOf([2, 2, 2])).toBe(1)
  expect(designEffectOf([0.5, 1.5, 0.5, 1.5])).toBeCloseTo(1.25, 12)
})
