import { parseArgs } from 'node:util'
import { type Command, UsageError } from './command.ts'
import type { T } from './locales/index.ts'

/** Reads what follows the name of a command. @throws UsageError */
export const readWords = (command: Command, words: readonly string[], t: T) => {
  const { values, positionals } = parsed(command, words, t)
  const names = command.named ?? []
  const missing = names[positionals.length]
  if (missing) throw new UsageError(t('missing', { name: missing }))
  if (positionals.length > names.length) throw new UsageError(t('tooMany', { word: positionals[names.length] }))
  return { values, named: Object.fromEntries(names.map((name, place) => [name, positionals[place] ?? ''])) }
}

const parsed = (command: Command, words: readonly string[], t: T) => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: command.options ?? {}, allowPositionals: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals } // no option is `multiple`
  } catch (error) {
    throw new UsageError(`${t('misused')} ${error instanceof Error ? error.message : ''}`)
  }
}

/** A whole number of at least one; absent, `otherwise`. @throws UsageError */
export const count = (values: Readonly<Record<string, string | boolean | undefined>>, name: string, otherwise: number, t: T): number => {
  const text = values[name]
  if (text === undefined) return otherwise
  if (typeof text !== 'string' || !/^\d{1,8}$/.test(text)) throw new UsageError(t('notANumber', { name }))
  return Number(text)
}
