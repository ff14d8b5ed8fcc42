import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const said = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })
const Elections = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z-]+-\d{4}$/),
      label: said,
      kind: z.enum(['renewal', 'other']),
      campaignFrom: z.iso.date(),
      until: z.iso.date(),
      status: z.enum(['verified', 'to-be-confirmed']),
      note: said.optional(),
    })
    .refine(({ campaignFrom, until }) => campaignFrom <= until, { error: 'ends before it begins' }),
)
export type KnownElection = z.output<typeof Elections>[number]

/** The elections known, each with the status of its days. */
export const elections: readonly KnownElection[] = Elections.parse(
  parse(readFileSync(new URL('./data/elections.yaml', import.meta.url), 'utf8')),
)
