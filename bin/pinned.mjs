// Goes on under the Node that the project pins when it was started by another one. Plain Node 20.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** @returns whether this process is already the pinned one; otherwise the pinned one does the work and this one ends with it */
export const isPinned = async () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return true
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal)) // the terminal sends SIGINT to both
  const { code, signal } = await new Promise((resolve, reject) =>
    child.once('error', reject).once('exit', (code, signal) => resolve({ code, signal })),
  )
  process.exitCode = signal ? 128 + constants.signals[signal] : code
  return false
}
