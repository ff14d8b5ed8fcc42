import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { binaries } from './binaries.ts'
import { answersSignals, isAlive, processesIn } from './processes.ts'
import { settings } from './settings.ts'
import { asServerUser, serverUser } from './serverUser.ts'

/** A running server: its process, and where it listens (`host` is the folder of its socket, or 127.0.0.1). */
export interface RunningServer {
  readonly id: number
  readonly port: number
  readonly host: string
  readonly version: string
}

/** The server of this folder if it is running and ready. */
export const liveServer = (folder: string): RunningServer | null => {
  const lines = postmasterFile(folder)
  const id = Number(lines[0])
  if (!id || lines[7]?.trim() !== 'ready' || !isServer(id, folder)) return null
  const version = readFileSync(`${folder}/postgres/PG_VERSION`, 'utf8').trim()
  return { id, port: Number(lines[3]), host: lines[4]?.trim() || '127.0.0.1', version }
}

/** Starts the server and waits until it accepts connections (a recovery after a crash may take a while). */
export const startServer = async (folder: string, port: number): Promise<RunningServer> => {
  const { postgres } = await binaries()
  const sockets = socketFolder(folder)
  const log = `${folder}/postgres.start.log`
  const launch = asServerUser(postgres, ['-D', `${folder}/postgres`, '-p', String(port), ...settings(sockets)], folder)
  for (let attempt = 1; ; attempt += 1) {
    const other = liveServer(folder) // started by a process that was killed before it could tell
    if (other) return other
    forgetStranger(folder)
    const output = openSync(log, 'w', 0o600)
    // In a session of its own: Ctrl-C reaches the application first, which ends its work before it ends the server.
    const child = spawn(launch.command, launch.words, {
      ...launch,
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    closeSync(output)
    let over = false
    let unable = ''
    let killed = false
    child.once('exit', (_, signal) => {
      over = true
      killed = signal !== null
    })
    child.once('error', error => {
      over = true
      unable = error.message
    })
    while (!over) {
      const server = liveServer(folder)
      if (server && server.id === child.pid) {
        child.unref()
        return server
      }
      await pause(10)
    }
    const reason = unable || `${readFileSync(log, 'utf8')}${lastWords(folder)}`
    // After kill -9 of the server alone, its workers need a moment to see that they are orphans: until then they keep its
    // memory, its lock file or its port. Any other reason is given a few tries too, and then told.
    const passing = killed || /shared memory block|lock file|already in use|another postmaster/.test(reason)
    if (unable || attempt === (passing ? 50 : 5)) throw new Error(`PostgreSQL does not start in ${folder}/postgres: ${reason}`)
    await pause(200)
  }
}

/** The end of the server's own log, where it says why it gave up. */
const lastWords = (folder: string): string => {
  const logs = `${folder}/postgres/log`
  try {
    const latest = readdirSync(logs).sort().at(-1)
    return latest ? readFileSync(`${logs}/${latest}`, 'utf8').split('\n').slice(-8).join('\n') : ''
  } catch {
    return ''
  }
}

/** Asks the server to disconnect everyone and stop, and waits for it. */
export const endServer = async (folder: string) => {
  const id = interruptServer(folder)
  while (id !== null && isAlive(id)) await pause(10)
}

/** Asks the same without waiting. @returns the process that will end, if there is one */
export const interruptServer = (folder: string): number | null => {
  const id = Number(postmasterFile(folder)[0])
  if (!id || !isServer(id, folder)) return null
  process.kill(id, 'SIGINT')
  return id
}

const postmasterFile = (folder: string): string[] => {
  try {
    return readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A number may have been given to another programme since: that one is not our server. */
const isServer = (id: number, folder: string): boolean => {
  if (!isAlive(id)) return false
  if (!existsSync(`/proc/${id}/cmdline`)) return process.platform !== 'linux'
  return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0').includes(`${folder}/postgres`)
}

/**
 * PostgreSQL will not start over a lock file whose number still answers, even if that is by now another programme, or a
 * dead process that nobody buried. The file goes once none of the old server's workers is left to write in the folder.
 */
const forgetStranger = (folder: string) => {
  const id = Number(postmasterFile(folder)[0])
  if (id && answersSignals(id) && !isServer(id, folder) && processesIn(`${folder}/postgres`).length === 0) {
    rmSync(`${folder}/postgres/postmaster.pid`, { force: true })
  }
}

/** A socket's path may have 107 bytes at most; beyond that the loopback serves alone. */
const socketFolder = (folder: string): string | null => {
  const path = `${folder}/socket`
  if (Buffer.byteLength(path) > 80) return null
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const user = serverUser()
  if (user) chownSync(path, user.uid, user.gid)
  return path
}
