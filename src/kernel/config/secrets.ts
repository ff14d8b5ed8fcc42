import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys of the instance, by name (`journal`, `session`, `signing`, `postgres.owner`, `body.gif`), in base64url. */
export interface Secrets {
  /** The key kept under this name, made of `bytes` random bytes the first time it is asked for. */
  text(name: string, bytes?: number): string
  bytes(name: string, bytes?: number): Buffer
  /** Keeps a secret that somebody else chose (a restored key, a password of an external server). */
  keep(name: string, value: string): void
  all(): Readonly<Record<string, string>>
}

/**
 * Opens `<folder>/secrets.json`, readable by its owner alone and never in the database: whoever reads a stolen database
 * can neither sign a session, nor forge the journal, nor read a confidential file.
 */
export const openSecrets = (folder: string): Secrets => {
  const path = join(folder, 'secrets.json')
  const read = (): Record<string, string> => (existsSync(path) ? parsed(path) : {})
  const keep = (name: string, value: string) => {
    mkdirSync(folder, { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify({ ...read(), [name]: value }, null, 2)}\n`, { mode: 0o600 })
    chmodSync(draft, 0o600)
    renameSync(draft, path)
  }
  const text = (name: string, bytes = 32) => {
    const known = read()[name]
    if (known !== undefined) return known
    const value = randomBytes(bytes).toString('base64url')
    keep(name, value)
    return value
  }
  return { text, keep, all: read, bytes: (name, bytes) => Buffer.from(text(name, bytes), 'base64url') }
}

const parsed = (path: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`The secrets file ${path} cannot be read: put back the one from your backup.`, { cause: error })
  }
}
