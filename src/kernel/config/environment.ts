import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

export type Environment = Readonly<Record<string, string | undefined>>

const fileOf = (dataFolder: string) => `${dataFolder}/yvette.env`

/** The environment of this process, over what `<data>/yvette.env` keeps for it. */
export const fullEnvironment = (given: Environment): Environment => {
  const path = fileOf(resolve(given.YVETTE_DATA || './data'))
  return existsSync(path) ? { ...parseEnv(readFileSync(path, 'utf8')), ...given } : given
}

/** Keeps settings in `<data>/yvette.env`, readable by its owner alone (a mail server's address holds a password). */
export const keepEnvironment = (dataFolder: string, settings: Environment) => {
  const path = fileOf(dataFolder)
  const known = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  const lines = Object.entries({ ...known, ...settings }).flatMap(([name, value]) =>
    value ? [`${name}='${value.replaceAll("'", '%27')}'`] : [],
  )
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
}
