import { defineWords } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const words = defineWords({ fr, en })
export type T = ReturnType<typeof words>
