import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantInParis, parisTime } from './parisTime.ts'

test.each([
  ['2026-07-01', '20:00', '2026-07-01T18:00:00.000Z'],
  ['2026-01-15', '19:00', '2026-01-15T18:00:00.000Z'],
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'], // does not exist: read as 03:30
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // happens twice: the first
])('%s at %s', (day, time, instant) => expect(instantInParis(day, time)).toBe(instant))

test('whole minutes come back, but for the hour doubled in autumn', () => {
  fc.assert(
    fc.property(fc.integer({ min: 946_684_800, max: 2_524_608_000 }), seconds => {
      const instant = new Date((seconds - (seconds % 60)) * 1000).toISOString()
      const { day, time } = parisTime(instant)
      const again = instantInParis(day, time)
      expect([instant, new Date(Date.parse(instant) - 3_600_000).toISOString()]).toContain(again)
    }),
  )
})
