import { defineEngine } from '#kernel/service'

/** Forms on paper: the short codes that lead from a sheet to its screen. */
export const paper = defineEngine({
  id: 'paper',
  title: { fr: 'Codes des formulaires', en: 'Codes of forms' },
  migrations: new URL('./migrations/', import.meta.url),
  personalData: 'none',
})

export { formCode, pathOfCode } from './formCode.ts'
