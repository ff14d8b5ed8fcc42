import { z } from 'zod'
import type { JournalEvent } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { seatPilot } from './queries/group.ts'

const Facts = z.object({ measure: z.string(), pilotId: z.string().nullable() })

/** Whoever is given the pen of a measure takes the chair of its group. */
export const groupEvents = {
  'measure.facts-changed': async (world: AnyWorld, event: JournalEvent) => {
    if (!event.content) return
    const { measure, pilotId } = Facts.parse(event.content)
    await seatPilot(world, measure, pilotId)
  },
} as const
