import { z } from 'zod'
import { amount, hour } from '#engines/booking'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { kinds } from './rules/kinds.ts'
import { readParts, units } from './rules/inspection.ts'
import { askedFor, licences } from './rules/priority.ts'
import { categories } from './rules/published.ts'

const none = (value: unknown) => (value === '' ? undefined : value)
const number = (least: number, most: number) => z.preprocess(none, wholeNumber(least, most).optional())
const identifier = z.string().regex(/^\d{1,18}$/)
const body = z.preprocess(value => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value), z.int())
/** An amount that may be below zero, but is never nothing: `-12,50`. */
const signedAmount = z.preprocess(value => {
  const typed = typeof value === 'string' ? /^\s*([-−])?\s*(.+)$/s.exec(value) : null
  const read = typed ? amount(1, 100_000_000).safeParse(typed[2]) : null
  return read?.success ? (typed?.[1] ? -read.data : read.data) : undefined
}, z.int())

export const Search = z.object({
  kind: z.preprocess(none, z.enum(kinds).optional().catch(undefined)),
  commune: z.preprocess(none, body.optional().catch(undefined)),
  from: z.preprocess(none, day.optional().catch(undefined)),
  to: z.preprocess(none, day.optional().catch(undefined)),
})
export type Search = z.output<typeof Search>

export const NewLoan = z.object({
  askedFor: oneOf(askedFor),
  borrower: requiredText(160, 2),
  from: day,
  fromHour: hour,
  to: day,
  toHour: hour,
  purpose: requiredText(300, 3),
  usedAt: requiredText(200, 2),
  delivery: oneOf(['fetched', 'delivered']),
  driver: optionalText(160),
  isInsured: checkbox.refine(ticked => ticked),
  waits: checkbox,
})
export type NewLoan = z.output<typeof NewLoan>

export const ItemForm = z.object({
  agreement: z.preprocess(none, identifier.optional()),
  name: requiredText(160, 3),
  kind: oneOf(kinds),
  description: requiredText(2000, 3),
  place: requiredText(200, 2),
  unit: oneOf(units),
  parts: optionalText(4000)
    .transform(text => readParts(text))
    .refine(parts => parts !== null)
    .transform(parts => parts ?? []),
  conditions: optionalText(2000),
  borrowers: requiredText(500, 3),
  seats: number(1, 100),
  licence: oneOf(licences),
  needsDriver: checkbox,
  energy: oneOf(['', 'diesel', 'petrol', 'electric']),
  /** Litres, or kilowatt-hours, for 100 km, to a tenth: kept in tenths. */
  consumption: z.preprocess(value => {
    if (typeof value !== 'string') return none(value)
    const typed = /^\s*(\d{1,3})(?:[.,](\d))?\s*$/.exec(value)
    return typed ? Number(typed[1]) * 10 + Number(typed[2] ?? 0) : none(value.trim())
  }, z.int().min(0).max(2000).optional()),
})
export type ItemForm = z.output<typeof ItemForm>

export const Reason = z.object({ reason: requiredText(1000, 3) })
export type Reason = z.output<typeof Reason>
export const Block = z.object({ reason: requiredText(300, 3), until: z.preprocess(none, day.optional()), displaces: checkbox })
export type Block = z.output<typeof Block>
export const Repaired = z.object({ outcome: requiredText(1000, 2), cost: amount(0, 100_000_000) })
export type Repaired = z.output<typeof Repaired>
export const Caption = z.object({ caption: requiredText(200, 2) })
export type Caption = z.output<typeof Caption>
export const Decision = z.object({ decision: oneOf(['agree', 'refuse']), reason: optionalText(1000) })
export type Decision = z.output<typeof Decision>
export const OfferAnswer = z.object({ answer: oneOf(['accept', 'decline']) })
export const Driver = z.object({ name: requiredText(160, 2), seen: checkbox.refine(ticked => ticked) })
export type Driver = z.output<typeof Driver>

/** Each part has three fields, `count-0`, `state-0`, `note-0`: the handler reads them, as many as the thing has. */
export const InspectionForm = z.looseObject({
  day,
  hour,
  counter: number(0, 9_999_999),
  fuel: number(0, 8),
  remarks: optionalText(2000),
  keeperName: requiredText(160, 2),
  keeperSigned: oneOf(['account', 'paper']),
  borrowerName: optionalText(160),
  borrowerSigned: oneOf(['screen', 'paper', 'absent']),
  because: optionalText(500),
})
export type InspectionForm = z.output<typeof InspectionForm>
export const FoundCount = wholeNumber(0, 10_000)

export const DamageForm = z.object({ amount: amount(1, 100_000_000), reason: requiredText(1000, 3) })
export type DamageForm = z.output<typeof DamageForm>
export const RulingForm = z.object({
  outcome: oneOf(['kept', 'changed', 'dropped']),
  amount: z.preprocess(none, amount(0, 100_000_000).optional()),
  reason: requiredText(2000, 3),
  decidedBy: requiredText(200, 2),
})
export type RulingForm = z.output<typeof RulingForm>

export const CostForm = z.object({
  year: wholeNumber(2000, 2200),
  kind: oneOf(['forecast', 'actual']),
  category: oneOf(categories),
  label: requiredText(200, 2),
  on: day,
  amount: signedAmount,
})
export type CostForm = z.output<typeof CostForm>

const percent = wholeNumber(0, 100)
export const AgreementForm = z.object({
  title: requiredText(200, 3),
  startsOn: day,
  endsOn: day,
  use: percent,
  population: percent,
  equal: percent,
  lead: body,
  noticeMonths: wholeNumber(0, 36),
  contestDays: wholeNumber(1, 90),
  instalments: wholeNumber(1, 12),
  keeping: requiredText(2000, 3),
  insurance: requiredText(2000, 3),
  leaving: requiredText(2000, 3),
  settledBy: requiredText(300, 3),
  because: optionalText(1000),
  populationOn: day,
  populationSource: requiredText(200, 3),
  /** One line an item: « 12 : 50/30/20 ». */
  itemKeys: optionalText(4000),
  members: manyOfNumbers(),
})
export type AgreementForm = z.output<typeof AgreementForm>
function manyOfNumbers() {
  return z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(body).min(1).max(40),
  )
}
export const DeliberationForm = z.object({ number: requiredText(60), heldOn: day })
export type DeliberationForm = z.output<typeof DeliberationForm>
export const DepartureForm = z.object({ leavesOn: day, number: requiredText(60), reason: optionalText(1000) })
export type DepartureForm = z.output<typeof DepartureForm>
export const Publication = z.object({ kind: oneOf(['forecast', 'account']) })
export const LineContest = z.object({ line: requiredText(200, 1), reason: requiredText(2000, 3) })
export type LineContest = z.output<typeof LineContest>
export const CorrectionForm = z.object({
  about: wholeNumber(2000, 2200),
  member: body,
  owner: body,
  amount: signedAmount,
  reason: requiredText(1000, 3),
})
export type CorrectionForm = z.output<typeof CorrectionForm>

export const PaymentForm = z.object({ payer: body, amount: amount(1, 100_000_000), on: day, reference: requiredText(200, 1) })
export type PaymentForm = z.output<typeof PaymentForm>
