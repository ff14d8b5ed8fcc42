import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Config } from '#kernel/config'
import type { Locale } from '#kernel/i18n'
import type { T } from './locales/index.ts'

/** What a command is given. */
export interface Call {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly named: Readonly<Record<string, string>>
  readonly config: Config
  readonly locale: Locale
  readonly t: T
  /** A result, on the standard output. */
  say(line: string): void
  /** How far long work is, on the error output: it never mixes with results. */
  tell(line: string): void
}

interface Option extends ParseArgsOptionDescriptor {
  /** Shown after its name: `--body SLUG`. */
  readonly shows?: string
  readonly help: { readonly fr: string; readonly en: string }
}

/** One thing the command line does. `run` returns its exit code: 0 done, 1 not done. */
export interface Command {
  readonly name: string
  readonly named?: readonly string[]
  readonly options?: Readonly<Record<string, Option>>
  readonly summary: { readonly fr: string; readonly en: string }
  readonly help?: { readonly fr: string; readonly en: string }
  /** Left out of the list of commands. */
  readonly hidden?: boolean
  run(call: Call): Promise<number>
}

/** The command was not written as it must be: exit code 2. */
export class UsageError extends Error {}

/** Something expected prevents the command; its message is a whole explanation: exit code 1, no stack. */
export class Refused extends Error {}
