import fc from 'fast-check'
import { expect, test } from 'vitest'
import { majorityJudgment } from './index.ts'

const [poor, fair, good, excellent] = [0, 1, 2, 3]
const many = (count: number, ballot: Record<string, number>) => Array.from({ length: count }, () => ballot)

test('Tennessee: Nashville, the others being poor once sixteen majority grades are taken away', () => {
  const { ranking, judged, separations } = majorityJudgment(['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'], 4, [
    ...many(42, { Memphis: excellent, Nashville: fair, Chattanooga: poor, Knoxville: poor }),
    ...many(26, { Memphis: poor, Nashville: excellent, Chattanooga: fair, Knoxville: fair }),
    ...many(15, { Memphis: poor, Nashville: fair, Chattanooga: excellent, Knoxville: good }),
    ...many(17, { Memphis: poor, Nashville: fair, Chattanooga: good, Knoxville: excellent }),
  ])
  expect(judged.map(({ median }) => median)).toEqual([poor, fair, fair, fair])
  expect(ranking[0]).toEqual({ place: 1, options: ['Nashville'] })
  expect(separations[0]).toMatchObject({ better: 'Nashville', removed: 16, grades: [fair, poor] })
  expect(ranking.at(-1)?.options).toEqual(['Memphis'])
  expect(judged[2]).toMatchObject({ distribution: [42, 26, 17, 15], above: 32, below: 42 })
})

test('an option that a ballot does not grade receives the worst grade; the same distribution is a tie, and said', () => {
  const { ranking, judged } = majorityJudgment(['a', 'b', 'c'], 3, [{ a: 2, b: 1 }, { a: 1, b: 2 }, { c: 2 }])
  expect(judged[2]?.distribution).toEqual([2, 0, 1])
  expect(ranking).toEqual([
    { place: 1, options: ['a', 'b'] },
    { place: 3, options: ['c'] },
  ])
  expect(() => majorityJudgment(['a'], 3, [{ a: 3 }])).toThrow('not a grade')
})

const names = ['a', 'b', 'c', 'd']
const ballot = fc.record({ a: fc.nat(4), b: fc.nat(4), c: fc.nat(4), d: fc.nat(4) })
const election = fc.array(ballot, { minLength: 1, maxLength: 40 })
const placesOf = (result: { ranking: readonly { place: number; options: readonly string[] }[] }) =>
  new Map(result.ranking.flatMap(({ place, options }) => options.map(option => [option, place])))

/** The definition, word for word: the list of majority grades as they are taken away one by one. */
const majorityValue = (grades: readonly number[]): number[] => {
  const left = [...grades].sort((x, y) => x - y)
  const value: number[] = []
  while (left.length > 0) value.push(...left.splice(Math.ceil(left.length / 2) - 1, 1))
  return value
}

test('options are ordered by their majority values, as the definition has them, tie or not', () => {
  fc.assert(
    fc.property(election, votes => {
      const places = placesOf(majorityJudgment(names, 5, votes))
      const values = new Map(names.map(name => [name, majorityValue(votes.map(vote => vote[name as 'a']))]))
      for (const one of names)
        for (const other of names) {
          const [mine, theirs] = [values.get(one)!, values.get(other)!]
          const at = mine.findIndex((grade, place) => grade !== theirs[place])
          const expected = at < 0 ? 0 : theirs[at]! - mine[at]!
          expect(Math.sign(places.get(one)! - places.get(other)!)).toBe(Math.sign(expected))
        }
    }),
    { numRuns: 300 },
  )
})

test('a better grade from one voter never makes an option fall', () => {
  fc.assert(
    fc.property(election, fc.nat(39), fc.nat(4), (votes, who, grade) => {
      const at = who % votes.length
      const raised = votes.map((vote, place) => (place === at ? { ...vote, a: Math.max(vote.a, grade) } : vote))
      const [before, after] = [placesOf(majorityJudgment(names, 5, votes)), placesOf(majorityJudgment(names, 5, raised))]
      for (const other of ['b', 'c', 'd'])
        if (before.get('a')! < before.get(other)!) expect(after.get('a')!).toBeLessThan(after.get(other)!)
    }),
  )
})

test('the order of ballots and of options changes nothing', () => {
  fc.assert(
    fc.property(election, fc.shuffledSubarray(names, { minLength: 4 }), (votes, shuffled) => {
      const [one, other] = [majorityJudgment(names, 5, votes), majorityJudgment(shuffled, 5, [...votes].reverse())]
      expect([...placesOf(other)].sort()).toEqual([...placesOf(one)].sort())
    }),
  )
})
