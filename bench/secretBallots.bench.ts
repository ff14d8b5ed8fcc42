import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom, verifyArchive } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { rehearseElection } from '../src/engines/ballotCryptography/rehearsal.ts'
import { seededBytes } from '../src/engines/ballotCryptography/seededBytes.ts'

const ballots = Number(process.env.YVETTE_BENCH_BALLOTS ?? 5_000)
/** On how many of these ballots belenios-tool is timed: its time grows with their number, and 5,000 take it several minutes. */
const comparedBallots = Math.min(ballots, Number(process.env.YVETTE_BENCH_COMPARED ?? 500))

/**
 * Verifies the same archive with this engine and with belenios-tool: two questions of five answers, group BELENIOS-2048; then this
 * engine alone verifies all ballots. What is compared is processor time, one thread each, start of the program included.
 */
export const run = async () => {
  const answers = ['A', 'B', 'C', 'D', 'E']
  const questions = [
    { answers, min: 0, max: 1, question: 'Un ?' },
    { answers, blank: true, min: 1, max: 2, question: 'Deux ?' },
  ]
  const plan = { name: 'Bench', questions, trustees: [{ size: 1, needed: 1 }], voters: ballots }
  const election = rehearseElection(nodeBackend(), randomFrom(seededBytes('bench')), plan)
  const cast = (from: number, to: number) => {
    for (let voter = from; voter < to; voter++)
      election.vote(voter, [[voter % 5], voter % 7 === 0 ? 'blank' : [voter % 5, (voter + 1) % 5]])
  }
  cast(0, comparedBallots)
  const compared = election.archive()
  const [ours, tool] = [ourTime(compared, comparedBallots), toolTime(compared)]
  const ratio = tool === null ? null : rounded(ours / tool)
  const perBallot = (milliseconds: number | null) => (milliseconds === null ? 'not installed' : rounded(milliseconds / comparedBallots))
  console.log(
    JSON.stringify({ ballots: comparedBallots, ours: perBallot(ours), beleniosTool: perBallot(tool), ratio, target: { ratio: 1 } }),
  )

  cast(comparedBallots, ballots)
  const whole = election.archive()
  const all = ourTime(whole, ballots)
  console.log(
    JSON.stringify({
      ballots,
      bytesPerBallot: Math.round(whole.length / ballots),
      ours: rounded(all / ballots),
      seconds: Math.round(all / 1_000),
    }),
  )
}

const rounded = (number: number) => Math.round(number * 100) / 100

/** Processor milliseconds of `verifyArchive`, on an arithmetic that has made no table yet. */
const ourTime = (archive: Uint8Array, expected: number): number => {
  const before = process.cpuUsage()
  const checked = verifyArchive(nodeBackend(), archive)
  const { user, system } = process.cpuUsage(before)
  if (!checked.ok || checked.value.counted !== expected) throw new Error('the archive must be accepted')
  return (user + system) / 1_000
}

/** Processor milliseconds of `belenios-tool election verify`; null when it is not installed. @throws when it refuses the archive */
const toolTime = (archive: Uint8Array): number | null => {
  if (spawnSync('belenios-tool', ['--version']).error) return null
  const folder = mkdtempSync(join(tmpdir(), 'yvette-bench-'))
  writeFileSync(join(folder, 'election.bel'), archive)
  try {
    const timed = 'TIMEFORMAT="%U %S"; time belenios-tool election verify 2>/dev/null'
    const { status, stderr } = spawnSync('bash', ['-c', timed], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error('belenios-tool refuses the archive')
    return cpuOf(stderr)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const cpuOf = (said: string) =>
  said
    .trim()
    .split(/\s+/)
    .reduce((sum, seconds) => sum + Number(seconds.replace(',', '.')) * 1_000, 0)
