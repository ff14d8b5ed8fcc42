import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom, verifyArchive } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { rehearseElection } from '../src/engines/ballotCryptography/rehearsal.ts'
import { seededBytes } from '../src/engines/ballotCryptography/seededBytes.ts'

const ballots = Number(process.env.YVETTE_BENCH_BALLOTS ?? 5_000)

/**
 * Verifies the same archive with this engine and with belenios-tool: two questions of five answers, group BELENIOS-2048. What is
 * compared is processor time, one thread each, start of the program included.
 */
export const run = async () => {
  const backend = nodeBackend()
  const answers = ['A', 'B', 'C', 'D', 'E']
  const questions = [
    { answers, min: 0, max: 1, question: 'Un ?' },
    { answers, blank: true, min: 1, max: 2, question: 'Deux ?' },
  ]
  const plan = { name: 'Bench', questions, trustees: [{ size: 1, needed: 1 }], voters: ballots }
  const election = rehearseElection(backend, randomFrom(seededBytes('bench')), plan)
  for (let voter = 0; voter < ballots; voter++)
    election.vote(voter, [[voter % 5], voter % 7 === 0 ? 'blank' : [voter % 5, (voter + 1) % 5]])
  const archive = election.archive()

  const before = process.cpuUsage()
  const checked = verifyArchive(nodeBackend(), archive)
  const { user, system } = process.cpuUsage(before)
  const ours = (user + system) / 1_000 / ballots
  const tool = toolTime(archive)
  const figures = {
    ballots,
    verified: checked.ok && checked.value.counted === ballots,
    bytesPerBallot: Math.round(archive.length / ballots),
    millisecondsPerBallot: Math.round(ours * 10) / 10,
    beleniosTool: tool === null ? 'not installed' : Math.round((tool / ballots) * 10) / 10,
    ratio: tool === null ? null : Math.round((ours / (tool / ballots)) * 100) / 100,
    target: { ratio: 1 },
  }
  console.log(JSON.stringify(figures, null, 1))
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
