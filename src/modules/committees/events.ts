import type { JournalEvent } from '#kernel/journal'
import { placeAgain, placeWaiting, takeBack } from './missed.ts'
import type { Here } from './schema.ts'

/** The committee whose assembly the event is about, or null. */
const committeeOf = (event: JournalEvent) => /^committee:(\d{1,18})$/.exec(String(event.content?.owner ?? ''))?.[1] ?? null

/** Promises that were not kept come back to their committee; a meeting that is planned takes what waits. */
export const events = {
  'commitment.missed': takeBack,
  'commitment.returned': takeBack,
  'meeting.planned': async (world: Here, event: JournalEvent) => {
    const committee = committeeOf(event)
    if (committee) await placeWaiting(world, committee)
  },
  'meeting.cancelled': async (world: Here, event: JournalEvent) => {
    const committee = committeeOf(event)
    if (committee) await placeAgain(world, committee, event.subject.split(':')[1] ?? '')
  },
} as const
