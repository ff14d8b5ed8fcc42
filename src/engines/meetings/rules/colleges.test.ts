import { describe, expect, test } from 'vitest'
import { canGiveProxy, type Proxy } from './canGiveProxy.ts'
import type { Charter, College, Majority, Manner } from './charter.ts'
import { countBallots, sittingByCollege, votersOf } from './countBallots.ts'
import { quorumOf } from './quorumOf.ts'
import { type Choice, type Count, resultOf } from './resultOf.ts'
import type { Seat } from './sitting.ts'

/**
 * A committee of nine, three by college: users u1 u2 u3, agents a1 a2 a3, elected e1 e2 e3; e1 is in the chair.
 * A line says who is there, who carries whose voice (u2>u1: u1 carries u2), who withdrew, and how each voted:
 * `u1+` for, `u1-` against, `u1o` abstention, `u1b` blank.
 */
const colleges = { u: 'users', a: 'agents', e: 'elected' } as const
const list = (text: string) => text.split(' ').filter(Boolean)
const seat = (member: string): Seat => ({ member, college: colleges[member[0] as 'u' | 'a' | 'e'] })
const seats = (text: string) => list(text).map(seat)
const proxies = (text: string): Proxy[] => list(text).map(one => ({ giver: one.split('>')[0]!, holder: one.split('>')[1]! }))
const signs: Readonly<Record<string, Choice>> = { '+': 'for', '-': 'against', o: 'abstention', b: 'blank' }
const ballots = (text: string) => list(text).map(one => ({ member: one.slice(0, 2), choice: signs[one[2]!]! }))
const nine = 'u1 u2 u3 a1 a2 a3 e1 e2 e3'

const third = { kind: 'at-least', numerator: 1, denominator: 3 } as const
const half = { kind: 'at-least', numerator: 1, denominator: 2 } as const
const quorum = (more: Partial<Charter['quorum']> = {}): Charter['quorum'] => ({
  overall: half,
  colleges: { users: third, agents: third, elected: third },
  proxiesCount: false,
  second: null,
  ...more,
})
const each = (more: Partial<Majority> = {}): Majority => ({
  kind: 'simple',
  base: 'cast',
  scope: 'each-college',
  castingVote: false,
  ...more,
})
const together = (more: Partial<Majority> = {}): Majority => each({ scope: 'overall', ...more })

interface Evening {
  members?: string
  present: string
  carried?: string
  withdrew?: string
  voted: string
  rule: Majority
  manner?: Manner
}
/** The whole of a vote, from who is in the room to the result: the same steps as the act that closes it. */
const evening = ({ members = nine, present, carried = '', withdrew = '', voted, rule, manner = 'named' }: Evening) => {
  const facts = { seats: seats(members), present: list(present), proxies: proxies(carried), withdrawn: list(withdrew) }
  const there = quorumOf({ ...facts, rule: quorum() })
  const chair = ballots(voted).find(one => one.member === 'e1')?.choice ?? null
  const result = resultOf({
    counts: countBallots(ballots(voted), votersOf(facts)),
    sitting: sittingByCollege(facts.seats, facts.withdrawn),
    majority: rule,
    manner,
    chair,
  })
  return { enough: there.reached, outcome: result.outcome, by: result.settledBy }
}

describe('a majority in each college', () => {
  test.each<[string, Evening, { enough: boolean; outcome: string }]>([
    [
      'each college agrees',
      { present: 'u1 u2 a1 a2 e1', voted: 'u1+ u2+ a1+ a2+ e1+', rule: each() },
      { enough: true, outcome: 'carried' },
    ],
    [
      'adopted seven to two all together, refused by the agents alone',
      { present: nine, voted: 'u1+ u2+ u3+ a1+ a2- a3- e1+ e2+ e3+', rule: each() },
      { enough: true, outcome: 'rejected' },
    ],
    [
      'the same vote where all are counted together',
      { present: nine, voted: 'u1+ u2+ u3+ a1+ a2- a3- e1+ e2+ e3+', rule: together() },
      { enough: true, outcome: 'carried' },
    ],
    [
      'a college without any seat is not asked',
      { members: 'u1 u2 a1 a2', present: 'u1 u2 a1 a2', voted: 'u1+ u2+ a1+ a2+', rule: each() },
      { enough: false, outcome: 'carried' },
    ],
    [
      'a college that is there but all abstains has not agreed',
      { present: 'u1 u2 a1 a2 e1', voted: 'u1+ u2+ a1o a2o e1+', rule: each() },
      { enough: true, outcome: 'rejected' },
    ],
    [
      'a college split in two: nothing is adopted, and nothing refused',
      { present: 'u1 u2 a1 a2 e1', voted: 'u1+ u2- a1+ a2+ e1+', rule: each() },
      { enough: true, outcome: 'tied' },
    ],
    [
      'a college split in two does not save a text that another refuses',
      { present: 'u1 u2 a1 a2 e1', voted: 'u1+ u2- a1- a2- e1+', rule: each() },
      { enough: true, outcome: 'rejected' },
    ],
    [
      'the chair’s casting vote settles no split between colleges',
      { present: 'u1 u2 a1 e1', voted: 'u1+ u2- a1+ e1+', rule: each({ castingVote: true }) },
      { enough: false, outcome: 'tied' },
    ],
  ])('%s', (_what, said, expected) => {
    expect(evening(said)).toMatchObject(expected)
  })
})

describe('somebody with an interest withdraws', () => {
  test.each<[string, Evening, { enough: boolean; outcome: string }]>([
    [
      'one agent of three leaves the quorum and the vote',
      { present: 'u1 u2 a1 a2 e1', withdrew: 'a1', voted: 'u1+ u2+ a1- a2+ e1+', rule: each() },
      { enough: true, outcome: 'carried' },
    ],
    [
      'all the agents withdraw: nothing is asked of their college, neither presence nor agreement',
      { present: 'u1 u2 u3 a1 a2 a3 e1 e2', withdrew: 'a1 a2 a3', voted: 'u1+ u2+ u3- e1+ e2+', rule: each() },
      { enough: true, outcome: 'carried' },
    ],
    [
      'two of the three agents withdraw and the third is away: their college lacks one',
      { present: 'u1 u2 u3 a1 a2 e1 e2', withdrew: 'a1 a2', voted: 'u1+ u2+ u3+ e1+ e2+', rule: each() },
      { enough: false, outcome: 'rejected' },
    ],
    [
      'who carries a voice and withdraws takes both away',
      { present: 'u1 u2 a1 a2 e1', carried: 'u3>u1', withdrew: 'u1', voted: 'u1- u3- u2+ a1+ a2+ e1+', rule: each() },
      { enough: true, outcome: 'carried' },
    ],
    [
      'a voice that was given stays with its holder when another withdraws',
      { present: 'u1 u2 a1 a2 e1', carried: 'u3>u1', withdrew: 'u2', voted: 'u1- u3- a1+ a2+ e1+', rule: each() },
      { enough: true, outcome: 'rejected' },
    ],
    [
      'everyone withdraws: there is no vote',
      { present: nine, withdrew: nine, voted: '', rule: each() },
      { enough: false, outcome: 'nobody-voted' },
    ],
  ])('%s', (_what, said, expected) => {
    expect(evening(said)).toMatchObject(expected)
  })
})

describe('a proxy given across colleges', () => {
  const given = (rule: Charter['proxies']) =>
    canGiveProxy({ giver: 'u3', holder: 'e1', seats: seats(nine), present: list('e1'), given: [], rule })
  test('where the rules allow it, the voice counts in the college of the person who gave it', () => {
    expect(given({ perHolder: 1, sameCollege: false }).ok).toBe(true)
    const said = { present: 'u1 u2 a1 a2 e1', carried: 'u3>e1', rule: each() }
    expect(evening({ ...said, voted: 'u1+ u2- u3- a1+ a2+ e1+' }).outcome).toBe('rejected') // users: one for, two against
    expect(evening({ ...said, voted: 'u1+ u2- u3+ a1+ a2+ e1+' }).outcome).toBe('carried') // users: two for, one against
  })
  test('where they forbid it, it is refused', () => {
    expect(given({ perHolder: 1, sameCollege: true })).toEqual({ ok: false, because: 'other-college' })
  })
  test('where proxies count towards the quorum, they fill the college of the giver, not that of the holder', () => {
    const facts = { seats: seats(nine), present: list('a1 a2 e1 e2'), proxies: proxies('u3>e1') }
    expect(quorumOf({ ...facts, rule: quorum({ proxiesCount: true }) }).reached).toBe(true)
    expect(quorumOf({ ...facts, rule: quorum() }).lines.find(line => line.of === 'users')).toMatchObject({ counted: 0, missing: 1 })
  })
})

describe('a second convening', () => {
  test.each([
    ['first meeting, two colleges out of three', 'u1 u2 u3 a1 a2', false, false, 'missing'],
    ['second convening, the same five', 'u1 u2 u3 a1 a2', true, true, 'second-convening'],
    ['second convening, one person alone', 'a1', true, true, 'second-convening'],
    ['second convening with enough in each college: the ordinary rule is met', 'u1 u2 a1 a2 e1', true, true, 'reached'],
  ] as const)('%s', (_what, present, secondConvening, reached, because) => {
    const found = quorumOf({ seats: seats(nine), present: list(present), proxies: [], rule: quorum(), secondConvening })
    expect(found).toMatchObject({ reached, because })
  })
  test('it still takes a majority: a college that did not come has not agreed', () => {
    expect(evening({ present: 'u1 u2 a1', voted: 'u1+ u2+ a1+', rule: each() }).outcome).toBe('rejected')
    expect(evening({ present: 'u1 u2 a1', voted: 'u1+ u2+ a1+', rule: together() }).outcome).toBe('carried')
  })
})

describe('an equal split, all together', () => {
  const split = { present: 'u1 u2 a1 e1', voted: 'u1+ u2- a1- e1+' }
  test.each<[string, Partial<Evening> & { rule: Majority }, string, string]>([
    ['without a casting vote, nothing is adopted', { rule: together() }, 'tied', 'nothing'],
    ['the chair was for', { rule: together({ castingVote: true }) }, 'carried', 'casting-vote'],
    ['the chair was against', { rule: together({ castingVote: true }), voted: 'u1+ u2- a1+ e1-' }, 'rejected', 'casting-vote'],
    ['the chair abstained', { rule: together({ castingVote: true }), voted: 'u1+ u2- a1o e1o' }, 'tied', 'nothing'],
    [
      'the chair withdrew: nobody’s voice prevails',
      { rule: together({ castingVote: true }), withdrew: 'e1', voted: 'u1+ u2-' },
      'tied',
      'nothing',
    ],
    ['the chair is away', { rule: together({ castingVote: true }), present: 'u1 u2', voted: 'u1+ u2-' }, 'tied', 'nothing'],
    ['by show of hands, as by name', { rule: together({ castingVote: true }), manner: 'show-of-hands' }, 'carried', 'casting-vote'],
    ['where each college decides, the chair settles nothing', { rule: each({ castingVote: true }) }, 'rejected', 'majority'],
    ['in a secret vote nobody knows the chair’s side', { rule: together({ castingVote: true }), manner: 'secret' }, 'tied', 'nothing'],
  ])('%s', (_what, more, outcome, by) => {
    expect(evening({ ...split, ...more })).toMatchObject({ outcome, by })
  })
})

describe('abstentions and blanks, under each base: 4 for, 3 against, 2 abstentions, 1 blank, 12 in office', () => {
  const count: Count = { for: 4, against: 3, abstention: 2, blank: 1 }
  test.each([
    ['more for than against: they do not matter', 'simple', 'cast', 4, 'carried'],
    ['more than half of the votes cast: 4 of 7', 'absolute', 'cast', 4, 'carried'],
    ['more than half of the voters: 6 of 10 were needed', 'absolute', 'voters', 6, 'rejected'],
    ['more than half of the members in office: 7 of 12 were needed', 'absolute', 'sitting', 7, 'rejected'],
    ['two thirds of the votes cast: 5 of 7 were needed', 'two-thirds', 'cast', 5, 'rejected'],
    ['two thirds of the voters: 7 of 10 were needed', 'two-thirds', 'voters', 7, 'rejected'],
    ['two thirds of the members in office: 8 of 12 were needed', 'two-thirds', 'sitting', 8, 'rejected'],
  ] as const)('%s', (_what, kind, base, needed, outcome) => {
    const found = resultOf({
      counts: { users: count },
      sitting: { users: 12 },
      majority: together({ kind, base }),
      manner: 'named',
      chair: null,
    })
    expect(found.outcome).toBe(outcome)
    expect(found.lines[0]).toMatchObject({ needed, for: 4, abstention: 2, blank: 1 })
  })
})

test('a secret vote of colleges is counted box by box: a split in one box adopts nothing, whatever the chair', () => {
  const box = (yes: number, no: number): Count => ({ for: yes, against: no, abstention: 0, blank: 0 })
  const counts: Partial<Record<College, Count>> = { users: box(2, 1), agents: box(1, 1), elected: box(2, 0) }
  const facts = { counts, sitting: { users: 3, agents: 3, elected: 3 }, manner: 'secret', chair: 'for' } as const
  expect(resultOf({ ...facts, majority: each({ castingVote: true }) })).toMatchObject({ outcome: 'tied', settledBy: 'nothing' })
})
