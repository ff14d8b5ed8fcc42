import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ranking, schulze } from './index.ts'

const ballots = (text: string): Ranking[] =>
  text.split(',').flatMap(part => {
    const [count, order] = part.trim().split(' ') as [string, string] // '5 ACBED'
    return Array.from({ length: Number(count) }, () => [...order].map(option => [option]))
  })

test('the first example of Schulze (2011, section 3.1): E, A, C, B, D, with its strongest paths', () => {
  const result = schulze([...'ABCDE'], ballots('5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC'))
  expect(result.ranking.map(({ options }) => options.join())).toEqual(['E', 'A', 'C', 'B', 'D'])
  expect(result.strengths).toEqual([
    [0, 28, 28, 30, 24],
    [25, 0, 28, 33, 24],
    [25, 29, 0, 29, 24],
    [25, 28, 28, 0, 24],
    [25, 28, 28, 31, 0],
  ])
  expect(result.condorcet).toBeNull()
  expect(result.explain('E', 'B')).toMatchObject({ path: ['E', 'D', 'C', 'B'], strength: 28, backStrength: 24 })
  expect(result.explain('B', 'E')).toBeNull()
})

test('Tennessee: Nashville is preferred to each other town', () => {
  const result = schulze([...'MNCK'], ballots('42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM'))
  expect(result.condorcet).toBe('N')
  expect(result.ranking.map(({ options }) => options.join())).toEqual(['N', 'C', 'K', 'M'])
})

test('equal ranks and options left out: they are after the others, and equal', () => {
  const result = schulze(
    ['a', 'b', 'c', 'd'],
    [
      [['a', 'b']],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  )
  expect(result.ranking).toEqual([
    { place: 1, options: ['a', 'b'] },
    { place: 3, options: ['c', 'd'] },
  ])
  expect(() => schulze(['a'], [[['a'], ['a']]])).toThrow('twice')
  expect(() => schulze(['a'], [[['z']]])).toThrow('not voted on')
})

const names = ['a', 'b', 'c', 'd', 'e']
const ballot: fc.Arbitrary<Ranking> = fc
  .tuple(fc.shuffledSubarray(names), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([order, joined]) => {
    const groups: string[][] = []
    for (const [at, option] of order.entries()) {
      const last = groups.at(-1)
      if (joined[at] && last) last.push(option)
      else groups.push([option])
    }
    return groups
  })
const election = fc.array(ballot, { maxLength: 25 })
const order = (result: { ranking: readonly { options: readonly string[] }[] }) => result.ranking.map(({ options }) => [...options].sort())

describe('whatever the ballots', () => {
  test('someone preferred to each other one comes first, alone', () => {
    let seen = 0
    fc.assert(
      fc.property(election, votes => {
        const { condorcet, ranking } = schulze(names, votes)
        if (condorcet === null) return
        seen++
        expect(ranking[0]?.options).toEqual([condorcet])
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(50)
  })

  test('the order of options and of ballots changes nothing', () => {
    fc.assert(
      fc.property(election, fc.shuffledSubarray(names, { minLength: 5 }), (votes, shuffled) => {
        expect(order(schulze(shuffled, [...votes].reverse()))).toEqual(order(schulze(names, votes)))
      }),
    )
  })

  test('a copy of an option, ranked beside it on every ballot, changes the place of nobody else', () => {
    fc.assert(
      fc.property(election, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (votes, after) => {
        const cloned = votes.map((groups, at) => {
          return groups.flatMap(group => {
            if (!group.includes('a')) return [group]
            if (group.length > 1) return [[...group, 'A']]
            return after[at] ? [['a'], ['A']] : [['A'], ['a']]
          })
        })
        const before = schulze(names, votes)
        const with2 = schulze([...names, 'A'], cloned)
        for (const one of ['b', 'c', 'd', 'e'])
          for (const other of ['b', 'c', 'd', 'e'])
            expect(with2.explain(one, other) === null, `${one} ${other}`).toBe(before.explain(one, other) === null)
      }),
      { numRuns: 300 },
    )
  })

  test('every path is a chain of majorities as strong as is said', () => {
    fc.assert(
      fc.property(election, votes => {
        const result = schulze(names, votes)
        for (const a of names)
          for (const b of names) {
            const why = a === b ? null : result.explain(a, b)
            if (!why) continue
            const links = why.path.slice(1).map((to, at) => result.preferred[names.indexOf(why.path[at]!)]![names.indexOf(to)]!)
            expect(Math.min(...links)).toBe(why.strength)
            expect(why.strength).toBeGreaterThan(why.backStrength)
          }
      }),
    )
  })
})
