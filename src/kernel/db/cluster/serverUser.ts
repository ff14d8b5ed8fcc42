import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How a programme of the server is launched: PostgreSQL refuses to run as root. */
export interface Launch {
  readonly command: string
  readonly words: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

/** The system user the server runs as, or null when it is simply ours. Root makes it when it is missing. */
export const serverUser = (): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return null
  try {
    return identity()
  } catch {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' })
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    })
    return identity()
  }
}

const identity = () => ({
  uid: Number(execFileSync('id', ['-u', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] })),
  gid: Number(execFileSync('id', ['-g', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] })),
})

/**
 * Launches a programme as the server's user. When root keeps its folders to itself (a clone under /root), that user
 * could reach neither the programme nor the data: it is then given the one capability to pass through.
 */
export const asServerUser = (packaged: string, words: readonly string[], folder: string): Launch => {
  const user = serverUser()
  if (!user) return { command: packaged, words }
  const programme = open(packaged) ? packaged : inTheOpen(packaged)
  if (open(programme) && open(`${folder}/postgres`)) return { command: programme, words, ...user }
  if (!existsSync('/usr/bin/setpriv')) {
    throw new Error(`PostgreSQL does not run as root, and its user "postgres" cannot enter ${folder}: run Yvette as an ordinary user.`)
  }
  const passing = ['--inh-caps=-all,+dac_override', '--ambient-caps=+dac_override']
  return {
    command: '/usr/bin/setpriv',
    words: [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...passing, programme, ...words],
  }
}

// initdb checks with access(2) that it can run the server, which ignores capabilities: programmes under /root are copied.
const inTheOpen = (packaged: string): string => {
  const native = dirname(dirname(packaged))
  const copy = `/var/lib/yvette/postgres-${createHash('sha256')
    .update(`${native} ${statSync(packaged).mtimeMs}`)
    .digest('hex')
    .slice(0, 12)}`
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, copy)
  }
  return `${copy}/bin/${basename(packaged)}`
}

/** Whether everyone may enter every folder above. */
const open = (path: string): boolean => {
  const parent = dirname(path)
  return parent === path || ((statSync(parent).mode & 0o001) !== 0 && open(parent))
}
