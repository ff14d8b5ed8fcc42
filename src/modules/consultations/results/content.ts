import { z } from 'zod'

const Tally = z.object({ agree: z.number(), disagree: z.number(), pass: z.number(), seen: z.number() })

/** One reading of the votes: everyone's, or verified residents' alone. */
const ReadingContent = z.object({
  participants: z.number(),
  votes: z.number(),
  /** Enough people took part to say more than counts. */
  isEnough: z.boolean(),
  mapped: z.number(),
  /** Answers needed to have a place on the map. */
  needed: z.number(),
  version: z.string(),
  inputDigest: z.string(),
  provisional: z.boolean(),
  silhouette: z.number().nullable(),
  groups: z.array(z.object({ group: z.number(), members: z.number(), x: z.number(), y: z.number(), isDescribed: z.boolean() })),
  statements: z.array(
    Tally.extend({
      number: z.number(),
      text: z.string(),
      /** Counts of each group, in their order; null for a group too small to be described. */
      groups: z.array(Tally.nullable()),
      shared: z.object({ direction: z.enum(['agree', 'disagree']), probability: z.number(), least: z.number() }).nullable(),
      groupAware: z.number().nullable(),
      divided: z.number(),
      unsure: z.number(),
    }),
  ),
  representative: z.array(
    z.object({
      group: z.number(),
      number: z.number(),
      direction: z.enum(['agree', 'disagree']),
      successes: z.number(),
      trials: z.number(),
      representativeness: z.number(),
    }),
  ),
  marks: z.array(z.object({ x: z.number(), y: z.number(), n: z.number(), group: z.number() })),
  hulls: z.array(z.array(z.object({ x: z.number(), y: z.number() }))),
})
export type ReadingContent = z.output<typeof ReadingContent>

const Provenance = z.object({
  byHour: z.array(z.object({ hour: z.string(), newcomers: z.number(), verified: z.number() })),
  byChannel: z.record(z.string(), z.number()),
  block: z
    .object({
      from: z.string(),
      to: z.string(),
      newcomers: z.number(),
      hours: z.number(),
      verified: z.number(),
      /** Adjusted Rand index of the groups with and without the block; null when nobody is in both. */
      agreement: z.number().nullable(),
      groupsBefore: z.number(),
      groupsAfter: z.number(),
      /** Statements that all groups share only with, or only without, the block. */
      lost: z.array(z.number()),
      gained: z.array(z.number()),
    })
    .nullable(),
})
export type Provenance = z.output<typeof Provenance>

/** What a map says, ready to be drawn; kept as JSON. */
export const MapContent = z.object({ computedAt: z.string(), everyone: ReadingContent, verified: ReadingContent, provenance: Provenance })
export type MapContent = z.output<typeof MapContent>
export type StatementResult = ReadingContent['statements'][number]
