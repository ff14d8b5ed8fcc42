import { z } from 'zod'
import { amount, hour } from '#engines/booking'
import { checkbox, day, email, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { units } from './schema.ts'
import { barriers, repairStatuses } from './rules/ords.ts'

const none = (value: unknown) => (value === '' ? undefined : value)
const identifier = z.string().regex(/^\d{1,18}$/)
const year = z.preprocess(none, wholeNumber(1850, 2100).optional())
/** A quantity as a scale shows it: `12,5`. */
const quantity = z.preprocess(
  value => (typeof value === 'string' && /^\s*\d{1,6}([.,]\d{1,2})?\s*$/.test(value) ? Number(value.replace(',', '.')) : none(value)),
  z.number().positive().max(100_000),
)

export const BookedMachine = z.object({
  day,
  from: hour,
  to: hour,
  material: z.preprocess(none, identifier.optional()),
  purpose: optionalText(500),
  waits: checkbox,
})
export type BookedMachine = z.output<typeof BookedMachine>
export const Signature = z.object({ agreed: checkbox.refine(ticked => ticked) })
export type Signature = z.output<typeof Signature>
export const NewEdition = z.object({ text: requiredText(20_000, 20), since: day })
export type NewEdition = z.output<typeof NewEdition>
export const NewTraining = z.object({
  machine: identifier,
  day,
  from: hour,
  to: hour,
  capacity: wholeNumber(1, 30),
  place: optionalText(200),
})
export type NewTraining = z.output<typeof NewTraining>
export const Graduates = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export const Breakdown = z.object({
  kind: oneOf(['incident', 'maintenance']),
  reason: requiredText(300, 3),
  until: z.preprocess(none, day.optional()),
  displaces: checkbox,
})
export type Breakdown = z.output<typeof Breakdown>
export const Closing = z.object({ outcome: requiredText(1000), cost: amount(0, 10_000_000) })
export type Closing = z.output<typeof Closing>
export const Consumed = z.object({ material: identifier, quantity })
export type Consumed = z.output<typeof Consumed>
export const NewProject = z.object({ title: requiredText(160, 3), text: requiredText(5000, 10), machines: optionalText(200) })
export type NewProject = z.output<typeof NewProject>
export const Brought = z.object({
  what: requiredText(120, 2),
  category: wholeNumber(1, 40),
  brand: optionalText(80),
  year,
  problem: optionalText(500),
})
export type Brought = z.output<typeof Brought>
export const Ended = z.object({
  status: oneOf(repairStatuses),
  barrier: z.preprocess(none, oneOf(barriers).optional()),
  problem: optionalText(1000),
  grams: z.preprocess(none, wholeNumber(1, 500_000).optional()),
  part: optionalText(160),
  origin: z.preprocess(none, oneOf(['bought', 'recovered', 'printed']).optional()),
  partCost: z.preprocess(none, amount(0, 1_000_000).optional()),
})
export type Ended = z.output<typeof Ended>
export const NewSteward = z.object({ email, title: requiredText(120) })
export type NewSteward = z.output<typeof NewSteward>

/** Cents for one unit, to the hundredth of a cent: `0,004` is 0,4 cent. */
const price = z.preprocess(value => {
  if (typeof value !== 'string') return value
  const typed = /^\s*\d{1,4}([.,]\d{1,4})?\s*€?\s*$/.test(value) ? Number(value.replace(/[€\s]/g, '').replace(',', '.')) : Number.NaN
  return value.trim() === '' ? undefined : Math.round(typed * 10_000) / 100
}, z.number().min(0).max(999_999))
const stock = z.preprocess(
  value => (typeof value === 'string' && /^\s*\d{1,6}([.,]\d{1,2})?\s*$/.test(value) ? Number(value.replace(',', '.')) : none(value)),
  z.number().min(0).max(999_999),
)
export const NewMaterial = z.object({
  name: requiredText(120, 2),
  unit: oneOf(units),
  price,
  source: requiredText(200, 3),
  stock: z.preprocess(none, stock.optional()),
  low: z.preprocess(none, stock.optional()),
})
export type NewMaterial = z.output<typeof NewMaterial>
export const NewPrice = z.object({ since: day, price, source: requiredText(200, 3) })
export type NewPrice = z.output<typeof NewPrice>
export const StockLine = z.object({ kind: oneOf(['in', 'out', 'count']), quantity: stock })
export type StockLine = z.output<typeof StockLine>
export const MaterialFacts = z.object({ name: requiredText(120, 2), low: z.preprocess(none, stock.optional()), retired: checkbox })
export type MaterialFacts = z.output<typeof MaterialFacts>
export const MachineVerdict = z.object({ machine: identifier, verdict: oneOf(['allowed', 'refused']), reason: optionalText(300) })
export type MachineVerdict = z.output<typeof MachineVerdict>
export const MachineForm = z.object({
  name: requiredText(160, 2),
  description: optionalText(500),
  place: optionalText(200),
  risk: wholeNumber(1, 3),
  model: optionalText(160),
  care: optionalText(500),
  permitLabel: optionalText(160),
  permitMonths: z.preprocess(value => (value === '' || value === undefined ? '24' : value), wholeNumber(1, 120)),
})
export type MachineForm = z.output<typeof MachineForm>
export const Retirement = z.object({ reason: requiredText(500, 3) })
export type Retirement = z.output<typeof Retirement>
