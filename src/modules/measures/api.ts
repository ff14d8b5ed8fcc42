import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import { stages } from './rules/stages.ts'

const Line = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  stage: z.enum(stages),
  closesOn: z.iso.date().nullable(),
  section: z.string().nullable(),
  supports: z.int(),
  url: z.url(),
})
const Query = z.object({
  page: z.string().optional(),
  q: z.string().optional(),
  etape: z.enum(stages).optional(),
  theme: z.string().optional(),
  tri: z.literal('cloture').optional(),
})

/** What machines can read about measures. */
export const measureApi = {
  list: {
    summary: { fr: 'Mesures, 100 par page', en: 'Measures, 100 a page' },
    query: Query,
    response: z.object({ page: z.int(), hasMore: z.boolean(), measures: z.array(Line) }),
  },
  one: {
    summary: { fr: 'Une mesure : son texte, ses étapes, ses versions', en: 'A measure: its text, stages and versions' },
    response: Line.omit({ section: true }).extend({
      stageSince: z.iso.datetime(),
      ownerService: z.string(),
      pilot: z.string().nullable(),
      changedAt: z.iso.datetime(),
      version: z.int(),
      section: z.object({ id: z.string(), title: z.string(), number: z.string() }).nullable(),
      paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
      stages: z.array(z.object({ stage: z.enum(stages), reason: z.string(), at: z.string(), author: z.string().nullable() })),
      versions: z.array(
        z.object({ number: z.int(), at: z.string(), note: z.string(), author: z.string().nullable(), credits: z.array(z.string()) }),
      ),
    }),
  },
} as const satisfies Record<string, ApiSpec>
