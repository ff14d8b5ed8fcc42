import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { opinionMap, readVoteTable, updateOpinionMap, type VoteTable, warmState } from '#engines/opinionMap'
import { type Scale, writeSyntheticVotes } from './opinionVotes.ts'

const yvette = fileURLToPath(new URL('../bin/yvette', import.meta.url))
const scale = (participants: number, votes: number): Scale => ({ participants, statements: 1_000, votes })

/**
 * Opinion maps at the size of a large city. Each figure is the least of three runs, in seconds of processor (all threads)
 * and by the clock: other work on the machine lengthens the second.
 */
export const run = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yvette-opinions-'))
  try {
    const path = join(folder, 'votes.csv')
    const seconds: number[] = []
    for (const size of [scale(20_000, 1_000_000), scale(100_000, 5_000_000), scale(400_000, 20_000_000)]) {
      writeSyntheticVotes(path, size)
      const { table, ...reading } = await timed(async () => read(path))
      const drawing = await least(() => opinionMap({ votes: table }))
      seconds.push(drawing.processor)
      report(`${size.votes / 1e6} M votes: reading`, reading)
      report(`${size.votes / 1e6} M votes: map from cold`, drawing)
      if (size.votes !== 5_000_000) continue
      const state = warmState({ votes: table })
      let order = 2e12
      report('update after 1,000 votes', await least(() => updateOpinionMap(state, thousandVotes(table, order++))))
      const command = await whole(path)
      report('the whole command', command)
      console.log(`  at most ${Math.round(command.kilobytes / 1024)} MB in memory`)
    }
    const [one, five, twenty] = seconds.map(value => value || Number.NaN)
    console.log(`growth: × ${(five! / one!).toFixed(1)} for 5 times the votes, × ${(twenty! / five!).toFixed(1)} for 4 times`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Time = { processor: number; clock: number }

const report = (what: string, { processor, clock }: Time) =>
  console.log(`${what.padEnd(34)} ${processor.toFixed(2)} s of processor, ${clock.toFixed(2)} s by the clock`)

const timed = async <Result>(work: () => Result | Promise<Result>): Promise<Time & { table: Result }> => {
  const from = performance.now()
  const before = process.cpuUsage()
  const table = await work()
  const { user, system } = process.cpuUsage(before)
  return { table, processor: (user + system) / 1e6, clock: (performance.now() - from) / 1000 }
}

const least = async (work: () => unknown): Promise<Time> => {
  const times: Time[] = []
  for (let round = 0; round < 3; round++) times.push(await timed(work))
  return { processor: Math.min(...times.map(({ processor }) => processor)), clock: Math.min(...times.map(({ clock }) => clock)) }
}

const read = async (path: string): Promise<VoteTable> => {
  const result = await readVoteTable(bytesOf(path))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

function* bytesOf(path: string) {
  const descriptor = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(1 << 20)
  for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) yield buffer.subarray(0, size)
}

/** A thousand people each change or add one vote. */
const thousandVotes = ({ participants, statements }: VoteTable, order: number) =>
  Array.from({ length: 1_000 }, (_, place) => ({
    participant: participants[(place * 97 + order) % participants.length]!,
    statement: statements[(place * 31 + order) % statements.length]!,
    vote: 1 as const,
    order,
  }))

/** Time and greatest memory of `bin/yvette compute opinion-map`, as the system counts them. */
const whole = async (path: string): Promise<Time & { kilobytes: number }> => {
  const from = performance.now()
  const child = spawn(process.execPath, [yvette, 'compute', 'opinion-map', path], { stdio: ['ignore', 'ignore', 'ignore'] })
  let kilobytes = 0
  let processor = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      processor = (Number(fields[11]) + Number(fields[12])) / 100
    } catch {
      // it has just ended
    }
  }, 20)
  const code = await new Promise(resolve => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The command ended with ${code}`)
  return { processor, clock: (performance.now() - from) / 1000, kilobytes }
}
