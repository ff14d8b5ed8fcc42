import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageSince, yearsBetween } from './ages.ts'
import { type Conditions, type Known, standingUnder } from './standing.ts'

const anyone: Conditions = { minimumAge: null, residence: 'none', college: null, association: false, identity: false }
const newcomer: Known = {
  ageAtLeast: null,
  isAgeExact: false,
  residence: 'none',
  colleges: ['users'],
  isMember: false,
  isIdentified: false,
}

describe('who may take part', () => {
  test.each<[string, Partial<Conditions>, Partial<Known>, readonly string[]]>([
    ['anyone signed in, when nothing is asked', {}, {}, []],
    ['16 asked, age unknown', { minimumAge: 16 }, {}, ['age-unknown']],
    ['16 asked, born 15 years ago', { minimumAge: 16 }, { ageAtLeast: 15, isAgeExact: true }, ['too-young']],
    ['16 asked, seen to be 11 two years ago', { minimumAge: 16 }, { ageAtLeast: 13 }, ['age-unknown']],
    ['16 asked, 16 today', { minimumAge: 16 }, { ageAtLeast: 16 }, []],
    ['home declared is enough', { residence: 'declared' }, { residence: 'declared' }, []],
    ['home declared is not enough', { residence: 'verified' }, { residence: 'declared' }, ['residence-unproven']],
    ['no home here', { residence: 'declared' }, {}, ['not-resident']],
    ['reserved to agents', { college: 'agents' }, {}, ['not-in-college']],
    ['an agent who is also elected', { college: 'agents' }, { colleges: ['elected', 'agents'] }, []],
    ['members of associations', { association: true }, {}, ['not-in-association']],
    [
      'everything at once',
      { minimumAge: 16, residence: 'verified', identity: true },
      {},
      ['age-unknown', 'residence-unproven', 'identity-unproven'],
    ],
  ])('%s', (_, asked, known, missing) => {
    const standing = standingUnder({ ...anyone, ...asked }, { ...newcomer, ...known })
    expect(standing.missing).toEqual(missing)
    expect(standing.ok).toBe(missing.length === 0)
  })

  test('a visitor must sign in first', () => expect(standingUnder(anyone, null).missing).toEqual(['sign-in']))
})

describe('ages', () => {
  test.each([
    ['2010-11-26', '2026-11-26', 16],
    ['2010-11-27', '2026-11-26', 15],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born on %s, on %s: %i', (born, today, age) => expect(yearsBetween(born, today)).toBe(age))

  test('a proof seen in the past never says more than the true age', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map(at => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [born, seenOn, today] = days.toSorted() as [string, string, string]
        const proven = ageSince({ atLeast: yearsBetween(born, seenOn), seenOn }, today)
        expect(proven).toBeLessThanOrEqual(yearsBetween(born, today))
        expect(proven).toBeGreaterThanOrEqual(yearsBetween(born, today) - 1)
      }),
    )
  })
})
