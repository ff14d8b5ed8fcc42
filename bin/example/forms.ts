import { z } from 'zod'
import { requiredText } from '#kernel/forms'

export const NewRemark = z.object({ text: requiredText(2000) })
export type NewRemark = z.output<typeof NewRemark>
