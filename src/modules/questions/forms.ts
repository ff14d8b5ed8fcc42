import { z } from 'zod'
import { optionalText, requiredText } from '#kernel/forms'

export const NewQuestion = z.object({ title: requiredText(200, 10), text: requiredText(4000, 20), service: optionalText(18) })
export type NewQuestion = z.output<typeof NewQuestion>
