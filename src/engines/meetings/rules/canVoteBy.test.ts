import { describe, expect, test } from 'vitest'
import { canVoteBy, type MannerFacts } from './canVoteBy.ts'
import type { Manner } from './charter.ts'

const rule: NonNullable<MannerFacts['rule']> = {
  secret: { kind: 'at-least', numerator: 1, denominator: 3 },
  named: { kind: 'at-least', numerator: 1, denominator: 4 },
  nominationsSecret: true,
}

describe('how a council votes (CGCT L2121-21)', () => {
  test.each([
    // present, ask secret, ask named, nomination, unanimous, manner            → refused because
    ['nobody asks anything: hands are raised', 20, 0, 0, '', 'show-of-hands', null],
    ['nobody asks anything: the chair may have each voice written down', 20, 0, 0, '', 'named', null],
    ['nobody asks: no secrecy by the chair alone', 20, 0, 0, '', 'secret', 'secret-not-asked'],
    ['six of twenty are not a third', 20, 6, 0, '', 'secret', 'secret-not-asked'],
    ['seven of twenty are a third', 20, 7, 0, '', 'secret', null],
    ['seven of twenty are a third: hands may not be raised', 20, 7, 0, '', 'show-of-hands', 'secret-asked'],
    ['six of eighteen are exactly a third', 18, 6, 0, '', 'secret', null],
    ['four of twenty are not a quarter', 20, 0, 4, '', 'show-of-hands', null],
    ['five of twenty are a quarter: voices are written down', 20, 0, 5, '', 'show-of-hands', 'named-asked'],
    ['five of twenty are a quarter', 20, 0, 5, '', 'named', null],
    ['both asked in number: secrecy prevails', 20, 7, 9, '', 'named', 'secret-asked'],
    ['both asked, secrecy by too few', 20, 6, 9, '', 'named', null],
    ['a nomination is secret though nobody asks', 20, 0, 0, 'nomination', 'secret', null],
    ['a nomination by raised hands', 20, 0, 0, 'nomination', 'show-of-hands', 'secret-for-nomination'],
    ['a nomination by raised hands, everyone agreed', 20, 0, 0, 'unanimous', 'show-of-hands', null],
    ['everyone agreed, then a third asks for secrecy', 20, 7, 0, 'unanimous', 'show-of-hands', 'secret-asked'],
    ['one member present asks: one is a third of one', 1, 1, 0, '', 'show-of-hands', 'secret-asked'],
  ] as const)('%s', (_what, present, secretAsked, namedAsked, about, manner, because) => {
    const facts = { rule, present, secretAsked, namedAsked, nomination: about !== '', unanimous: about === 'unanimous' }
    const verdict = canVoteBy(manner, facts)
    expect(verdict.ok ? null : verdict.because).toBe(because)
  })

  test('an assembly without such rules lets its chair choose', () => {
    const facts = { rule: undefined, present: 9, secretAsked: 9, namedAsked: 9, nomination: true, unanimous: false }
    for (const manner of ['show-of-hands', 'named', 'secret'] satisfies Manner[]) expect(canVoteBy(manner, facts).ok).toBe(true)
  })
})
