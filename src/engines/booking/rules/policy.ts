import { z } from 'zod'

const cents = z.int().min(0).max(100_000_000)
const path = z
  .string()
  .regex(/^(\/[^/\\\s][^\\\s]*)?$/)
  .default('')
const minutes = z.int().min(0).max(5_256_000)

/** What a booking costs; always integer cents. `per`: an hour of the time booked, a place, one unit (gram, minute, metre, day…), or the whole. */
export const PriceRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({
    kind: z.literal('flat'),
    per: z.enum(['hour', 'place', 'unit', 'booking']),
    cents,
    unit: z.string().max(40).default(''),
  }),
  /** The first bracket whose `upTo` is at least the quotient familial; the last one has none. */
  z.strictObject({
    kind: z.literal('brackets'),
    per: z.enum(['hour', 'place', 'unit', 'booking']),
    unit: z.string().max(40).default(''),
    brackets: z
      .array(z.strictObject({ upTo: z.number().min(0).nullable(), cents }))
      .min(1)
      .max(20),
  }),
  /** Cents = quotient familial × `permille` / 1000 × 100, never below `least` nor above `most`. */
  z.strictObject({
    kind: z.literal('linear'),
    per: z.enum(['hour', 'place', 'unit', 'booking']),
    unit: z.string().max(40).default(''),
    permille: z.number().min(0).max(1000),
    least: cents,
    most: cents,
  }),
])
export type PriceRule = z.output<typeof PriceRule>

/** The rules under which something is booked; what is left out is not asked. A room keeps its own words for permits and documents. */
export const Rules = z.strictObject({
  /** Permits, each of them needed: `fablab:laser`, what people call it, and the page that says how to gain it. */
  permits: z
    .array(z.strictObject({ permit: z.string().max(80), label: z.string().max(160), path }))
    .max(10)
    .default([]),
  /** Rules of the house to have signed, with the edition in force and the page where they are signed. */
  documents: z
    .array(z.strictObject({ document: z.string().max(80), edition: z.int().min(1), label: z.string().max(160), path }))
    .max(10)
    .default([]),
  minimumAge: z.int().min(0).max(120).nullable().default(null),
  /** `declared`: says they live here; `verified`: proved it. */
  residence: z.enum(['none', 'declared', 'verified']).default('none'),
  /** Must be a member of an association: any (`any`), or one of these organisations by number. */
  membership: z.union([z.literal('none'), z.literal('any'), z.array(z.string().regex(/^\d{1,18}$/)).min(1)]).default('none'),
  /** How much one person may book in a week, Monday to Sunday, among all that follows this policy. */
  perWeek: z.strictObject({ bookings: z.int().min(1).nullable().default(null), minutes: minutes.nullable().default(null) }).prefault({}),
  /** How many bookings to come at once. */
  atOnce: z.int().min(1).nullable().default(null),
  /** Booked at the latest so many minutes before, and at the earliest so many days. */
  advance: z.strictObject({ leastMinutes: minutes.default(0), mostDays: z.int().min(1).max(3660).nullable().default(null) }).prefault({}),
  /** Length of a booking, and what it is a multiple of. */
  length: z
    .strictObject({ step: z.int().min(5).max(1440).default(30), least: minutes.default(30), most: minutes.default(480) })
    .prefault({}),
  /** The person may cancel until so many minutes before the start. */
  cancelUntil: minutes.default(0),
  /** Given back before its end: whether the person may say so themselves, and whether the time booked or the time used is counted. */
  earlyEnd: z.strictObject({ byPerson: z.boolean().default(false), counts: z.enum(['booked', 'used']).default('booked') }).prefault({}),
  /** A human must agree; null days: no limit. `byPriority`: nobody is agreed to while someone who comes first waits for that time. */
  approval: z
    .strictObject({
      needed: z.boolean().default(false),
      withinDays: z.int().min(1).nullable().default(null),
      byPriority: z.boolean().default(false),
    })
    .prefault({}),
  /** Whoever is not there so many minutes after the start is absent; null: presence is not checked. */
  checkInMinutes: minutes.nullable().default(null),
  /** So many absences in so many days suspend for so many days; null: never. */
  absences: z
    .strictObject({ count: z.int().min(1), withinDays: z.int().min(1), suspendDays: z.int().min(1) })
    .nullable()
    .default(null),
  /** When a place comes free it is offered to the first who waits, for so many hours; null: nobody waits. */
  waiting: z
    .strictObject({ offerHours: z.int().min(1).max(720) })
    .nullable()
    .default(null),
  /** A letter so many hours before. */
  reminderHours: z.int().min(1).max(720).nullable().default(null),
  depositCents: cents.default(0),
  price: PriceRule.default({ kind: 'free' }),
})
export type Rules = z.output<typeof Rules>
/** What a room writes; the rest takes its usual value. */
export type RulesGiven = z.input<typeof Rules>
export const rulesFrom = (given: RulesGiven): Rules => Rules.parse(given)
