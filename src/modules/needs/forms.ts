import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText } from '#kernel/forms'
import { effects, kinds, steps } from './rules/life.ts'

const longestLine = 200
const longestChange = 1000

/** One line of the statement. `distinct` says that it is none of the near ones. */
export const NewLine = z.object({
  kind: oneOf(kinds),
  what: requiredText(longestLine, 5),
  audience: optionalText(longestLine),
  place: optionalText(longestLine),
  change: optionalText(longestChange),
  evidence: optionalText(400),
  distinct: checkbox,
})
export type NewLine = z.output<typeof NewLine>

export const longestPrecision = 400
export const NewPrecision = z.object({ text: requiredText(longestPrecision, 3) })
export type NewPrecision = z.output<typeof NewPrecision>

const reason = requiredText(1500, 3)
const before = optionalText(600)

/** What the town hall makes of a line. What was before and is after, and the effect, are asked only when it is checked. */
export const StepForm = z.object({
  step: oneOf(steps),
  reason,
  on: day,
  before,
  after: before,
  effect: z.union([z.literal('').transform(() => null), oneOf(effects)]).default(null),
})
export type StepForm = z.output<typeof StepForm>

export const GroupingForm = z.object({ into: z.string().regex(/^\d{1,18}$/), reason })
export type GroupingForm = z.output<typeof GroupingForm>

export const WithdrawalForm = z.object({ reason })
export type WithdrawalForm = z.output<typeof WithdrawalForm>

export const NewRound = z.object({ title: requiredText(150, 5), introduction: optionalText(2000), opensOn: day, closesOn: day })
export type NewRound = z.output<typeof NewRound>
export const Conclusion = z.object({ conclusion: requiredText(4000, 10) })
export type Conclusion = z.output<typeof Conclusion>
