import { loadParameters, numberAt } from '#kernel/parameters'

const register = loadParameters([new URL('./data/mandates.yaml', import.meta.url)])

/** The days that a mandate may last, the shortest first, on that day. */
export const durationsOn = (day: string): readonly number[] =>
  ['mandate.one-day', 'mandate.one-month', 'mandate.six-months', 'mandate.one-year'].map(id => numberAt(register, id, day))
/** How many days a mandate is kept after its end. */
export const mandateKeptFor = (day: string): number => numberAt(register, 'mandate.kept', day)
/** A count of activity records under it is masked. */
export const maskedBelow = (day: string): number => numberAt(register, 'activity.masked-below', day)
