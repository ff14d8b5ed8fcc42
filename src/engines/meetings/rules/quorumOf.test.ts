import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Charter, College } from './charter.ts'
import { quorumOf } from './quorumOf.ts'
import type { Seat } from './sitting.ts'

// A seat is a letter and its college: u users, a agents, e elected.
const seats = (text: string): Seat[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map(one => ({ member: one, college: ({ u: 'users', a: 'agents', e: 'elected' } as const)[one[0] as 'u' | 'a' | 'e'] }))
const list = (text: string) => text.split(' ').filter(Boolean)
const proxies = (text: string) => list(text).map(one => ({ giver: one.split('>')[0]!, holder: one.split('>')[1]! }))

const half = { kind: 'at-least', numerator: 1, denominator: 2 } as const
const majority = { kind: 'more-than', numerator: 1, denominator: 2 } as const
const third = { kind: 'at-least', numerator: 1, denominator: 3 } as const
const rule = (more: Partial<Charter['quorum']>): Charter['quorum'] => ({
  overall: null,
  colleges: {},
  proxiesCount: false,
  second: null,
  ...more,
})
const nine = 'u1 u2 u3 a1 a2 a3 e1 e2 e3'

describe('are there enough of us?', () => {
  test.each([
    // what                                     rule                                                members  present           proxies   withdrawn  reached  missing
    ['half of nine is five', rule({ overall: half }), nine, 'u1 u2 a1 a2 e1', '', '', true, {}],
    ['four of nine is one short', rule({ overall: half }), nine, 'u1 u2 a1 a2', '', '', false, { all: 1 }],
    ['half of four is two', rule({ overall: half }), 'u1 u2 a1 e1', 'u1 a1', '', '', true, {}],
    ['more than half of four is three', rule({ overall: majority }), 'u1 u2 a1 e1', 'u1 a1', '', '', false, { all: 1 }],
    ['a council: proxies do not count', rule({ overall: majority }), 'e1 e2 e3 e4 e5', 'e1 e2', 'e3>e1 e4>e2', '', false, { all: 1 }],
    ['a club: proxies count', rule({ overall: majority, proxiesCount: true }), 'e1 e2 e3 e4 e5', 'e1 e2', 'e3>e1', '', true, {}],
    [
      'the proxy of someone who came in the end counts once',
      rule({ overall: { kind: 'number', n: 3 }, proxiesCount: true }),
      'e1 e2 e3',
      'e1 e2',
      'e2>e1',
      '',
      false,
      { all: 1 },
    ],
    [
      'an absent holder carries nobody',
      rule({ overall: { kind: 'number', n: 2 }, proxiesCount: true }),
      'e1 e2 e3',
      'e1',
      'e2>e3',
      '',
      false,
      { all: 1 },
    ],
    [
      'a holder who withdraws carries nobody either',
      rule({ overall: { kind: 'number', n: 3 }, proxiesCount: true }),
      'e1 e2 e3 e4',
      'e1 e2 e3',
      'e4>e1',
      'e1',
      false,
      { all: 1 },
    ],
    [
      'no elected member came',
      rule({ colleges: { users: third, agents: third, elected: third } }),
      nine,
      'u1 u2 u3 a1 a2 a3',
      '',
      '',
      false,
      { elected: 1 },
    ],
    ['one of each college came', rule({ colleges: { users: third, agents: third, elected: third } }), nine, 'u1 a1 e1', '', '', true, {}],
    [
      'overall and by college',
      rule({ overall: half, colleges: { elected: half } }),
      nine,
      'u1 u2 u3 a1 a2 a3 e1',
      '',
      '',
      false,
      { elected: 1 },
    ],
    [
      'a college emptied of its members still misses one',
      rule({ colleges: { elected: third } }),
      'u1 a1',
      'u1 a1',
      '',
      '',
      false,
      { elected: 1 },
    ],
    [
      'two withdraw: five in office become three, two are enough',
      rule({ overall: majority }),
      'e1 e2 e3 e4 e5',
      'e1 e2 e3 e4',
      '',
      'e3 e4',
      true,
      {},
    ],
    ['a visitor who is no member does not count', rule({ overall: { kind: 'number', n: 2 } }), 'u1 u2', 'u1 x9', '', '', false, { all: 1 }],
  ] as const)('%s', (_what, quorum, members, present, given, withdrawn, reached, missing) => {
    const found = quorumOf({
      seats: seats(members),
      present: list(present),
      proxies: proxies(given),
      rule: quorum,
      withdrawn: list(withdrawn),
    })
    expect(found.reached).toBe(reached)
    expect(Object.fromEntries(found.lines.filter(line => line.missing > 0).map(line => [line.of, line.missing]))).toEqual(missing)
  })

  test('a second convening sits whatever the number, and says so', () => {
    const facts = { seats: seats(nine), present: ['u1'], proxies: [], rule: rule({ overall: half }) }
    expect(quorumOf(facts)).toMatchObject({ reached: false, because: 'missing' })
    expect(quorumOf({ ...facts, secondConvening: true })).toMatchObject({ reached: true, because: 'second-convening' })
  })

  test('the line of a college says who is present and who is represented', () => {
    const found = quorumOf({ seats: seats(nine), present: ['u1', 'a1'], proxies: proxies('u2>a1 e1>u1'), rule: rule({ overall: half }) })
    expect(found.lines.map(line => [line.of, line.sitting, line.present, line.represented])).toEqual([
      ['all', 9, 2, 2],
      ['users', 3, 1, 1],
      ['agents', 3, 1, 0],
      ['elected', 3, 0, 1],
    ])
  })
})

test('one more person present never loses a quorum', () => {
  const college = fc.constantFrom<College>('users', 'agents', 'elected')
  fc.assert(
    fc.property(fc.array(college, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.boolean()), fc.nat(), (benches, coins, pick) => {
      const all = benches.map((one, index) => ({ member: `m${index}`, college: one }))
      const present = all.filter(() => coins.next().value).map(seat => seat.member)
      const more = [...present, all[pick % all.length]!.member]
      const facts = { seats: all, proxies: [], rule: rule({ overall: half, colleges: { elected: third } }) }
      if (quorumOf({ ...facts, present }).reached) expect(quorumOf({ ...facts, present: more }).reached).toBe(true)
      expect(quorumOf({ ...facts, present: [...present].reverse() })).toEqual(quorumOf({ ...facts, present }))
    }),
  )
})
