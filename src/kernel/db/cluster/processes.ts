import { readFileSync } from 'node:fs'

/** Whether a process runs under this number (a dead one nobody has buried yet does not). */
export const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return stateOf(id)?.[0] !== 'Z'
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
