import { z } from 'zod'
import { day, optionalText, requiredText } from '#kernel/forms'

export const PopulationForm = z.object({
  source: requiredText(300, 3),
  licence: requiredText(200, 2),
  reference: day,
  note: optionalText(500),
  text: optionalText(300_000),
})
export type PopulationForm = z.output<typeof PopulationForm>
