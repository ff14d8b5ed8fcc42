import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

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
export const asServerUser = (programme: string, words: readonly string[], folder: string): Launch => {
  const user = serverUser()
  if (!user) return { command: programme, words }
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

/** Whether everyone may enter every folder above. */
const open = (path: string): boolean => {
  const parent = dirname(path)
  return parent === path || ((statSync(parent).mode & 0o001) !== 0 && open(parent))
}
