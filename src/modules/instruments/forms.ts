import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { lawBegins } from './law.ts'
import { fileKinds } from './legalFile.ts'
import { petitionKinds } from './rules/petition.ts'

/** The registers speak from that day, and calendars stop somewhere. */
const plannedDay = day.pipe(z.string().refine(text => text >= lawBegins && text <= '2099-12-31'))
const optionalDay = z.preprocess(value => (value === '' || value === undefined ? null : value), plannedDay.nullable())
const pastDay = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  day.refine(text => text >= '1990-01-01' && text <= '2099-12-31').nullable(),
)
const optionalNumber = z
  .string()
  .default('')
  .transform(text => (/^[1-9]\d{0,17}$/.test(text) ? text : null))
const path = z
  .string()
  .trim()
  .max(300)
  .regex(/^\/(?!\/)[\w/?=&.#%-]*$/)

export const NewPetition = z.object({
  kind: oneOf(petitionKinds),
  title: requiredText(200, 10),
  text: requiredText(8000, 30),
  days: wholeNumber(7, 365),
})
export type NewPetition = z.output<typeof NewPetition>

export const Signature = z.object({ declares: checkbox })
export type Signature = z.output<typeof Signature>

export const hallSteps = ['checked', 'acknowledged', 'informed', 'answered'] as const
export const HallStep = z.object({
  kind: oneOf(hallSteps),
  on: day,
  note: optionalText(4000),
  valid: z.union([z.literal('').transform(() => null), wholeNumber(0, 100_000_000)]).default(null),
  outcome: z.union([z.literal('').transform(() => null), oneOf(['accepted', 'refused'])]).default(null),
  url: z.union([z.literal('').transform(() => null), path]).default(null),
})
export type HallStep = z.output<typeof HallStep>

export const Withdrawal = z.object({ note: requiredText(2000, 3) })
export type Withdrawal = z.output<typeof Withdrawal>

export const NewElectorate = z.object({ on: day, electors: wholeNumber(1, 100_000_000), source: requiredText(300, 3) })
export type NewElectorate = z.output<typeof NewElectorate>

export const Answered = z.object({ councilOn: plannedDay, transmittedOn: optionalDay, wishedOn: optionalDay, lastOn: pastDay })
export type Answered = z.output<typeof Answered>

export const FileForm = Answered.extend({
  kind: oneOf(fileKinds),
  title: requiredText(200, 10),
  question: requiredText(1000, 10),
  area: optionalText(300),
  measure: optionalNumber,
  petition: optionalNumber,
})
export type FileForm = z.output<typeof FileForm>

export const Ticked = z.object({ item: z.string().regex(/^[a-z-]{1,40}$/) })
export type Ticked = z.output<typeof Ticked>

const count = wholeNumber(0, 100_000_000)
export const NewResult = z.object({
  registered: wholeNumber(1, 100_000_000),
  voters: count,
  blank: count,
  yes: count,
  no: count,
  source: requiredText(300, 3),
})
export type NewResult = z.output<typeof NewResult>
