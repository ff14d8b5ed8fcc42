import { z } from 'zod'

const SheetText = z.object({ done: z.string(), next: z.string().catch(''), remember: z.string().catch('') })
export type SheetText = z.output<typeof SheetText>
/** A sheet that was kept, read again. */
export const readSheet = (json: string): SheetText => SheetText.parse(JSON.parse(json))
