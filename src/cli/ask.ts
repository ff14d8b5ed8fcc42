import { createInterface } from 'node:readline/promises'
import { UsageError } from './command.ts'
import type { T } from './locales/index.ts'

const question = async (text: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(text)).trim()
  } finally {
    terminal.close()
  }
}

/** Questions to whoever sits at the terminal. */
export const ask = {
  /** Whether somebody can answer. */
  possible: () => process.stdin.isTTY === true,
  question,
  /** @throws UsageError when nobody can answer */
  async confirmed(text: string, t: T): Promise<boolean> {
    if (!ask.possible()) throw new UsageError(t('ask.nobody'))
    return /^(o|oui|y|yes)$/i.test(await question(`${text} ${t('ask.yesNo')} `))
  },
}
