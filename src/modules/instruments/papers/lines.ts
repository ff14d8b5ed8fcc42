import type { PaperLine } from './paper.ts'

export const heading = (text: string): PaperLine => ({ is: 'heading', text })
export const text = (said: string): PaperLine => ({ is: 'text', text: said })
export const item = (said: string): PaperLine => ({ is: 'item', text: said })
export const article = (number: number, said: string): PaperLine => text(`Article ${number}. ${said}`)
export const closing: readonly PaperLine[] = [
  text('Fait à [à compléter : lieu], le [à compléter : date].'),
  text('Le maire, [à compléter : nom et signature]'),
]
