import type { Locale } from '#kernel/i18n'
import type { Command } from './command.ts'
import { words } from './locales/index.ts'

/** The list of commands. */
export const overview = (locale: Locale, commands: readonly Command[]): string => {
  const t = words(locale)
  const shown = commands.filter(command => !command.hidden)
  return [
    t('usage', { line: t('anyCommand') }),
    '',
    ...columns(shown.map(command => [usage(command), command.summary[locale]])),
    '',
    t('more'),
    '',
    environment(locale),
  ].join('\n')
}

/** How one command is written. */
export const commandHelp = (command: Command, locale: Locale): string => {
  const t = words(locale)
  const options = Object.entries(command.options ?? {}).map(([name, option]): [string, string] => [
    `--${name}${option.shows ? ` ${option.shows}` : ''}`,
    option.help[locale],
  ])
  return [
    t('usage', { line: `bin/yvette ${usage(command)}${options.length > 0 ? ' […]' : ''}` }),
    '',
    command.summary[locale],
    ...(command.help ? ['', command.help[locale]] : []),
    ...(options.length > 0 ? ['', ...columns(options)] : []),
  ].join('\n')
}

const usage = (command: Command) => [command.name, ...(command.named ?? [])].join(' ')

const columns = (lines: readonly (readonly [string, string])[]) => {
  const width = Math.max(...lines.map(([left]) => left.length))
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const environment = (locale: Locale) => words(locale)('environment')
