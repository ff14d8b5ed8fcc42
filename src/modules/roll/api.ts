import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'

const Rule = z.object({
  id: z.string(),
  name: z.string(),
  explanation: z.string(),
  minimumAge: z.int().nullable(),
  residence: z.enum(['none', 'declared', 'verified']),
  college: z.enum(['users', 'agents', 'elected']).nullable(),
  association: z.boolean(),
  identity: z.boolean(),
  decidedBy: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnBecause: z.string().nullable(),
  url: z.url(),
})

/** Published rules of who may take part, page by page of 100; those withdrawn come last. */
export const rulesApi: ApiSpec = {
  summary: { fr: 'Règles publiées de la liste de participation', en: 'Published rules of the participation roll' },
  query: z.object({ page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), rules: z.array(Rule) }),
}
