import { z } from 'zod'

export const colleges = ['users', 'agents', 'elected'] as const
/** The three benches of a mixed assembly. An assembly with one bench puts everyone in the same college. */
export type College = (typeof colleges)[number]

export const delayKinds = ['days', 'clear-days', 'working-days'] as const
const delay = z.object({
  /** `days`: n nights at least. `clear-days`: neither the sending nor the meeting counts. `working-days`: clear, Monday to Friday, no holiday. */
  kind: z.enum(delayKinds),
  n: z.int().min(0).max(60),
  /** A delay that would end on a Saturday, a Sunday or a holiday runs to the next working day. Never for a council (CE, 13 October 1993, d'André). */
  carriedOver: z.boolean().default(false),
})
export type Delay = z.output<typeof delay>

const positive = z.int().min(1).max(1000)
/** How many of a number: `more-than` 1/2 of 27 is 14; `at-least` 1/3 of 10 is 4; `number` is itself. */
const share = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['more-than', 'at-least']), numerator: positive, denominator: positive }),
  z.object({ kind: z.literal('number'), n: positive }),
])
export type Share = z.output<typeof share>

const majority = z.object({
  /** `simple`: more for than against. `absolute`: more than half of the base. `two-thirds`: at least two thirds of it. */
  kind: z.enum(['simple', 'absolute', 'two-thirds']),
  /** What absolute and two-thirds are a share of: votes for and against; with abstentions and blanks; or every sitting member. */
  base: z.enum(['cast', 'voters', 'sitting']),
  scope: z.enum(['overall', 'each-college']),
  /** On an equal split of an open vote, the side of the person in the chair wins (as CGCT L2121-20). */
  castingVote: z.boolean(),
})
export type Majority = z.output<typeof majority>

export const channels = ['room', 'remote', 'phone'] as const
/** How somebody attends. */
export type Channel = (typeof channels)[number]

export const manners = ['show-of-hands', 'named', 'secret'] as const
export type Manner = (typeof manners)[number]

export const Charter = z.object({
  convening: z.object({
    delay,
    urgent: delay.nullable(),
    /** A notice shortened for urgency is ruled upon before anything else is voted (as CGCT L2121-12). */
    urgencyRuled: z.boolean().optional(),
  }),
  quorum: z.object({
    overall: share.nullable(),
    colleges: z.partialRecord(z.enum(colleges), share),
    proxiesCount: z.boolean(),
    /** Missed once, the assembly may be convened again after this delay, and then sits whatever the number (as CGCT L2121-17). */
    second: delay.nullable(),
  }),
  proxies: z.object({ perHolder: z.int().min(0).max(20), sameCollege: z.boolean() }),
  vote: z.object({
    manner: z.enum(manners),
    majority,
    /** Members present may impose how a vote is taken (as CGCT L2121-21); absent, the chair chooses. */
    asking: z.object({ secret: share, named: share, nominationsSecret: z.boolean() }).optional(),
  }),
  agenda: z.object({
    /** The chair, or the secretary, may add an item until so many days before. */
    chairUntilDays: z.int().min(0).max(60),
    /** So many members, asking together, add one whatever the chair thinks. */
    members: share.nullable(),
    membersUntilDays: z.int().min(0).max(60),
    /** Once the notice is sent, nothing joins the agenda. */
    closedByNotice: z.boolean().optional(),
    /** The notice goes with an explanatory note on each item (as CGCT L2121-12). */
    noteRequired: z.boolean().optional(),
  }),
  /** Those who lost a vote may write a minority report until so many days after it; 0: there is none. */
  minority: z.object({ days: z.int().min(0).max(90) }).default({ days: 15 }),
})
/** The rules of an assembly, as data that it may change for itself. */
export type Charter = z.output<typeof Charter>

/** Reads a charter kept as JSON; throws when it is not one. */
export const charterFrom = (value: unknown): Charter => Charter.parse(value)

/** What suits a working group: a week's notice, half of its people, one proxy each, show of hands. */
export const groupCharter: Charter = {
  convening: { delay: { kind: 'days', n: 7, carriedOver: false }, urgent: null },
  quorum: {
    overall: { kind: 'at-least', numerator: 1, denominator: 2 },
    colleges: {},
    proxiesCount: false,
    second: { kind: 'days', n: 3, carriedOver: false },
  },
  proxies: { perHolder: 1, sameCollege: false },
  vote: { manner: 'show-of-hands', majority: { kind: 'simple', base: 'cast', scope: 'overall', castingVote: false } },
  agenda: { chairUntilDays: 1, members: { kind: 'more-than', numerator: 1, denominator: 2 }, membersUntilDays: 3 },
  minority: { days: 15 },
}
