import { ConfigError, fullEnvironment, localeOf, readConfig } from '#kernel/config'
import { type Command, Refused, UsageError } from './command.ts'
import { commandHelp, overview } from './help.ts'
import { words } from './locales/index.ts'
import { readWords } from './readWords.ts'

/** Runs one of `commands`. @returns the exit code: 0 done, 1 not done, 2 not understood */
export const runCommand = async (args: readonly string[], commands: readonly Command[]): Promise<number> => {
  const locale = localeOf(process.env)
  const t = words(locale)
  const command = found(args, commands)
  const rest = args.slice(command ? command.name.split(' ').length : 0)
  const wantsHelp = rest.some(word => word === '--help' || word === '-h')
  if (!command) {
    const asked = args.length === 0 || wantsHelp
    const list = overview(locale, commands)
    write(asked ? process.stdout : process.stderr, asked ? list : `${t('unknown', { word: args[0] })}\n\n${list}`)
    return asked ? 0 : 2
  }
  if (wantsHelp) {
    write(process.stdout, commandHelp(command, locale))
    return 0
  }
  try {
    const { values, named } = readWords(command, rest, t)
    return await command.run({
      values,
      named,
      locale,
      t,
      get config() {
        return readConfig(fullEnvironment(process.env)) // only when asked for: a computation needs none
      },
      say: line => write(process.stdout, line),
      tell: line => write(process.stderr, line),
    })
  } catch (error) {
    return explained(error, command, locale)
  }
}

const found = (args: readonly string[], commands: readonly Command[]): Command | undefined =>
  commands.find(command => command.name.split(' ').every((word, place) => args[place] === word))

const explained = (error: unknown, command: Command, locale: ReturnType<typeof localeOf>): number => {
  if (error instanceof UsageError) {
    write(process.stderr, `${error.message}\n\n${commandHelp(command, locale)}`)
    return 2
  }
  const known = error instanceof Refused || error instanceof ConfigError || process.env.YVETTE_LOG_LEVEL !== 'debug'
  write(
    process.stderr,
    known && error instanceof Error ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
  )
  return 1
}

const write = (stream: NodeJS.WriteStream, text: string) => stream.write(`${text}\n`)
