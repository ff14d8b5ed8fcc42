import { loadParameters, numberAt, type Parameter, parameterAt } from '#kernel/parameters'

const register = loadParameters([new URL('./data/market.yaml', import.meta.url)])
const names = [
  'succession-most-years',
  'succession-years',
  'succession-months',
  'succession-answer-months',
  'consultation-months',
  'absences-in-a-row',
  'absences-in-the-year',
  'step-days',
  'hearing-days',
  'card-years',
] as const
type Name = (typeof names)[number]

/** A figure of the rules of the market, as in force that day. */
export const figureOn = (name: Name, day: string): number => numberAt(register, `market.${name}`, day)
/** Whether a missing paper keeps a trader from standing that day, or is only said. */
export const papersBlockOn = (day: string): boolean => parameterAt(register, 'market.papers-block', day).value === true
/** All of them, with their source. */
export const rulesOn = (day: string): readonly Parameter[] =>
  [...names, 'papers-block'].map(name => parameterAt(register, `market.${name}`, day))
