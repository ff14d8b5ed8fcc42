import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactWinners } from './fixtures/exactWinners.ts'
import { compareIds, type Election, equalShares, fundingByGroup, greedy, representationOf } from './index.ts'

/** Two villages, 60 and 40 voters, each with its own projects; one project all like. */
const villages: Election = {
  budget: 1000,
  projects: [
    { id: 'A1', cost: 300 },
    { id: 'A2', cost: 300 },
    { id: 'A3', cost: 300 },
    { id: 'B1', cost: 300 },
    { id: 'AB', cost: 100 },
    { id: 'Z', cost: 50 },
  ],
  voters: [...Array.from({ length: 60 }, () => ['A1', 'A2', 'A3', 'AB']), ...Array.from({ length: 40 }, () => ['B1', 'AB'])],
}
const first = (among: readonly string[]) => among[0]!

test('two fifths of the voters decide on two fifths of the money; the greedy count gives them nothing of their own', () => {
  const result = equalShares(villages, { comparison: 'none', settle: first })
  expect([result.selected, result.equalShares.share]).toEqual([['A1', 'A2', 'AB', 'B1'], 15])
  expect(greedy(villages, { settle: first }).selected).toEqual(['A1', 'A2', 'A3', 'AB'])
  expect(result.equalShares.purchases).toEqual([
    { project: 'AB', cost: 100, voters: 100, each: 1, emptied: 0, effectiveVotes: 100 },
    { project: 'A1', cost: 300, voters: 60, each: 5, emptied: 0, effectiveVotes: 60 },
    { project: 'A2', cost: 300, voters: 60, each: 5, emptied: 0, effectiveVotes: 60 },
    { project: 'B1', cost: 300, voters: 40, each: 7.5, emptied: 0, effectiveVotes: 40 },
  ])
  expect(result.ties).toEqual([
    { among: ['A1', 'A2', 'A3'], first: 'A1', settledBy: 'lot' },
    { among: ['A2', 'A3'], first: 'A2', settledBy: 'lot' },
  ])
})

test('who is served, what each group funded, how close the others were', () => {
  const { equalShares: mine, selected } = equalShares(villages, { comparison: 'none', settle: first })
  const groups = fundingByGroup(villages, mine, voter => (voter < 60 ? 'Amont' : 'Aval'))
  expect(groups.map(({ group, paid, served }) => [group, paid, served])).toEqual([
    ['Amont', 660, 60],
    ['Aval', 340, 40],
  ])
  expect(groups[1]?.parts).toEqual([
    { project: 'AB', supporters: 40, paid: 40 },
    { project: 'B1', supporters: 40, paid: 300 },
  ])
  expect(representationOf(villages, selected)).toEqual({
    voters: 100,
    served: 100,
    distribution: [0, 0, 40, 60],
    meanProjects: 2.6,
    meanCost: 580,
  })
  expect(mine.missed.find(({ project }) => project === 'A3')).toEqual({
    project: 'A3',
    cost: 300,
    votes: 60,
    left: 240,
    missing: 60,
    moreSupporters: 4,
  })
  expect(mine.missed[0]).toMatchObject({ project: 'Z', moreSupporters: 4, votes: 0, left: 0, missing: 50 })
  const shared = fundingByGroup(villages, { selected: ['AB'] }, voter => (voter < 60 ? 'Amont' : null))
  expect(shared).toMatchObject([{ group: 'Amont', paid: 60 }])
})

test('the comparison: the greedy outcome wins when more voters prefer it, among those whom both serve', () => {
  const result = equalShares(villages, { settle: first })
  expect(result.preferences.compared).toEqual({ equalShares: 40, greedy: 60, neither: 0 })
  expect([result.outcome, result.selected]).toEqual(['greedy', ['A1', 'A2', 'A3', 'AB']])

  const apart = {
    ...villages,
    projects: villages.projects.filter(({ id }) => id !== 'AB'),
    voters: villages.voters.map(ballot => ballot.slice(0, -1)),
  }
  const { compared, everyone } = equalShares(apart, { settle: first }).preferences
  expect(compared).toEqual({ equalShares: 0, greedy: 60, neither: 40 })
  expect(everyone).toEqual({ equalShares: 40, greedy: 60, neither: 0 })
})

describe('elections of every shape are counted', () => {
  const projects = [
    { id: '1', cost: 60 },
    { id: '2', cost: 50 },
  ]
  test.each<[string, Election, readonly string[]]>([
    ['nobody votes', { budget: 100, projects, voters: [] }, []],
    ['nobody supports anything', { budget: 100, projects, voters: [[], []] }, []],
    ['no project', { budget: 100, projects: [], voters: [[]] }, []],
    ['no money', { budget: 0, projects, voters: [['1']] }, []],
    ['less money than any project costs', { budget: 49, projects, voters: [['1'], ['2']] }, []],
    ['everything that is supported can be paid for', { budget: 70, projects, voters: [['2'], [], []] }, ['2']],
    ['one voter: the cheapest first', { budget: 100, projects, voters: [['1', '2']] }, ['2']],
    [
      'cents',
      {
        budget: 1.1,
        projects: [
          { id: 'a', cost: 0.7 },
          { id: 'b', cost: 0.4 },
        ],
        voters: [['a'], ['b']],
      },
      ['b'],
    ],
  ])('%s', (_, election, selected) => {
    expect(equalShares(election).selected).toEqual(selected)
  })

  test('what makes no sense is refused', () => {
    const election = { budget: 100, projects, voters: [['1']] }
    expect(() => equalShares({ ...election, voters: [['3']] })).toThrow('not a project')
    expect(() => equalShares({ ...election, projects: [...projects, { id: '1', cost: 3 }] })).toThrow('same identifier')
    expect(() => equalShares({ ...election, budget: Number.NaN })).toThrow('not an amount')
  })
})

test('a tie that cost and votes leave is drawn by a lot anyone can draw again; another seed may give another project', () => {
  const twins: Election = {
    budget: 10,
    projects: [
      { id: '19', cost: 10 },
      { id: '177', cost: 10 },
    ],
    voters: [
      ['19', '177'],
      ['177', '19'],
    ],
  }
  const { ties, inputDigest } = equalShares(twins, { comparison: 'none' })
  expect(ties).toEqual([{ among: ['19', '177'], first: expect.any(String), settledBy: 'lot', seed: inputDigest }])
  const winners = ['19', '177'].map(id => equalShares(twins, { completion: 'none', comparison: 'none', settle: () => id }).ties[0]?.first)
  expect(winners).toEqual(['19', '177'])
})

test('with as many votes, the most votes first take the order of identifiers, or the cheapest and then the lot', () => {
  const alike: Election = {
    budget: 20,
    projects: [
      { id: '1', cost: 20 },
      { id: '2', cost: 10 },
      { id: '3', cost: 15 },
      { id: '4', cost: 15 },
    ],
    voters: [
      ['1', '2'],
      ['3', '4'],
    ],
  }
  const among = (greedyTies: 'order' | 'rule') => equalShares(alike, { greedyTies, settle: ids => ids.at(-1)! }).greedy
  expect(among('order')).toMatchObject({ selected: ['1'], byOrder: [['1', '2', '3', '4']] })
  expect(among('rule')).toMatchObject({ selected: ['2'], byOrder: [] })
  const dearer = { ...alike, budget: 16, projects: alike.projects.slice(2), voters: [['3', '4']] }
  const { greedy: drawn, ties } = equalShares(dearer, { completion: 'none', greedyTies: 'rule', settle: ids => ids.at(-1)! })
  expect(drawn.selected).toEqual(['4'])
  expect(ties).toContainEqual({ among: ['3', '4'], first: '4', settledBy: 'lot' })
})

test('identifiers: whole numbers by value, then texts with their figures by value', () => {
  expect(['A10', '10', 'A2', '2', 'B', 'A', '007'].sort(compareIds)).toEqual(['2', '10', '007', 'A', 'A2', 'A10', 'B'])
})

const election: fc.Arbitrary<Election> = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 90 }))
  .chain(([costs, budget]) =>
    fc.record({
      budget: fc.constant(budget),
      projects: fc.constant(costs.map((cost, at) => ({ id: `p${at}`, cost }))),
      voters: fc.array(fc.subarray(costs.map((_, at) => `p${at}`)), { minLength: 1, maxLength: 12 }),
    }),
  )

describe('whatever the election', () => {
  test.each(['add1', 'none'] as const)('the winners are those of exact fractions, ties included (%s)', completion => {
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(election, given => {
        const { selected } = equalShares(given, { completion, comparison: 'none', settle: first }).equalShares
        expect(selected).toEqual(exactWinners(given, completion))
        outcomes.add(selected.join())
      }),
      { numRuns: 1_000 },
    )
    expect(outcomes.size).toBeGreaterThan(20)
  })

  // A payment sought from above, then rounding that makes a voter poor and rich in turn: the search for it did not end.
  test.each<[costs: readonly number[], budget: number, ballots: string]>([
    [[9, 27, 29, 9, 23, 12, 15], 40, '2 235 2 235 235 235 35 3 23'],
    [[25, 17, 27, 21, 27, 22, 20], 65, '1246 6 1246 126 46 1246 1246 46 4 2'],
    [[21, 19, 9, 17, 26], 59, '03 013 014 01234 234 4 024'],
    [[7, 8, 17, 4, 1, 23], 57, '02 24 125 01235 - 012 05 025 345 03'],
    [[25, 9, 21, 1, 5, 6, 15], 17, '01 0 013 012356 03 6 0456 0123456 012346'],
  ])('costs %j, budget %i, ballots %s', (costs, budget, ballots) => {
    const projects = costs.map((cost, at) => ({ id: `${at}`, cost }))
    const given = { budget, projects, voters: ballots.split(' ').map(ballot => ballot.split('').filter(id => id !== '-')) }
    const { selected } = equalShares(given, { comparison: 'none', settle: first }).equalShares
    expect(selected).toEqual(exactWinners(given, 'add1'))
  })

  test('the order of projects, voters and ballots changes nothing', () => {
    fc.assert(
      fc.property(election, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const shuffle = <Item>(items: readonly Item[]) =>
          items
            .map(item => ({ item, at: numbers.next().value as number })) // an infinite stream is never done
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const other = { budget: given.budget, projects: shuffle(given.projects), voters: shuffle(given.voters).map(shuffle) }
        expect(equalShares(other)).toEqual(equalShares(given))
      }),
    )
  })

  test('the outcome is within the budget, and payments make up what was bought', () => {
    fc.assert(
      fc.property(election, fc.constantFrom('add1', 'add1u', 'none' as const), (given, completion) => {
        const result = equalShares(given, { completion })
        expect(result.cost).toBeLessThanOrEqual(given.budget)
        const groups = fundingByGroup(given, result.equalShares, () => 'all')
        const bought = result.equalShares.purchases.reduce((all, { cost }) => all + cost, 0)
        expect(groups[0]?.paid ?? 0).toBeCloseTo(bought, 6)
      }),
    )
  })
})
