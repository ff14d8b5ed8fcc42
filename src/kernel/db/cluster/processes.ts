import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Whether a process runs under this number (a dead one nobody has buried yet does not). */
export const isAlive = (id: number): boolean => answersSignals(id) && stateOf(id)?.[0] !== 'Z'

/** Whether the number is taken, if only by a dead process that nobody has buried. */
export const answersSignals = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Processes that work in this folder, on Linux. */
export const processesIn = (folder: string): number[] => {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter(id => id > 0 && folderOf(id) === folder && isAlive(id))
  } catch {
    return []
  }
}

const folderOf = (id: number): string | null => {
  try {
    return readlinkSync(`/proc/${id}/cwd`)
  } catch {
    return null
  }
}

/** What tells a process from a later one under the same number: its start, in ticks since boot ('' where unknown). */
export const birthOf = (id: number): string => stateOf(id)?.[19] ?? ''

/** What the system says of a process after its name, on Linux. */
const stateOf = (id: number): string[] | undefined => {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
