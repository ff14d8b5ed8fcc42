import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import { runners } from './rules/runners.ts'

const Line = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  runBy: z.enum(runners),
  runByName: z.string(),
  face: z.string(),
  place: z.string(),
  heldBy: z.string(),
  sharedWith: z.array(z.string()),
  openings: z.array(z.object({ weekday: z.int().min(1).max(7), opens: z.string(), closes: z.string() })),
  exceptions: z.array(z.object({ firstDay: z.iso.date(), lastDay: z.iso.date(), hours: z.string(), reason: z.string() })),
  url: z.url(),
})

/** What machines can read about services. */
export const catalogueApi = {
  list: {
    summary: { fr: 'Services publics', en: 'Public services' },
    query: z.object({ q: z.string().optional() }),
    response: z.object({ services: z.array(Line) }),
  },
  one: {
    summary: { fr: 'Un service public', en: 'A public service' },
    response: Line.extend({
      audience: z.string(),
      address: z.string(),
      access: z.string(),
      phone: z.string(),
      email: z.string(),
      website: z.string(),
      hoursNote: z.string(),
      question: z.string(),
      edition: z.int(),
      archivedAt: z.iso.datetime().nullable(),
      archivedBecause: z.string().nullable(),
      changedAt: z.iso.datetime(),
      measures: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, ApiSpec>
