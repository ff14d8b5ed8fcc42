import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { College, Majority, Manner } from './charter.ts'
import { type Choice, choices, type Count, resultOf } from './resultOf.ts'

const count = ([yes, no, abstention = 0, blank = 0]: readonly number[]): Count => ({ for: yes!, against: no!, abstention, blank })
const majority = (more: Partial<Majority> = {}): Majority => ({
  kind: 'simple',
  base: 'cast',
  scope: 'overall',
  castingVote: false,
  ...more,
})
const absolute = majority({ kind: 'absolute' })
const council = majority({ kind: 'absolute', castingVote: true })
const each = majority({ scope: 'each-college' })

const decide = (
  by: Partial<Record<College, readonly number[]>>,
  rule: Majority,
  {
    manner = 'named',
    chair = null,
    sitting = {},
  }: { manner?: Manner; chair?: Choice | null; sitting?: Partial<Record<College, number>> } = {},
) =>
  resultOf({
    counts: Object.fromEntries(Object.entries(by).map(([college, numbers]) => [college, count(numbers)])),
    sitting,
    majority: rule,
    manner,
    chair,
  })

describe('is it adopted? (for, against, abstentions, blanks)', () => {
  test.each([
    ['simple majority, abstentions aside', { elected: [3, 2, 10] }, majority(), {}, 'carried', 'majority'],
    ['absolute majority of votes cast: 6 of 11', { elected: [6, 5, 4] }, absolute, {}, 'carried', 'majority'],
    [
      'the same where abstentions are counted: 6 of 15 is not enough',
      { elected: [6, 5, 4] },
      majority({ kind: 'absolute', base: 'voters' }),
      {},
      'rejected',
      'majority',
    ],
    [
      'blank papers count among voters, never among votes cast',
      { elected: [6, 5, 0, 4] },
      majority({ kind: 'absolute', base: 'voters' }),
      {},
      'rejected',
      'majority',
    ],
    [
      'majority of members in office: 14 of 27',
      { elected: [14, 0] },
      majority({ kind: 'absolute', base: 'sitting' }),
      { sitting: { elected: 27 } },
      'carried',
      'majority',
    ],
    [
      'thirteen of 27 in office',
      { elected: [13, 0] },
      majority({ kind: 'absolute', base: 'sitting' }),
      { sitting: { elected: 27 } },
      'rejected',
      'majority',
    ],
    ['two thirds of nine is six', { elected: [6, 3] }, majority({ kind: 'two-thirds' }), {}, 'carried', 'majority'],
    ['two thirds of ten is seven', { elected: [6, 4] }, majority({ kind: 'two-thirds' }), {}, 'rejected', 'majority'],
    ['a tie adopts nothing', { elected: [5, 5] }, absolute, { chair: 'for' }, 'tied', 'nothing'],
    ['council: the mayor settles a tie', { elected: [5, 5, 2] }, council, { chair: 'for' }, 'carried', 'casting-vote'],
    ['council: the mayor settles it the other way', { elected: [5, 5] }, council, { chair: 'against' }, 'rejected', 'casting-vote'],
    ['council: a mayor who abstains settles nothing', { elected: [5, 5, 1] }, council, { chair: 'abstention' }, 'tied', 'nothing'],
    ['council: no casting vote in a secret ballot', { elected: [5, 5] }, council, { chair: 'for', manner: 'secret' }, 'tied', 'nothing'],
    [
      'no casting vote where a majority of voters is asked',
      { elected: [5, 5, 3] },
      majority({ kind: 'absolute', base: 'voters', castingVote: true }),
      { chair: 'for' },
      'rejected',
      'majority',
    ],
    ['each college agrees', { users: [3, 1], agents: [2, 1], elected: [1, 0] }, each, {}, 'carried', 'majority'],
    ['users outnumber everyone, agents refuse', { users: [30, 0], agents: [1, 2], elected: [2, 0] }, each, {}, 'rejected', 'majority'],
    ['a tie in one college', { users: [3, 1], agents: [2, 2], elected: [2, 0] }, each, {}, 'tied', 'nothing'],
    [
      'a college whose members are all absent has not agreed',
      { users: [3, 0], agents: [2, 0] },
      each,
      { sitting: { users: 3, agents: 2, elected: 2 } },
      'rejected',
      'majority',
    ],
    [
      'a college that withdrew whole leaves the count',
      { users: [3, 0], agents: [2, 0] },
      each,
      { sitting: { users: 3, agents: 2, elected: 0 } },
      'carried',
      'majority',
    ],
    ['nobody voted', { users: [0, 0] }, majority(), {}, 'nobody-voted', 'nothing'],
    ['everyone abstained', { users: [0, 0, 7] }, majority(), {}, 'rejected', 'majority'],
  ] as const)('%s', (_what, by, rule, more, outcome, settledBy) => {
    expect(decide(by, rule, more)).toMatchObject({ outcome, settledBy })
  })

  test('the first line adds up the colleges and says how many were needed', () => {
    const { lines } = decide({ users: [3, 1, 1], elected: [1, 2, 0, 1] }, absolute)
    expect(lines[0]).toMatchObject({ of: 'all', for: 4, against: 3, abstention: 1, blank: 1, base: 7, needed: 4, carried: true })
    expect(lines.slice(1).map(line => [line.of, line.needed, line.carried])).toEqual([
      ['users', 3, true],
      ['elected', 2, false],
    ])
  })
})

const anyCount = fc.record({ for: fc.nat(20), against: fc.nat(20), abstention: fc.nat(20), blank: fc.nat(5) })
const anyMajority = fc.record({
  kind: fc.constantFrom('simple', 'absolute', 'two-thirds'),
  base: fc.constantFrom('cast', 'voters', 'sitting'),
  scope: fc.constantFrom('overall', 'each-college'),
  castingVote: fc.boolean(),
}) as fc.Arbitrary<Majority>
const facts = (users: Count, elected: Count, rule: Majority, chair: Choice | null) =>
  ({ counts: { users, elected }, sitting: { users: 50, elected: 50 }, majority: rule, manner: 'named', chair }) as const

test('turning a vote against into a vote for never loses what was carried', () => {
  fc.assert(
    fc.property(anyCount, anyCount, anyMajority, fc.constantFrom<Choice>(...choices), (users, elected, rule, chair) => {
      fc.pre(users.against > 0)
      const before = resultOf(facts(users, elected, rule, chair))
      const after = resultOf(facts({ ...users, for: users.for + 1, against: users.against - 1 }, elected, rule, chair))
      if (before.outcome === 'carried' && before.settledBy === 'majority') expect(after.outcome).toBe('carried')
    }),
  )
})

test('never carried and tied at once; what is carried by a majority has more for than against', () => {
  fc.assert(
    fc.property(anyCount, anyCount, anyMajority, (users, elected, rule) => {
      const found = resultOf(facts(users, elected, rule, null))
      for (const line of found.lines) expect(line.carried && line.tied).toBe(false)
      if (found.outcome === 'carried' && rule.base !== 'sitting') expect(found.lines[0]!.for).toBeGreaterThan(found.lines[0]!.against)
    }),
  )
})
