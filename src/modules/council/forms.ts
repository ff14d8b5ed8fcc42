import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { matters } from './matters.ts'
import { measureStages } from './rules/outcomes.ts'
import { councilFunctions } from './schema.ts'

const orNothing = <S extends z.ZodType>(field: S) => z.preprocess(value => (value === '' ? undefined : value), field.optional())
const identifier = z.string().regex(/^[1-9]\d{0,17}$/)
/** Euros as they are written, « 12 500,50 »; kept as cents. */
const euros = z.preprocess(value => {
  if (typeof value !== 'string') return value
  const typed = value.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  if (typed === '') return undefined
  return /^\d{1,9}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : Number.NaN
}, z.int().min(0).max(100_000_000_000).optional())

const stage = z.preprocess(value => (value === '' ? undefined : value), oneOf(measureStages).default('same'))

export const MandateForm = z.object({
  /** Chosen in the list, or else named by hand. */
  known: orNothing(z.uuid()),
  person: optionalText(200),
  function: oneOf(councilFunctions),
  rank: orNothing(wholeNumber(1, 99)),
  portfolio: optionalText(200),
  bloc: optionalText(100),
  since: day,
  until: orNothing(day),
  record: requiredText(200),
})
export const EndForm = z.object({ on: day, reason: requiredText(500) })

export const DeliberationForm = z.object({
  title: requiredText(300, 3),
  text: requiredText(60_000, 10),
  matter: z.string().refine(code => matters.some(one => one.code === code)),
  budgetYear: z
    .string()
    .trim()
    .default('')
    .pipe(z.string().regex(/^(\d{4}(\/\d{4})?)?$/)),
  budgetName: optionalText(200),
  amount: euros,
  isTransmissible: checkbox,
  measure1: orNothing(identifier),
  stage1: stage,
  measure2: orNothing(identifier),
  stage2: stage,
  measure3: orNothing(identifier),
  stage3: stage,
})
export const SourceForm = z.object({ seance: identifier, vote: orNothing(identifier), point: orNothing(identifier) })
export const PublicationForm = z.object({ signedBy: requiredText(200, 2), secretary: requiredText(200, 2), reason: optionalText(1000) })
export const TransmissionForm = z.object({ receivedOn: day, acknowledgement: requiredText(100, 3) })
/** Filters of a list, as its address writes them. */
export const SearchForm = z.object({ annee: z.string(), matiere: z.string() })
