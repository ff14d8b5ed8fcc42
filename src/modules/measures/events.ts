import { z } from 'zod'
import { thresholdPassed } from '#engines/answers'
import { interested, noLongerInterested } from '#engines/following'
import type { JournalEvent } from '#kernel/journal'
import type { World } from '#kernel/service'
import { amendmentEvents } from './amendments/events.ts'
import { followCouncil } from './followCouncil.ts'
import { groupEvents } from './group/events.ts'
import { measuresById } from './queries/latestMeasures.ts'
import { supportsOf } from './queries/support.ts'
import type { MeasureTables } from './schema.ts'
import type { KernelTables } from '#kernel/service'

type Here = World<MeasureTables & KernelTables>

const About = z.object({ measure: z.string() })

/** Who supports a measure gets its news; when enough do, the town hall owes an answer. */
export const events = {
  ...amendmentEvents,
  ...groupEvents,
  'measure.supported': async (world: Here, event: JournalEvent) => {
    if (!event.content || !event.personId) return
    const { measure } = About.parse(event.content)
    await interested(world, `measure:${measure}`, event.personId, 'supporter')
    const [found] = await measuresById(world.db, world.body.id, [measure])
    if (found)
      await thresholdPassed(world, `measure:${measure}`, await supportsOf(world, measure), {
        title: found.title,
        url: `/mesures/${measure}`,
      })
  },
  'council.decided': followCouncil,
  'measure.support-withdrawn': async (world: Here, event: JournalEvent) => {
    if (!event.content || !event.personId) return
    await noLongerInterested(world, `measure:${About.parse(event.content).measure}`, event.personId, 'supporter')
  },
} as const
