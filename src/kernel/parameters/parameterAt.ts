import type { Parameter, Register } from './register.ts'

/** The value of a parameter in force on a day (`'YYYY-MM-DD'`), with its source. Throws when there is none. */
export const parameterAt = (register: Register, id: string, day: string): Parameter => {
  const values = register.get(id)
  if (!values) throw new Error(`No parameter is called ${id}.`)
  const found = values.find(({ from, to }) => from <= day && (to === null || day <= to))
  if (!found) throw new Error(`The parameter ${id} has no value on ${day}.`)
  return found
}

/** The same, for a parameter that is a number. */
export const numberAt = (register: Register, id: string, day: string): number => {
  const { value } = parameterAt(register, id, day)
  if (typeof value !== 'number') throw new Error(`The parameter ${id} is not a number.`)
  return value
}
