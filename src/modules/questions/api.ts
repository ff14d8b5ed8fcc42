import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { Question } from './question.ts'

const Asked = z.object({ id: z.string(), title: z.string(), text: z.string(), askedAt: z.iso.datetime(), url: z.url() })

/** What machines may ask about questions, newest first, page by page of 100. Names are on the pages, not here. */
export const questionsApi: ApiSpec = {
  summary: { fr: 'Questions posées à la mairie', en: 'Questions asked to the town hall' },
  query: z.object({ page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), questions: z.array(Asked) }),
}

export const askedOf = ({ id, title, text, askedAt }: Question, origin: string): z.output<typeof Asked> => ({
  id,
  title,
  text,
  askedAt,
  url: `${origin}/questions/${id}`,
})
