import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Margin, type Profile, rake } from './rake.ts'

const wide = { lowest: 0, highest: 1e9 }
const margin = (dimension: string, counts: Record<string, number>): Margin => ({
  dimension,
  categories: Object.entries(counts).map(([code, count]) => ({ code, count })),
})

/** Respondents with every pair of categories present, so that any margins can be met. */
const survey = fc
  .record({
    ages: fc.integer({ min: 2, max: 4 }),
    places: fc.integer({ min: 2, max: 3 }),
    extra: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 40 }),
    parts: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ ages, places, extra, parts }) => {
    const every = Array.from({ length: ages * places }, (_, n): [number, number] => [n % ages, Math.floor(n / ages)])
    const people = [...every, ...extra.map(([age, place]): [number, number] => [age % ages, place % places])]
    return {
      people,
      margins: [
        margin('age', Object.fromEntries(Array.from({ length: ages }, (_, n) => [`a${n}`, parts[n] ?? 1]))),
        margin('district', Object.fromEntries(Array.from({ length: places }, (_, n) => [`d${n}`, parts[4 + n] ?? 1]))),
      ],
    }
  })
const profilesOf = (people: readonly (readonly [number, number])[]): readonly Profile[] => [
  { dimension: 'age', codes: people.map(([age]) => `a${age}`) },
  { dimension: 'district', codes: people.map(([, place]) => `d${place}`) },
]
const weightsOf = (profiles: readonly Profile[], margins: readonly Margin[]) => {
  const raking = rake(profiles, margins, wide)
  if (!raking.ok) throw new Error(raking.because)
  return raking.weights
}

describe('raking', () => {
  test('meets every margin to 1e-9', () => {
    fc.assert(
      fc.property(survey, ({ people, margins }) => {
        const profiles = profilesOf(people)
        const weights = weightsOf(profiles, margins)
        margins.forEach((wanted, at) => {
          const total = wanted.categories.reduce((all, { count }) => all + count, 0)
          for (const { code, count } of wanted.categories) {
            const got = weights.reduce((all, weight, row) => all + (profiles[at]?.codes[row] === code ? weight : 0), 0)
            expect(Math.abs(got / people.length - count / total)).toBeLessThan(1e-9)
          }
        })
      }),
    )
  })

  test('gives each person the same weight, to the last bit, in whatever order people, dimensions and categories come', () => {
    fc.assert(
      fc.property(survey, fc.infiniteStream(fc.nat()), ({ people, margins }, lots) => {
        const order = people.map((_, n) => ({ n, lot: lots.next().value ?? 0 })).toSorted((a, b) => a.lot - b.lot || a.n - b.n)
        const weights = weightsOf(profilesOf(people), margins)
        const shuffled = weightsOf(
          profilesOf(order.flatMap(({ n }) => people.slice(n, n + 1))).toReversed(),
          margins.toReversed().map(({ dimension, categories }) => ({ dimension, categories: categories.toReversed() })),
        )
        expect(order.map(({ n }) => weights[n])).toEqual(shuffled)
      }),
    )
  })

  test('equals the closed form when answers are 2 × 2 and independent', () => {
    fc.assert(
      fc.property(
        fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 9 }))),
        fc.integer({ min: 1, max: 99 }),
        ([a, b, c, d], part) => {
          // Counts a·c, a·d, b·c, b·d: independent, so that each weight is a product of two ratios.
          const people = [
            ...Array<[number, number]>(a! * c!).fill([0, 0]),
            ...Array<[number, number]>(a! * d!).fill([0, 1]),
            ...Array<[number, number]>(b! * c!).fill([1, 0]),
            ...Array<[number, number]>(b! * d!).fill([1, 1]),
          ]
          const weights = weightsOf(profilesOf(people), [
            margin('age', { a0: part, a1: 100 - part }),
            margin('district', { d0: 50, d1: 50 }),
          ])
          const expected = (part / 100 / (a! / (a! + b!))) * (0.5 / (c! / (c! + d!)))
          expect(weights[0]).toBeCloseTo(expected, 9)
        },
      ),
    )
  })

  test('equals the closed form when answers are 2 × 2 and are not independent: the odds ratio is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 5, max: 95 }), (n, part) => {
        const [n00 = 1, n01 = 1, n10 = 1, n11 = 1] = n
        const people = [n00, n01, n10, n11].flatMap((count, at) => Array<[number, number]>(count).fill([Math.floor(at / 2), at % 2]))
        const weights = weightsOf(profilesOf(people), [margin('age', { a0: part, a1: 100 - part }), margin('district', { d0: 50, d1: 50 })])
        // The fitted part x of (a0, d0) solves x(1 − r − s + x) = k (r − x)(s − x), k being the odds ratio of the answers.
        const [r, s, k] = [part / 100, 0.5, (n00 * n11) / (n01 * n10)]
        const [A, B, C] = [1 - k, 1 - r - s + k * (r + s), -k * r * s]
        const x = Math.abs(A) < 1e-12 ? -C / B : (-B + Math.sqrt(B * B - 4 * A * C)) / (2 * A)
        expect(((weights[0] ?? 0) * n00) / people.length).toBeCloseTo(x, 8)
      }),
    )
  })

  test('brings heavy weights back to the published bounds, and says how many', () => {
    const people = [
      ...Array<[number, number]>(3).fill([0, 0]),
      ...Array<[number, number]>(1).fill([0, 1]),
      ...Array<[number, number]>(56).fill([1, 0]),
      ...Array<[number, number]>(40).fill([1, 1]),
    ]
    const raking = rake(profilesOf(people), [margin('age', { a0: 12, a1: 88 }), margin('district', { d0: 50, d1: 50 })])
    expect(raking).toMatchObject({ ok: true, trimmed: 1 })
    if (raking.ok) expect(Math.max(...raking.weights)).toBeLessThanOrEqual(3 + 1e-9)
  })

  test.each([
    ['nobody answered in a category of the population', { a0: 50, a1: 30, a2: 20 }, 'empty-margin', 'a2'],
    ['someone answered in a category without population', { a0: 100 }, 'outside-population', 'a1'],
    ['a few would weigh far too much', { a0: 90, a1: 10 }, 'weights-explode', undefined],
  ])('is refused when %s', (_, ages, because, category) => {
    const people = [[0, 0], ...Array<[number, number]>(60).fill([1, 0])] as [number, number][] // test data
    const raking = rake(profilesOf(people).slice(0, 1), [margin('age', ages)])
    expect(raking).toMatchObject({ ok: false, because, ...(category ? { category } : {}) })
  })

  test('leaves alone someone whose age is unknown', () => {
    const profiles = [{ dimension: 'age', codes: ['a0', 'a0', 'a0', 'a1', null] }]
    const raking = rake(profiles, [margin('age', { a0: 50, a1: 50 })])
    expect(raking.ok && raking.weights.at(-1)).toBeCloseTo(1, 12)
    expect(raking.ok && raking.weights[3]).toBeCloseTo(2, 9)
  })
})
