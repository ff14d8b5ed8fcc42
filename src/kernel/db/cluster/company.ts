import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, isAlive } from './processes.ts'

// Several processes may use one embedded server: the application, a backup, a check. Each signs in under
// <folder>/company; the last to sign out stops the server, whoever started it.

/** Signs this process in. */
export const join = (folder: string) => {
  mkdirSync(`${folder}/company`, { recursive: true })
  count += 1
  writeFileSync(mine(folder), birthOf(process.pid))
}

/** Signs this process out. @returns whether nobody is left */
export const leave = (folder: string): boolean => {
  count -= 1
  if (count > 0) return false
  rmSync(mine(folder), { force: true })
  return present(folder).length === 0
}
let count = 0

const mine = (folder: string) => `${folder}/company/${process.pid}`

/** The processes that signed in and still live; the marks of the dead are swept away. */
const present = (folder: string): number[] =>
  readdirSync(`${folder}/company`)
    .map(Number)
    .filter(id => {
      const path = `${folder}/company/${id}`
      const alive = isAlive(id) && readFileSync(path, 'utf8') === birthOf(id)
      if (!alive) rmSync(path, { force: true })
      return alive
    })

/** Does the work while no other process of this folder starts or stops its server. */
export const inTurn = async <Result>(folder: string, work: () => Promise<Result>): Promise<Result> => {
  const lock = `${folder}/postgres.lock`
  await taken(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

const taken = async (lock: string): Promise<void> => {
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid} ${birthOf(process.pid)}`, { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    sweep(lock)
    await pause(20)
  }
}

const sweep = (lock: string) => {
  try {
    const [id, birth] = readFileSync(lock, 'utf8').split(' ')
    const abandoned = id && birth !== undefined && !(isAlive(Number(id)) && birthOf(Number(id)) === birth)
    if (abandoned) rmSync(lock, { force: true })
  } catch {} // its owner has just let it go
}
