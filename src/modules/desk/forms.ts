import { z } from 'zod'
import { checkbox, day, email, oneOf, optionalText, requiredText } from '#kernel/forms'
import { channels } from './schema.ts'

export const NewPerson = z.object({
  name: requiredText(80, 2),
  postalAddress: requiredText(300, 5),
  birthDate: z.preprocess(value => (value === '' ? undefined : value), day.optional()),
  someoneElse: checkbox,
  code: optionalText(20),
})
export const NewEntry = z.object({ channel: oneOf(channels), code: optionalText(20) })
export const FormCode = z.object({ code: requiredText(20) })
export const GiveEmail = z.object({ email })
export const MergeInto = z.object({ removed: z.uuid(), sure: checkbox.pipe(z.literal(true)) })
export const NewGuardian = z.object({
  guardian: z.uuid(),
  kind: oneOf(['parent', 'guardian']),
  until: z.preprocess(value => (value === '' ? undefined : value), day.optional()),
  seen: checkbox.pipe(z.literal(true)),
})
