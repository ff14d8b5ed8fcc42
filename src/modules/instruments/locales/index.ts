import { defineWords } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const words = defineWords({ fr, en })
export type T = ReturnType<typeof words>
/** A sentence in both languages, for those who will read it later. */
export const sentences = (key: Extract<keyof typeof fr, `told.${string}`>) => ({ fr: fr[key], en: en[key] })
