import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Parameter, type Register, registerOf } from './register.ts'

// Every register that a room of this process has loaded, by file.
const loaded = new Map<string, readonly Parameter[]>()

/**
 * Reads the dated registers of a room: YAML files, each a list of parameters.
 * Throws with the file and the line of the list that is wrong.
 */
export const loadParameters = (files: readonly URL[]): Register => {
  const read = files.map(
    file => [file.href, readRegister(readFileSync(file, 'utf8'), file.pathname.split('/').at(-1) ?? file.href)] as const,
  )
  const register = registerOf(read.flatMap(([, parameters]) => parameters))
  for (const [href, parameters] of read) loaded.set(href, parameters)
  return register
}

/** The parameters written in one YAML text; `name` says where, in errors. */
export const readRegister = (yaml: string, name: string): readonly Parameter[] => {
  const rows = z.array(z.unknown()).safeParse(parse(yaml))
  if (!rows.success) throw new Error(`${name}: a register is a list of parameters.`)
  return rows.data.map((row, n) => {
    const parameter = Parameter.safeParse(row)
    if (!parameter.success) throw new Error(`${name}, parameter ${n + 1}: ${z.prettifyError(parameter.error)}`)
    return parameter.data
  })
}

/** Everything that rooms have loaded, by name then by date: what the public page shows. */
export const allParameters = (): readonly Parameter[] =>
  [...loaded.values()].flat().toSorted((a, b) => (a.id === b.id ? (a.from < b.from ? -1 : 1) : a.id < b.id ? -1 : 1))
