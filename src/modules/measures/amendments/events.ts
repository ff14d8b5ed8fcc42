import { z } from 'zod'
import { thresholdPassed } from '#engines/answers'
import { interested, noLongerInterested } from '#engines/following'
import type { JournalEvent } from '#kernel/journal'
import { words } from './locales/index.ts'
import { amendmentTitle } from './queries/amendmentTitle.ts'
import type { Here } from './schema.ts'

const About = z.object({ measure: z.string(), amendment: z.string() })

/** Who supports an amendment gets its news; when enough do, the town hall owes an answer. */
export const amendmentEvents = {
  'amendment.supported': async (world: Here, event: JournalEvent) => {
    if (!event.content || !event.personId) return
    const { measure, amendment } = About.parse(event.content)
    await interested(world, `amendment:${amendment}`, event.personId, 'supporter')
    const found = await amendmentTitle(world.db, world.body.id, measure, amendment)
    if (!found) return
    const title = `${words(world.locale)('amendment.title', { id: amendment })}, ${found.measure}`
    await thresholdPassed(world, `amendment:${amendment}`, found.supports, { title, url: `/mesures/${measure}/amendements/${amendment}` })
  },
  'amendment.unsupported': async (world: Here, event: JournalEvent) => {
    if (!event.content || !event.personId) return
    await noLongerInterested(world, `amendment:${About.parse(event.content).amendment}`, event.personId, 'supporter')
  },
} as const
