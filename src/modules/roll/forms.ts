import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' || value === undefined ? null : value), schema.nullable())

export const RuleForm = z.object({
  name: requiredText(120, 5),
  explanation: requiredText(2000, 10),
  minimumAge: optional(wholeNumber(6, 99)),
  residence: oneOf(['none', 'declared', 'verified']),
  college: optional(oneOf(['users', 'agents', 'elected'])),
  association: checkbox,
  identity: checkbox,
  decidedBy: optionalText(300),
})
export type RuleForm = z.output<typeof RuleForm>

export const WithdrawForm = z.object({ because: requiredText(500, 5) })
export type WithdrawForm = z.output<typeof WithdrawForm>

export const ProofForm = z.object({ kind: oneOf(['age', 'identity']), atLeastAge: optional(wholeNumber(6, 99)), seenOn: day })
export type ProofForm = z.output<typeof ProofForm>
