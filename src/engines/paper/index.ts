import { defineEngine } from '#kernel/service'

/** Forms on paper: the short codes that lead from a sheet to its screen. */
export const paper = defineEngine({ id: 'paper', migrations: new URL('./migrations/', import.meta.url), personalData: 'none' })

export { formCode, pathOfCode } from './formCode.ts'
