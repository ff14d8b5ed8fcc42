import { loadParameters, numberAt, type Parameter, parameterAt } from '#kernel/parameters'
import type { StepKind } from './rules/terms.ts'

const register = loadParameters([new URL('./data/plots.yaml', import.meta.url)])
const names = [
  'fee-most',
  'fee-least',
  'fee-rate',
  'deposit',
  'answer-delay',
  'reminder-delay',
  'notice-delay',
  'release-delay',
  'waited-years',
] as const
type Name = (typeof names)[number]

/** A figure of the rules of the gardens, as in force that day. */
export const figureOn = (name: Name, day: string): number => numberAt(register, `plots.${name}`, day)
/** All of them, with their source. */
export const figuresOn = (day: string): readonly Parameter[] => names.map(name => parameterAt(register, `plots.${name}`, day))
export const delayOf = (kind: StepKind, day: string): number => figureOn(`${kind}-delay`, day)
