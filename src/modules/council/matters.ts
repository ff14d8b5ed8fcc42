import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Matter, mattersIn, Nomenclature } from './rules/matters.ts'

/** The nomenclature ACTES as this house knows it. */
export const nomenclature = Nomenclature.parse(parse(readFileSync(new URL('./data/matters.yaml', import.meta.url), 'utf8')))
export const matters: readonly Matter[] = mattersIn(nomenclature)
export const matterNamed = (code: string): Matter | undefined => matters.find(one => one.code === code)
