import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { Ballot } from './queries/ballots.ts'
import { states } from './rules/life.ts'

const Listed = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  state: z.enum(states),
  measure: z.string().nullable(),
  isSecret: z.boolean(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  url: z.url(),
})

/** Votes announced, page by page of 100: open ones first. Results and ballots are in the bundle of each. */
export const ballotsApi: ApiSpec = {
  summary: { fr: 'Votes consultatifs', en: 'Consultative votes' },
  query: z.object({ page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), ballots: z.array(Listed) }),
}

export const oneOf = (
  { id, title, purpose, state, measure, isSecret, opensAt, closesAt }: Ballot,
  origin: string,
): z.output<typeof Listed> => ({
  id,
  title,
  purpose,
  state,
  measure,
  isSecret,
  opensAt,
  closesAt,
  url: `${origin}/votes/${id}`,
})
