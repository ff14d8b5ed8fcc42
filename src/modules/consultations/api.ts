import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { ConsultationLine } from './queries/consultations.ts'

const One = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'open', 'closed', 'published']),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  participants: z.int(),
  url: z.url(),
})

/** What machines may ask about consultations, those open first, page by page of 100. */
export const consultationsApi: ApiSpec = {
  summary: { fr: 'Consultations, leurs dates et leurs participants', en: 'Consultations, their dates and their participants' },
  query: z.object({ page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), consultations: z.array(One) }),
}

export const oneOf = ({ id, title, state, opensOn, closesOn, participants }: ConsultationLine, origin: string): z.output<typeof One> => ({
  id,
  title,
  state,
  opensOn,
  closesOn,
  participants,
  url: `${origin}/consultations/${id}`,
})
