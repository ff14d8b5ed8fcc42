import { z } from 'zod'

const said = { fr: z.string().min(1), en: z.string().min(1) }
const Labels = z.strictObject(said)
const Option = z.strictObject({ code: z.string(), ...said, isAdministration: z.boolean().default(false) })
const common = { code: z.string(), label: Labels, source: z.string().min(1), status: z.enum(['verified', 'to-be-confirmed']) }

/** One question of the national questionnaire, with the codes of the country. */
export const NationalQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('intention'), options: z.array(Option).min(2) }),
  z.strictObject({ ...common, kind: z.literal('scale'), low: Labels, high: Labels }),
  z.strictObject({ ...common, kind: z.literal('many'), options: z.array(Option).min(2) }),
  z.strictObject({ ...common, kind: z.literal('yes-no'), options: z.array(Option).length(2) }),
  z.strictObject({ ...common, kind: z.literal('words') }),
])
export type NationalQuestion = z.output<typeof NationalQuestion>

export const intentions = ['very_good', 'good', 'medium', 'bad', 'very_bad', 'neutral'] as const
export type Intention = (typeof intentions)[number]
