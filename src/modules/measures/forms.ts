import { z } from 'zod'
import { kinds } from '#engines/outline'
import { day, oneOf, optionalText, requiredText } from '#kernel/forms'
import { longestTitle } from './rules/points.ts'
import { stages } from './rules/stages.ts'

export const StageForm = z.object({ stage: oneOf(stages), reason: requiredText(2000) })
export type StageForm = z.output<typeof StageForm>

const dayOrNothing = z.union([z.literal('').transform(() => null), day])
export const FactsForm = z.object({
  pilot: z.union([z.literal(''), z.uuid()]).default(''),
  service: optionalText(120),
  closesOn: dayOrNothing.default(null),
})
export type FactsForm = z.output<typeof FactsForm>

export const formats = ['auto', 'markdown', 'text', 'csv'] as const
export const ImportForm = z.object({ title: optionalText(200), text: optionalText(2_000_000), format: oneOf(formats).default('auto') })
export type ImportForm = z.output<typeof ImportForm>

/** What the buttons of the review screen send; `kind:theme` makes a theme, `place:measure` places as a measure. */
export const acts = [
  'up',
  'down',
  'indent',
  'outdent',
  'merge',
  'drop',
  'restore',
  'kind:objective',
  'kind:theme',
  'kind:measure',
  'kind:sub-measure',
  'place:objective',
  'place:theme',
  'place:measure',
  'place:sub-measure',
] as const
const ids = z.preprocess(value => [value ?? []].flat(), z.array(z.string().regex(/^\d{1,18}$/)).max(10_000))
export const CorrectionForm = z.object({ act: oneOf(acts), point: ids, reason: optionalText(300) })
export type CorrectionForm = z.output<typeof CorrectionForm>

export const PointForm = z.object({
  kind: oneOf(kinds),
  number: optionalText(60),
  title: requiredText(longestTitle),
  body: optionalText(50_000),
})
export type PointForm = z.output<typeof PointForm>

export const ProgrammeForm = z.object({ title: requiredText(200), introduction: optionalText(20_000) })
export type ProgrammeForm = z.output<typeof ProgrammeForm>
