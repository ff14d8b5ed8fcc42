import { z } from 'zod'
import { day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { milestoneKinds } from './rules/milestones.ts'
import { moneyKinds } from './rules/money.ts'
import { agendas, clauseKinds } from './rules/reviewClause.ts'
import { directions } from './rules/standing.ts'
import { ownerKinds, sources, saidKinds } from './rules/terms.ts'

/** A number as it is typed, `12,5` or `1 200`; the decimals are kept. */
const decimal = z.preprocess(value => {
  if (typeof value !== 'string') return value
  const digits = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return digits === '' ? undefined : Number(digits)
}, z.number().min(-1e12).max(1e12))
/** Euros as they are typed, `-1 250,50`; integer cents once read. */
const euros = decimal
  .transform(amount => Math.round(amount * 100))
  .pipe(
    z
      .int()
      .min(-1e12)
      .max(1e12)
      .refine(cents => cents !== 0),
  )
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
  voted: z.union([z.literal('').transform(() => null), euros]).default(null),
  budgetLine: optionalText(200),
})
export type NewCommitment = z.output<typeof NewCommitment>

export const NewMilestone = z.object({ title: requiredText(200, 3), dueOn: day })
export type NewMilestone = z.output<typeof NewMilestone>

export const NewMilestoneStep = z.object({
  milestone: z.string().regex(/^[1-9]\d{0,17}$/),
  kind: oneOf(milestoneKinds),
  note: optionalText(4000),
  dueOn: optionalDay,
})
export type NewMilestoneStep = z.output<typeof NewMilestoneStep>

export const NewMoney = z.object({
  kind: oneOf(moneyKinds),
  cents: euros,
  on: day,
  label: requiredText(200, 3),
  source: requiredText(300, 3),
  url: z.union([z.literal('').transform(() => null), path]).default(null),
})
export type NewMoney = z.output<typeof NewMoney>

export const NewClause = z.object({
  kind: oneOf(clauseKinds),
  on: optionalDay,
  amount: z.union([z.literal('').transform(() => null), wholeNumber(1, 1000)]).default(null),
  condition: optionalText(1000),
  agenda: oneOf(agendas),
})
export type NewClause = z.output<typeof NewClause>

export const ClauseCall = z.object({ clause: z.string().regex(/^[1-9]\d{0,17}$/), note: requiredText(2000, 3) })
export type ClauseCall = z.output<typeof ClauseCall>

export const NewReading = z.object({ value: decimal, on: day, source: requiredText(300, 3) })
export type NewReading = z.output<typeof NewReading>

export const NewStep = z.object({ kind: oneOf(saidKinds), note: optionalText(4000), dueOn: optionalDay })
export type NewStep = z.output<typeof NewStep>
