import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import { gestures, states } from './rules/terms.ts'

/** What machines can read about the amendments of a measure; those set apart by moderation are left out. */
export const amendmentsApi = {
  summary: {
    fr: 'Amendements d’une mesure, dans l’ordre du texte, 100 par page',
    en: 'Amendments of a measure, in the order of the text, 100 a page',
  },
  query: z.object({ page: z.string().optional(), etat: z.enum([...states, 'tous']).optional() }),
  response: z.object({
    page: z.int(),
    hasMore: z.boolean(),
    amendments: z.array(
      z.object({
        id: z.string(),
        gesture: z.enum(gestures),
        state: z.enum(states),
        place: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        reason: z.string(),
        author: z.string().nullable(),
        college: z.enum(['users', 'agents', 'elected']),
        filedAt: z.iso.datetime(),
        supports: z.int(),
        url: z.url(),
      }),
    ),
  }),
} as const satisfies ApiSpec
