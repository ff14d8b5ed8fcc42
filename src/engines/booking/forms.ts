import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'

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
export const Plea = z.object({ plea: requiredText(2000, 3) })
export type Plea = z.output<typeof Plea>
export const Lifting = z.object({ reason: requiredText(1000) })
export type Lifting = z.output<typeof Lifting>
export const ShownCode = z.object({
  code: z.preprocess(value => (typeof value === 'string' ? value.replace(/\s/g, '') : value), z.string().regex(/^\d{6}$/)),
})
export type ShownCode = z.output<typeof ShownCode>
export const DrawnSeed = z.object({ seed: requiredText(500), witnesses: optionalText(500) })
export type DrawnSeed = z.output<typeof DrawnSeed>
