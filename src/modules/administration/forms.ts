import { z } from 'zod'
import { day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { grantable } from './rules.ts'

const emptyAsNone = (value: unknown) => (value === '' ? undefined : value)

export const CommuneIdentity = z.object({
  name: requiredText(120, 2),
  population: z.preprocess(emptyAsNone, wholeNumber(1, 20_000_000).optional()),
  accent: z.preprocess(
    emptyAsNone,
    z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .optional(),
  ),
})
export const NewRole = z.object({
  person: z.uuid(),
  role: oneOf(grantable),
  service: optionalText(80),
  title: optionalText(120),
  since: day,
  until: z.preprocess(emptyAsNone, day.optional()),
})
export const EndRole = z.object({ until: day })
