import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/clock'
import { leavePath, readLeave } from './leaveLink.ts'
import { digestDue, rhythms } from './rules.ts'

describe('the time for a letter', () => {
  test.each([
    ['never', null, '2026-11-23', 12, false],
    ['immediately', '2026-11-23', '2026-11-23', 3, true],
    ['daily', null, '2026-11-23', 6, false],
    ['daily', null, '2026-11-23', 7, true],
    ['daily', '2026-11-23', '2026-11-23', 9, false],
    ['daily', '2026-11-22', '2026-11-23', 23, true],
    // 23 November 2026 is a Monday.
    ['weekly', null, '2026-11-23', 7, true],
    ['weekly', null, '2026-11-24', 7, false],
    ['weekly', '2026-11-23', '2026-11-23', 20, false],
    ['weekly', '2026-11-16', '2026-11-23', 6, false],
    ['weekly', '2026-11-16', '2026-11-24', 8, true],
  ] as const)('%s, last on %s, now %s at %i: %s', (rhythm, last, today, hour, expected) => {
    expect(digestDue(rhythm, last, { today, hour })).toBe(expected)
  })

  test('someone with news every day gets at most one letter a day, and one a week', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rhythms), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 23 }), (rhythm, start, hour) => {
        let last: string | null = null
        let letters = 0
        for (let n = 0; n < 28; n += 1) {
          const today = addDays('2026-11-23', start + n)
          if (!digestDue(rhythm, last, { today, hour })) continue
          last = today
          letters += 1
        }
        const awake = hour >= 7
        expect(letters).toBe({ never: 0, immediately: 28, daily: awake ? 28 : 0, weekly: awake ? 4 : 0 }[rhythm])
      }),
    )
  })
})

describe('the link to leave', () => {
  const key = Buffer.from('a key that only this town has')
  const leaving = { body: 1, personId: '6d5f0e0e-0000-4000-8000-000000000001', subject: 'measure:3' }
  const token = leavePath(key, leaving).split('/').at(-1)!

  test('says what it lets leave, to whoever signed it', () => {
    expect(leavePath(key, leaving)).toMatch(/^\/courriers\/arreter\/[\w-]+\.[\w-]+$/)
    expect(readLeave(key, token)).toEqual(leaving)
    expect(readLeave(Buffer.from('another key'), token)).toBeNull()
  })

  test('is worth nothing once altered', () => {
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom('A', 'b', '7', '.', '_'), (at, sign) => {
        const altered = token.slice(0, at) + sign + token.slice(at + 1)
        if (altered !== token) expect(readLeave(key, altered)).toBeNull()
      }),
    )
    expect(readLeave(key, '')).toBeNull()
    expect(readLeave(key, `${token}.x`)).toBeNull()
  })
})
