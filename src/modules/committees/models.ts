import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Charter, colleges } from '#engines/meetings'
import { loadParameters } from '#kernel/parameters'
import { designations } from './rules/composition.ts'

const said = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })
const Model = z.strictObject({
  id: z.enum(['group', 'committee', 'ccspl']),
  label: said,
  lead: said,
  /** The composition proposed with it. */
  seats: z.array(
    z.strictObject({
      college: z.enum(colleges),
      designation: z.enum(designations),
      count: z.int().min(1).max(20),
      ...said.shape,
    }),
  ),
  charter: Charter,
  /** Where each rule comes from. */
  sources: z.array(z.strictObject({ rule: said, text: said, status: z.enum(['verified', 'to-be-confirmed']) })),
})
export type Model = z.output<typeof Model>

/** The models of rules, from the lightest. */
export const models: readonly Model[] = z.array(Model).parse(parse(readFileSync(new URL('./data/models.yaml', import.meta.url), 'utf8')))

export const modelNamed = (id: string): Model | undefined => models.find(one => one.id === id)

/** What the law asks of a consultative commission, besides its threshold, which is a parameter of participation. */
export const commissionParameters = loadParameters([new URL('./data/commission.yaml', import.meta.url)])
