import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '#kernel/forms'

/** What an agent decides on a content; the rule is asked for when hiding. */
export const DecisionForm = z
  .object({ act: oneOf(['released', 'kept', 'hidden']), rule: optionalText(2), reason: requiredText(1000, 5) })
  .check(({ value, issues }) => {
    if (value.act === 'hidden' && !/^[1-9]\d?$/.test(value.rule))
      issues.push({ code: 'invalid_value', path: ['rule'], input: value.rule, values: [] })
  })
export type DecisionForm = z.output<typeof DecisionForm>

export const AppealDecisionForm = z.object({ outcome: oneOf(['restored', 'confirmed']), reason: requiredText(1000, 5) })
export type AppealDecisionForm = z.output<typeof AppealDecisionForm>

export const AppealForm = z.object({ text: requiredText(1500, 10) })
export type AppealForm = z.output<typeof AppealForm>

export const ReportForm = z.object({ subject: z.string().regex(/^[a-z][a-z-]{0,39}:[0-9A-Za-z-]{1,40}$/), reason: requiredText(600, 5) })
export type ReportForm = z.output<typeof ReportForm>

export const RulesForm = z.object({ rules: requiredText(20_000, 20) })
export type RulesForm = z.output<typeof RulesForm>
