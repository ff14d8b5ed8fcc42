import { z } from 'zod'
import { day, oneOf, requiredText } from '#kernel/forms'
import { verdicts } from './rules.ts'

const noDay = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

export const WrittenAnswer = z.object({
  verdict: oneOf(verdicts),
  text: requiredText(8000, 20),
  reviewOn: z.preprocess(noDay, day.optional()),
  signedFunction: requiredText(120),
})
export type WrittenAnswer = z.output<typeof WrittenAnswer>

export const WrittenAppeal = z.object({ reason: requiredText(3000, 20) })
export type WrittenAppeal = z.output<typeof WrittenAppeal>
