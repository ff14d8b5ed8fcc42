import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Counts } from '../tally.ts'
import { consensus, groupAwareConsensus } from './consensus.ts'
import { priorities } from './priorities.ts'
import { answerOf, representative } from './representative.ts'
import { proportionTest, twoProportionsTest } from './tests.ts'

test('the tests of Polis, on figures worked out by hand', () => {
  expect(proportionTest(9, 9)).toBeCloseTo(2 * Math.sqrt(10) * 0.5, 12)
  expect(proportionTest(0, 0)).toBe(1)
  expect(proportionTest(4, 9)).toBeCloseTo(0, 12)
  expect(twoProportionsTest(7, 1, 9, 9)).toBeCloseTo((0.8 - 0.2) / Math.sqrt(0.5 * 0.5 * 0.2), 12)
  expect(twoProportionsTest(9, 9, 9, 9)).toBe(0)
})

type Ballot = { group: number; statement: number; vote: -1 | 0 | 1 }

const countsOf = (ballots: readonly Ballot[], groups: number, statements: number): Counts[] =>
  Array.from({ length: groups }, (_, group) => {
    const of = (statement: number, isOne: (vote: number) => boolean) =>
      ballots.filter(ballot => ballot.group === group && ballot.statement === statement && isOne(ballot.vote)).length
    const column = (isOne: (vote: number) => boolean) =>
      Uint32Array.from({ length: statements }, (_unused, statement) => of(statement, isOne))
    return { agree: column(vote => vote === 1), disagree: column(vote => vote === -1), seen: column(() => true) }
  })

const anyBallots = fc.array(
  fc.record<Ballot>({ group: fc.nat({ max: 2 }), statement: fc.nat({ max: 6 }), vote: fc.constantFrom<-1 | 0 | 1>(-1, 0, 1) }),
  { minLength: 1, maxLength: 300 },
)

/** The published selection, written as a list of sentences rather than as a fold. */
const plainly = (ballots: readonly Ballot[], group: number, statements: number) => {
  const z = 1.2816
  const lines = Array.from({ length: statements }, (_, statement) => {
    const here = ballots.filter(one => one.statement === statement && one.group === group)
    const there = ballots.filter(one => one.statement === statement && one.group !== group)
    const figures = (vote: number) => {
      const [inside, outside] = [here.filter(one => one.vote === vote).length, there.filter(one => one.vote === vote).length]
      const [n, m] = [here.length, there.length]
      const p = (inside + 1) / (n + 2)
      const pooled = (inside + outside + 2) / (n + m + 2)
      const rt =
        pooled === 1
          ? 0
          : ((inside + 1) / (n + 1) - (outside + 1) / (m + 1)) / Math.sqrt(pooled * (1 - pooled) * (1 / (n + 1) + 1 / (m + 1)))
      const pt = 2 * Math.sqrt(n + 1) * ((inside + 1) / (n + 1) - 0.5)
      return { p, pt, r: p / ((outside + 1) / (m + 2)), rt }
    }
    const [agree, disagree] = [figures(1), figures(-1)]
    const direction = agree.rt > disagree.rt ? 'agree' : 'disagree'
    const chosen = direction === 'agree' ? agree : disagree
    return {
      statement,
      voted: here.some(one => one.vote !== 0),
      agree,
      disagree,
      direction,
      score: chosen.r * chosen.rt * chosen.p * chosen.pt,
    }
  })
  let best: (typeof lines)[number] | undefined
  for (const line of lines) {
    if (!line.voted) continue
    const { p, pt, r, rt } = line.agree
    if (best && best.agree.r > 1) best = r * rt * p * pt > best.agree.r * best.agree.rt * best.agree.p * best.agree.pt ? line : best
    else if (best) best = p * pt > best.agree.p * best.agree.pt ? line : best
    else if (pt > z || (r > 1 && p > 0.5)) best = line
  }
  const sufficient = lines.filter(({ agree, disagree }) => (agree.rt > z && agree.pt > z) || (disagree.rt > z && disagree.pt > z))
  if (sufficient.length === 0) {
    const strength = (line: (typeof lines)[number]) => Math.max(line.agree.rt, line.disagree.rt)
    return best ? [best] : [lines.reduce((most, line) => (strength(line) > strength(most) ? line : most))]
  }
  const others = sufficient
    .filter(line => line !== best)
    .sort((left, right) => right.score - left.score || left.statement - right.statement)
  const five = [...(best ? [best] : []), ...others].slice(0, 5)
  return [...five.filter(line => line.direction === 'agree'), ...five.filter(line => line.direction === 'disagree')]
}

test('representative statements are those of an independent reading of the published rule, to 1e-9', () => {
  fc.assert(
    fc.property(anyBallots, ballots => {
      const names = ['0', '1', '2', '3', '4', '5', '6']
      const found = representative(countsOf(ballots, 3, 7), names)
      for (const group of [0, 1, 2]) {
        const mine = found.filter(one => one.group === group)
        const theirs = plainly(ballots, group, 7)
        expect(mine.map(({ statement, direction }) => [statement, direction])).toEqual(
          theirs.map(({ statement, direction }) => [String(statement), direction]),
        )
        for (const [place, { score }] of mine.entries()) expect(Math.abs(score - theirs[place]!.score)).toBeLessThan(1e-9)
      }
    }),
  )
})

describe('one group against another', () => {
  const ballots: Ballot[] = [
    ...Array.from({ length: 10 }, (): Ballot[] => [
      { group: 0, statement: 0, vote: 1 },
      { group: 1, statement: 0, vote: -1 },
      { group: 0, statement: 1, vote: 1 },
      { group: 1, statement: 1, vote: 1 },
    ]).flat(),
    { group: 0, statement: 2, vote: 0 },
  ]
  const counts = countsOf(ballots, 2, 3)

  test('figures of a statement that divides', () => {
    const { agreeing, disagreeing } = answerOf(counts, 0, 0)
    expect(agreeing.probability).toBeCloseTo(11 / 12, 12)
    expect(agreeing.representativeness).toBeCloseTo(11, 12)
    expect(disagreeing.representativeness).toBeCloseTo(1 / 11, 12)
  })

  test('each group says what the other does not; both agree on the rest', () => {
    const found = representative(counts, ['a', 'b', 'c'])
    expect(found.filter(({ group }) => group === 0)[0]).toMatchObject({ statement: 'a', direction: 'agree' })
    expect(found.find(({ group, statement }) => group === 1 && statement === 'a')).toMatchObject({ direction: 'disagree' })
    const shared = groupAwareConsensus(counts, ['a', 'b', 'c'])
    expect(shared[0]!.probability).toBeCloseTo((11 / 12) * (1 / 12), 12)
    expect(shared[1]!.probability).toBeCloseTo((11 / 12) ** 2, 12)
    expect(shared[2]!.probability).toBeCloseTo((1 / 3) * (1 / 2), 12)
  })
})

test('consensus: above one half and significant, five of each at most, agreements first', () => {
  const counts: Counts = {
    agree: Uint32Array.of(20, 0, 10, 9, 19, 18, 17, 16, 15),
    disagree: Uint32Array.of(0, 20, 10, 0, 0, 0, 0, 0, 0),
    seen: Uint32Array.of(20, 20, 20, 20, 20, 20, 20, 20, 20),
  }
  const found = consensus(counts, [...'abcdefghi'])
  expect(found.map(({ statement, direction }) => `${statement} ${direction}`)).toEqual([
    'a agree',
    'e agree',
    'f agree',
    'g agree',
    'h agree',
    'b disagree',
  ])
  expect(found[0]!.score).toBeCloseTo((21 / 22) * 2 * Math.sqrt(21) * 0.5, 12)
})

test('a new statement comes before one that everybody has seen, and one that divides before one that bores', () => {
  const order = priorities([
    { statement: '1', agree: 30, pass: 0, seen: 60, extremity: 2 },
    { statement: '2', agree: 5, pass: 50, seen: 60, extremity: 0.1 },
    { statement: '3', agree: 0, pass: 0, seen: 0, extremity: 0 },
  ])
  expect(order.map(({ statement }) => statement)).toEqual(['3', '1', '2'])
  expect(order[0]!.priority).toBeCloseTo((0.25 * 9) ** 2, 12)
})
