import { record } from '#kernel/journal'
import type { Contributor, ScheduledJob } from '#kernel/world'

const day = 86_400_000

/** Removes every night what has been kept as long as it may; the journal says how much, of what. */
export const nightly = (rooms: readonly Contributor[]): ScheduledJob => ({
  every: '17 3 * * *',
  run: system =>
    system.forEachBody(async world => {
      for (const room of rooms) {
        for (const [n, rule] of (room.retention ?? []).entries()) {
          const removed = await rule.purge(world, new Date(Date.parse(world.now) - rule.days * day).toISOString())
          if (removed > 0) await record(world, 'retention.enforced', { subject: `${room.id}:${n}`, content: { removed, days: rule.days } })
        }
      }
    }),
})
