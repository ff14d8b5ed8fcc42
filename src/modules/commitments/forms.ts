import { z } from 'zod'
import { day, oneOf, optionalText, requiredText } from '#kernel/forms'
import { directions } from './rules/standing.ts'
import { ownerKinds, sources, saidKinds } from './rules/terms.ts'

/** A number as it is typed, `12,5` or `1 200`; the decimals are kept. */
const decimal = z.preprocess(value => {
  if (typeof value !== 'string') return value
  const digits = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return digits === '' ? undefined : Number(digits)
}, z.number().min(-1e12).max(1e12))
const optionalDay = z.preprocess(value => (value === '' || value === undefined ? null : value), day.nullable())
/** The number of something in another room; empty is none. */
const optionalNumber = z
  .string()
  .default('')
  .transform(text => (/^[1-9]\d{0,17}$/.test(text) ? text : null))
/** A page of this site. */
const path = z
  .string()
  .trim()
  .max(300)
  .regex(/^\/(?!\/)[\w/?=&.#%-]*$/)

export const NewCommitment = z.object({
  decision: z
    .string()
    .default('')
    .transform(text => (/^[a-z-]{1,40}:[0-9a-z-]{1,40}$/.test(text) ? text : null)),
  decisionTitle: requiredText(300, 5),
  decisionUrl: path,
  committee: optionalNumber,
  service: optionalNumber,
  measure: optionalNumber,
  title: requiredText(200, 10),
  text: optionalText(4000),
  ownerKind: oneOf(ownerKinds),
  ownerName: requiredText(200, 2),
  ownerFunction: optionalText(200),
  indicator: requiredText(200, 3),
  unit: optionalText(40),
  direction: oneOf(directions),
  target: decimal,
  source: oneOf(sources),
  dueOn: day,
  reviewOn: optionalDay,
})
export type NewCommitment = z.output<typeof NewCommitment>

export const NewReading = z.object({ value: decimal, on: day, source: requiredText(300, 3) })
export type NewReading = z.output<typeof NewReading>

export const NewStep = z.object({ kind: oneOf(saidKinds), note: optionalText(4000), dueOn: optionalDay })
export type NewStep = z.output<typeof NewStep>
