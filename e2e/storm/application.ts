import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real application in processes of its own, on a data folder of its own. */
export interface Application {
  readonly folder: string
  readonly url: string
  /** Starts it (again) and waits until it says that it can serve. */
  start(): Promise<void>
  /** kill -9: nothing of it has time to do anything. */
  killApplication(): Promise<void>
  killPostgres(): void
  /** As Ctrl-C; @returns the exit code */
  stop(): Promise<number | null>
  /** Runs a command of bin/yvette on this folder. */
  command(...words: readonly string[]): Promise<{ code: number | null; output: string }>
  remove(): Promise<void>
}

export const application = async (): Promise<Application> => {
  const folder = mkdtempSync(join(tmpdir(), 'yvette-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, YVETTE_DATA: folder, PORT: String(port), LANG: 'en_GB.UTF-8', NODE_ENV: 'production' }
  let running: ChildProcess | undefined
  let output = ''
  const app: Application = {
    folder,
    url,
    async start() {
      const child = spawn(process.execPath, ['bin/demo.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output = (output + text).slice(-4000)))
      running = child
      while (!(await answers(`${url}/readyz`))) {
        if (child.exitCode !== null) throw new Error(`The application ended by itself:\n${output}`)
        await pause(50)
      }
    },
    async killApplication() {
      const child = running
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
    killPostgres() {
      const id = postmaster(folder)
      if (!id) return
      try {
        process.kill(id, 'SIGKILL')
      } catch {} // it was dead already
    },
    async stop() {
      const child = running
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
      child.kill('SIGINT')
      return new Promise(resolve => child.once('exit', resolve))
    },
    command: (...words) => command(words, env),
    async remove() {
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return app
}

const command = (words: readonly string[], env: NodeJS.ProcessEnv) =>
  new Promise<{ code: number | null; output: string }>(resolve => {
    const child = spawn(process.execPath, ['bin/yvette.mjs', ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text))
    child.once('close', code => resolve({ code, output }))
  })

const postmaster = (folder: string): number | null => {
  try {
    return Number(readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

const answers = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2000) })
    .then(response => response.status === 200)
    .catch(() => false)

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
