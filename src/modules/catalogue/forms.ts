import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '#kernel/forms'
import { shapes } from './rules/faces.ts'
import { runners } from './rules/runners.ts'

const hours = optionalText(120)
const emailOrNothing = z.union([z.literal(''), z.email()]).default('')
const addressOrNothing = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]).default('')
const ids = z.preprocess(value => [value ?? []].flat().filter(one => one !== ''), z.array(z.string().regex(/^\d{1,18}$/)).max(50))

export const weekdays = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7'] as const
export const ServiceForm = z.object({
  name: requiredText(120),
  purpose: requiredText(2000),
  audience: optionalText(500),
  runBy: oneOf(runners),
  runByName: optionalText(120),
  place: optionalText(120),
  address: optionalText(300),
  access: optionalText(500),
  phone: optionalText(40),
  email: emailOrNothing,
  website: addressOrNothing,
  day1: hours,
  day2: hours,
  day3: hours,
  day4: hours,
  day5: hours,
  day6: hours,
  day7: hours,
  hoursNote: optionalText(300),
  exceptions: optionalText(4000),
  question: optionalText(500),
  agreement: z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.coerce.number().int().min(1).max(2_147_483_647).nullable(),
  ),
  face: oneOf(shapes).default('bridge'),
  measure: ids,
  reason: optionalText(500),
})
export type ServiceForm = z.output<typeof ServiceForm>

export const ReasonForm = z.object({ reason: requiredText(500) })
export type ReasonForm = z.output<typeof ReasonForm>
