import { defineWords } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { squareEn } from './squareEn.ts'
import { squareFr } from './squareFr.ts'

export const words = defineWords({ fr: { ...squareFr, ...fr }, en: { ...squareEn, ...en } })
export type T = ReturnType<typeof words>
/** Those of the square, as the telephone takes them along. */
export const squareWords = { fr: squareFr, en: squareEn } as const
