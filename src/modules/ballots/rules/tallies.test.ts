import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgmentOrder, medianOf } from './majorityJudgment.ts'
import { schulze, type WeightedOrder } from './schulze.ts'

describe('majority judgment', () => {
  // The four cities of Tennessee: Memphis, Nashville, Chattanooga, Knoxville; excellent, good, fair, poor.
  const tennessee = new Map([
    [1, [42, 0, 0, 58]],
    [2, [26, 0, 74, 0]],
    [3, [15, 17, 26, 42]],
    [4, [17, 15, 26, 42]],
  ])
  test('the published example of the four cities: Nashville wins with “fair”, Memphis is rejected', () => {
    expect([...tennessee.values()].map(medianOf)).toEqual([3, 2, 2, 2])
    expect(judgmentOrder(tennessee)[0]).toEqual([2])
    expect(judgmentOrder(tennessee).at(-1)).toEqual([1])
  })

  test.each([
    [[1, 1], 1],
    [[2, 1], 0],
    [[0, 3, 3, 0], 2],
    [[0, 0], null],
  ])('the majority mention of %j is %s', (profile, median) => expect(medianOf(profile)).toBe(median))

  test('equal profiles share a place', () =>
    expect(
      judgmentOrder(
        new Map([
          [1, [3, 2, 0]],
          [2, [3, 2, 0]],
          [3, [0, 5, 0]],
        ]),
      ),
    ).toEqual([[1, 2], [3]]))

  const judging = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 25 })
  const profilesOf = (ballots: readonly (readonly number[])[]) =>
    new Map(
      [1, 2, 3, 4].map(option => [option, [0, 1, 2, 3, 4, 5].map(mention => ballots.filter(one => one[option - 1] === mention).length)]),
    )
  const placeOf = (order: readonly (readonly number[])[], option: number) => order.findIndex(place => place.includes(option))

  test('the order of ballots changes nothing, and a better mention never lowers its option', () => {
    fc.assert(
      fc.property(judging, ballots => {
        const before = judgmentOrder(profilesOf(ballots))
        expect(judgmentOrder(profilesOf(ballots.toReversed()))).toEqual(before)
        const raised = ballots.map((one, at) => (at === 0 ? [Math.max(0, one[0]! - 1), ...one.slice(1)] : one))
        expect(placeOf(judgmentOrder(profilesOf(raised)), 1)).toBeLessThanOrEqual(placeOf(before, 1))
      }),
    )
  })
})

const written = (order: string, times: number): WeightedOrder => ({
  ranks: Object.fromEntries([...order].map((letter, at) => [String(letter.charCodeAt(0) - 64), at + 1])),
  times,
})

describe('the method of Schulze', () => {
  test('the published example of 45 voters: E, A, C, B, D, with its strongest paths', () => {
    const found = schulze(
      [1, 2, 3, 4, 5],
      [
        written('ACBED', 5),
        written('ADECB', 5),
        written('BEDAC', 8),
        written('CABED', 3),
        written('CAEBD', 7),
        written('CBADE', 2),
        written('DCEBA', 7),
        written('EBADC', 8),
      ],
    )
    expect(found.order).toEqual([[5], [1], [3], [2], [4]])
    expect(found.preferred[0]).toEqual([0, 20, 26, 30, 22])
    expect(found.paths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
  })

  test('options left out come last, and nobody told apart shares a place', () => {
    expect(schulze([1, 2, 3], [{ ranks: { 2: 1 }, times: 3 }]).order).toEqual([[2], [1, 3]])
    expect(schulze([1, 2], []).order).toEqual([[1, 2]])
  })

  const letters = fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4, maxLength: 4 })
  const voting = fc.array(fc.tuple(letters, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 8 })
  const ordersOf = (votes: readonly (readonly [readonly string[], number])[]) =>
    votes.map(([order, times]) => written(order.join(''), times))

  test('whoever wins every duel wins', () => {
    fc.assert(
      fc.property(voting, votes => {
        const { order, preferred } = schulze([1, 2, 3, 4], ordersOf(votes))
        const winner = [0, 1, 2, 3].find(i => [0, 1, 2, 3].every(j => i === j || preferred[i]![j]! > preferred[j]![i]!))
        if (winner !== undefined) expect(order[0]).toEqual([winner + 1])
      }),
    )
  })

  test('a clone, always just behind its twin, changes nothing to who wins', () => {
    fc.assert(
      fc.property(voting, votes => {
        const alone = schulze([1, 2, 3, 4], ordersOf(votes)).order[0]!
        const cloned = ordersOf(votes).map(({ ranks, times }) => ({ ranks: { ...ranks, 5: ranks['1']! + 0.5 }, times }))
        const winners = schulze([1, 2, 3, 4, 5], cloned).order[0]!
        expect([...new Set(winners.map(one => (one === 5 ? 1 : one)))].toSorted()).toEqual([...alone])
      }),
    )
  })

  test('neither the order of ballots nor that of options matters', () => {
    fc.assert(
      fc.property(voting, votes => {
        const { order } = schulze([1, 2, 3, 4], ordersOf(votes))
        expect(schulze([4, 2, 1, 3], ordersOf(votes.toReversed())).order).toEqual(order)
      }),
    )
  })
})
