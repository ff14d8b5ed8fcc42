import { z } from 'zod'

const Share = z.object({ share: z.number(), low: z.number(), high: z.number() })
const codes = z.array(z.string())
const OneWay = z.object({
  kind: z.literal('one-way'),
  id: z.string(),
  question: z.string(),
  base: z.number(),
  rows: z.array(z.object({ codes, count: z.number(), answered: Share.nullable(), weighted: Share.nullable() })),
  hidden: codes,
})
const Crossing = z.object({
  kind: z.literal('crossing'),
  id: z.string(),
  question: z.string(),
  by: z.string(),
  columns: z.array(z.object({ codes, base: z.number().nullable() })),
  rows: z.array(
    z.object({
      codes,
      total: z.number().nullable(),
      cells: z.array(z.object({ count: z.number().nullable(), answered: Share.nullable(), weighted: Share.nullable() })),
    }),
  ),
  hidden: z.number(),
})
const Publication = z.object({
  respondents: z.number(),
  threshold: z.number(),
  weighted: z.boolean(),
  designEffect: z.number(),
  tables: z.array(z.discriminatedUnion('kind', [OneWay, Crossing])),
  withheld: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      by: z.string().nullable(),
      because: z.enum(['too-few', 'unanimous', 'unsafe', 'held']),
    }),
  ),
})

/** Who answered against who lives here, along one dimension; `answered` null when too few to be said. */
const Against = z.object({
  dimension: z.string(),
  question: z.string(),
  source: z.string(),
  groups: z.array(z.object({ codes, answered: z.number().nullable(), here: z.number() })),
})
const Text = z.object({ question: z.string(), text: z.string() })

/** Results as they were published, wholly kept: tables, whom they speak for, words read by an agent. */
export const PublishedResults = z.object({
  publication: Publication,
  channels: z.record(z.string(), z.number()),
  against: z.array(Against),
  weighting: z.object({ dimensions: z.array(z.string()), lowest: z.number(), highest: z.number(), trimmed: z.number() }).nullable(),
  /** Words that agents read, in an order that is not that of the answers. */
  texts: z.array(Text),
  /** How many free texts were kept back by the reading. */
  keptBack: z.number(),
})
export type PublishedResults = z.output<typeof PublishedResults>
export type PublishedTable = PublishedResults['publication']['tables'][number]
