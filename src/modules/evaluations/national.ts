import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadParameters, numberAt } from '#kernel/parameters'
import { NationalQuestion } from './rules/national.ts'

/** The national questionnaire « Je donne mon avis » (DINUM), as data: its codes, their source, and whether they were read in it. */
export const national = z.array(NationalQuestion).parse(JSON.parse(readFileSync(new URL('./data/jdma.json', import.meta.url), 'utf8')))

const register = loadParameters([new URL('./data/evaluation.yaml', import.meta.url)])
/** Days after which free words, as they were written, are removed. */
export const wordRetention = (day: string) => numberAt(register, 'evaluation.word-retention', day)
/** Days between two publications of an open campaign. */
export const publicationInterval = (day: string) => numberAt(register, 'evaluation.publication-interval', day)
