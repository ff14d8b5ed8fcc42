import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { Line } from './queries/readLines.ts'
import { effects, kinds, states, steps } from './rules/life.ts'
import { linePath } from './rules/sitePath.ts'

const college = z.enum(['users', 'agents', 'elected'])
const counts = z.object({ users: z.int(), agents: z.int(), elected: z.int() })
const Need = z.object({
  id: z.string(),
  service: z.string(),
  round: z.string().nullable(),
  kind: z.enum(kinds),
  what: z.string(),
  audience: z.string(),
  place: z.string(),
  change: z.string(),
  evidence: z.string(),
  college,
  statedAt: z.iso.datetime(),
  state: z.enum(['stated', ...steps] satisfies readonly (typeof states)[number][]),
  groupedInto: z.string().nullable(),
  agreements: counts,
  url: z.url(),
})

/** What machines may read of needs; colleges, never names. */
export const needsApi = {
  list: {
    summary: { fr: 'Besoins et adaptations des services', en: 'Needs and adaptations of the services' },
    query: z.object({ page: z.coerce.number().int().min(1).optional(), service: z.string().optional() }),
    response: z.object({ page: z.int(), hasMore: z.boolean(), needs: z.array(Need) }),
  },
  one: {
    summary: { fr: 'Un besoin, et sa vie', en: 'A need, and its life' },
    response: Need.extend({
      life: z.array(
        z.object({
          step: z.enum(steps),
          reason: z.string(),
          on: z.iso.date(),
          before: z.string().nullable(),
          after: z.string().nullable(),
          effect: z.enum(effects).nullable(),
        }),
      ),
      offspring: z.array(
        z.object({
          kind: z.enum(['amendment', 'proposal']),
          number: z.string(),
          measure: z.string().nullable(),
          outcome: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, ApiSpec>

export const needOf = (line: Line, origin: string): z.output<typeof Need> => ({
  id: line.id,
  service: line.service,
  round: line.round,
  kind: line.kind,
  what: line.what,
  audience: line.audience,
  place: line.place,
  change: line.change,
  evidence: line.evidence,
  college: line.college,
  statedAt: line.at,
  state: line.state,
  groupedInto: line.into,
  agreements: line.agreements,
  url: `${origin}${linePath(line.id)}`,
})
