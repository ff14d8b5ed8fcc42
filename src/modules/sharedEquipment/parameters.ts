import { loadParameters, numberAt, type Parameter, parameterAt } from '#kernel/parameters'

const register = loadParameters([new URL('./data/sharedEquipment.yaml', import.meta.url)])
const names = ['car-seats', 'diesel', 'petrol', 'electric'] as const
export type ParameterName = (typeof names)[number]

/** A figure of the law or of a public table, as in force that day. */
export const figureOn = (name: ParameterName, day: string): number => numberAt(register, `sharing.${name}`, day)
export const parameterOn = (name: ParameterName, day: string): Parameter => parameterAt(register, `sharing.${name}`, day)
/** All of them, with their source. */
export const parametersOn = (day: string): readonly Parameter[] => names.map(name => parameterOn(name, day))
