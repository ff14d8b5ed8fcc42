import { z } from 'zod'
import { weekdays } from './calendar/sayOpening.ts'
import { checkbox, day, manyOf, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'

/** An hour as `19:30`; `19h30` and `19 h` are read too. */
export const hour = z.preprocess(
  value => {
    const typed = typeof value === 'string' ? /^\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/.exec(value) : null
    return typed ? `${typed[1]!.padStart(2, '0')}:${typed[2] ?? '00'}` : value
  },
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
)
/** An amount typed as `12,50`; cents. */
export const amount = (least: number, most: number) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value
    const typed = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(value.replace(/[\s\u00a0\u202f]/g, ''))
    return typed ? Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0')) : value === '' ? undefined : value
  }, z.int().min(least).max(most))
const quotient = z.preprocess(value => (value === '' ? undefined : value), wholeNumber(0, 100_000).optional())

export const BookedTime = z.object({ day, from: hour, to: hour, purpose: optionalText(500), quotient, waits: checkbox })
export type BookedTime = z.output<typeof BookedTime>
export const BookedPlace = z.object({
  places: z.preprocess(value => (value === '' || value === undefined ? '1' : value), wholeNumber(1, 20)),
  quotient,
  waits: checkbox,
})
export type BookedPlace = z.output<typeof BookedPlace>
export const Cancellation = z.object({ reason: optionalText(1000) })
export type Cancellation = z.output<typeof Cancellation>
export const OfferAnswer = z.object({ answer: oneOf(['accept', 'decline']) })
export const Decision = z.object({ decision: oneOf(['agree', 'refuse']), reason: optionalText(1000) })
export type Decision = z.output<typeof Decision>
export const PresenceNote = z.object({ presence: oneOf(['came', 'missed']), reason: optionalText(500) })
export const Report = z.object({ text: requiredText(5000, 3) })
export type Report = z.output<typeof Report>
export const AccountLine = z.object({
  kind: oneOf(['charge', 'payment', 'refund', 'deposit-held', 'deposit-returned', 'deposit-kept']),
  amount: amount(1, 100_000_000),
  label: optionalText(200),
})
export type AccountLine = z.output<typeof AccountLine>
const none = (value: unknown) => (value === '' ? undefined : value)
const identifier = z.string().regex(/^\d{1,18}$/)
const optionalHour = z.preprocess(none, hour.optional())
const optionalDay = z.preprocess(none, day.optional())
const optionalNumber = (least: number, most: number) => z.preprocess(none, wholeNumber(least, most).optional())
const holder = z.preprocess(none, identifier.optional())

export const rhythms = ['weekly', 'fortnightly', 'first', 'last'] as const
export const OpeningHours = z.object({
  days: manyOf(weekdays).pipe(z.array(z.enum(weekdays)).min(1)),
  rhythm: oneOf(rhythms),
  from: hour,
  to: hour,
  since: day,
  until: optionalDay,
  holder,
})
export type OpeningHours = z.output<typeof OpeningHours>
export const HoursException = z.object({
  kind: oneOf(['closed', 'open']),
  first: day,
  last: optionalDay,
  from: optionalHour,
  to: optionalHour,
  reason: requiredText(200, 3),
  holder,
  displaces: checkbox,
})
export type HoursException = z.output<typeof HoursException>
export const NewHolder = z.object({
  name: requiredText(120, 2),
  organisation: holder,
  share: wholeNumber(0, 100),
  budget: z.preprocess(none, amount(0, 100_000_000).optional()),
  basis: requiredText(200, 3),
  since: day,
})
export type NewHolder = z.output<typeof NewHolder>
export const Chosen = z.object({ chosen: identifier })
export const NewVersion = z.object({
  since: day,
  source: requiredText(200, 3),
  price: oneOf(['keep', 'free', 'hour', 'booking', 'place']),
  amount: z.preprocess(none, amount(0, 10_000_000).optional()),
  deposit: z.preprocess(none, amount(0, 10_000_000).optional()),
  least: wholeNumber(5, 527_040),
  most: wholeNumber(5, 527_040),
  step: wholeNumber(5, 1440),
  mostDays: optionalNumber(1, 3660),
  weekMinutes: optionalNumber(1, 10_080),
  atOnce: optionalNumber(1, 1000),
  cancelUntil: wholeNumber(0, 527_040),
  minimumAge: optionalNumber(0, 120),
  approval: checkbox,
  waits: checkbox,
  earlyPerson: checkbox,
  earlyUsed: checkbox,
})
export type NewVersion = z.output<typeof NewVersion>
export const Plea = z.object({ plea: requiredText(2000, 3) })
export type Plea = z.output<typeof Plea>
export const Lifting = z.object({ reason: requiredText(1000) })
export type Lifting = z.output<typeof Lifting>
export const Closing = z.object({ outcome: requiredText(1000), cost: amount(0, 10_000_000) })
export type Closing = z.output<typeof Closing>
export const ShownCode = z.object({
  code: z.preprocess(value => (typeof value === 'string' ? value.replace(/\s/g, '') : value), z.string().regex(/^\d{6}$/)),
})
export type ShownCode = z.output<typeof ShownCode>
export const DrawnSeed = z.object({ seed: requiredText(500), witnesses: optionalText(500) })
export type DrawnSeed = z.output<typeof DrawnSeed>
