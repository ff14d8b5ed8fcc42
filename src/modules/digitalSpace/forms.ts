import { z } from 'zod'
import { hour } from '#engines/booking'
import { checkbox, day, manyOf, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { equipment } from './equipment.ts'
import { codesOf, scopes } from './national.ts'
import { kinds } from './where.ts'

const number = z.string().regex(/^\d{1,18}$/)
const optionalNumber = z.preprocess(value => (value === '' || value === undefined ? undefined : value), number.optional())
const withNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' || value === undefined ? null : value), schema.nullable())

/** A time of the list, and how long. */
export const BookedSlot = z.object({
  slot: z.iso.datetime(),
  minutes: wholeNumber(30, 120),
  purpose: optionalText(300),
})
export type BookedSlot = z.output<typeof BookedSlot>
export const BookedLoan = z.object({ day, days: wholeNumber(1, 21), purpose: optionalText(300) })
export type BookedLoan = z.output<typeof BookedLoan>

export const NewMandate = z.object({
  scopes: manyOf(scopes).pipe(z.array(z.string()).min(1).max(scopes.length)),
  days: wholeNumber(1, 365),
  /** Who gave it only on paper. */
  name: optionalText(120),
  /** The form was signed, before whoever keys in. */
  signed: checkbox,
  booking: optionalNumber,
})
export type NewMandate = z.output<typeof NewMandate>
export const MandateUse = z.object({ scope: oneOf(scopes), done: requiredText(500, 3) })
export type MandateUse = z.output<typeof MandateUse>
export const Withdrawal = z.object({ scope: z.enum(['all', ...scopes]) })

export const NewActivity = z.object({
  kind: oneOf(['individual', 'group']),
  heldOn: day,
  minutes: wholeNumber(5, 480),
  people: wholeNumber(1, 200),
  place: oneOf(codesOf('place')),
  equipment: manyOf(codesOf('equipment')),
  topics: manyOf(codesOf('topic', 'procedure')).pipe(z.array(z.string()).min(1).max(12)),
  autonomy: withNothing(z.enum(codesOf('autonomy'))),
  redirected: withNothing(z.enum(codesOf('redirected'))),
  gender: z.enum(codesOf('gender')).catch('non_communique'),
  ageBand: z.enum(codesOf('ageBand')).catch('non_communique'),
  socialStatus: z.enum(codesOf('socialStatus')).catch('non_communique'),
  title: optionalText(120),
  level: withNothing(z.enum(codesOf('level'))),
})
export type NewActivity = z.output<typeof NewActivity>

export const NewSheet = z.object({
  done: requiredText(2000, 3),
  next: optionalText(1000),
  remember: optionalText(1000),
  booking: optionalNumber,
  keep: checkbox,
})
export type NewSheet = z.output<typeof NewSheet>

export const NewWorkshop = z.object({
  name: requiredText(120, 3),
  level: oneOf(codesOf('level')),
  description: optionalText(1000),
  needs: optionalText(300),
  day,
  from: hour,
  to: hour,
  capacity: wholeNumber(1, 60),
})
export type NewWorkshop = z.output<typeof NewWorkshop>
export const Cancellation = z.object({ reason: requiredText(500, 3) })
export type Cancellation = z.output<typeof Cancellation>
export const Presence = z.object({ booking: number, presence: oneOf(['came', 'missed']) })
export const OwnPresence = z.object({ presence: oneOf(['came', 'missed']) })
export const LoanBack = z.object({ state: oneOf(['fine', 'damaged', 'incomplete']), note: optionalText(500) })
export type LoanBack = z.output<typeof LoanBack>

const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const NewOpening = z.object({
  /** `space`, or the number of a facilitator. */
  whose: z.union([z.literal('space'), number]),
  days: manyOf(weekday).pipe(z.array(z.enum(weekday)).min(1)),
  from: hour,
  to: hour,
  since: day,
})
export type NewOpening = z.output<typeof NewOpening>
export const NewClosure = z.object({ first: day, last: day, reason: requiredText(200, 3) })
export type NewClosure = z.output<typeof NewClosure>
export const NewThing = z.object({
  kind: oneOf(kinds),
  name: optionalText(80),
  description: optionalText(500),
  equipment: manyOf(equipment),
  person: optionalText(36),
})
export type NewThing = z.output<typeof NewThing>
export const Retired = z.object({ thing: number })
export const EndedOpening = z.object({ opening: number })
