import { defineWords } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** What must be said beside results: precision, hidden figures, tables withheld, weighting and its refusals. */
export const tabulationWords = defineWords({ fr, en })
