// `npm test`: everything that judges the project, in one run. Options: --only walls|tests|browser, several times.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from './chromium.mjs'
import { isPinned } from './pinned.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const walls = [
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['lint', 'oxlint'],
  [
    'format',
    'oxfmt',
    '--check',
    'src',
    'bin',
    'e2e',
    'bench',
    'reference',
    'architecture.mjs',
    '.dependency-cruiser.mjs',
    'vitest.config.ts',
    'vitest.e2e.config.ts',
    'vitest.reference.config.ts',
    'vitest.sequencer.ts',
  ],
  ['architecture', 'depcruise', 'src', '--config', '.dependency-cruiser.mjs'],
  ['unused', 'knip', '--no-progress'],
]

const main = async () => {
  const only = process.argv.slice(2).filter((word, place, all) => all[place - 1] === '--only')
  const wants = part => only.length === 0 || only.includes(part)
  const results = []
  if (wants('walls')) for (const [name, ...command] of walls) results.push(await wall(name, command))
  if (wants('tests')) results.push(await suite('tests', 'vitest.config.ts'))
  if (wants('browser')) results.push(await inBrowser())
  summarise(results)
  return results.some(result => result.failed > 0) ? 1 : 0
}

/** A check that passes or fails as a whole. */
const wall = async (name, command) => {
  title(name)
  const from = performance.now()
  const code = await run(command)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: since(from) }
}

/** A run of Vitest; a file that cannot even be read counts as one failure. */
const suite = async (name, config, environment = {}) => {
  title(name)
  const from = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'yvette-report-'))
  const report = join(folder, 'report.json')
  const code = await run(
    [
      'vitest',
      'run',
      '--config',
      config,
      '--reporter=default',
      `--reporter=${root}bin/patience.mjs`,
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  )
  const read = reported(report)
  rmSync(folder, { recursive: true, force: true })
  const failed = read.failed > 0 || code === 0 ? read.failed : 1
  return { name, ...read, failed, seconds: since(from) }
}

const reported = file => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    const unread = testResults.filter(one => one.status === 'failed' && !one.assertionResults.some(test => test.status === 'failed')).length
    return { passed: numPassedTests, failed: numFailedTests + unread, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const inBrowser = async () => {
  const found = await chromium(line => console.log(line))
  if (!found) return { name: 'browser', passed: 0, failed: 1, skipped: 0, seconds: 0 }
  return suite('browser', 'vitest.e2e.config.ts', { CHROMIUM: found })
}

const summarise = results => {
  title('summary')
  const total = { passed: 0, failed: 0, skipped: 0, seconds: 0 }
  for (const result of results) {
    const { name, passed, failed, skipped, seconds } = result
    for (const key of Object.keys(total)) total[key] += result[key]
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} skipped` : ''}  ${seconds} s`,
    )
  }
  console.log(
    `\nIn ${Math.floor(total.seconds / 60)} min ${Math.round(total.seconds % 60)} s${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}.`,
  )
  console.log(`${total.passed} passed, ${total.failed} failed`)
}

const title = text => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 66 - text.length))}`)
const since = from => Math.round((performance.now() - from) / 100) / 10

const run = ([command, ...words], environment = {}) =>
  new Promise(resolve => {
    const path = `${root}node_modules/.bin:${process.env.PATH}`
    const child = spawn(command, words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ...environment },
    })
    child.once('error', error => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', code => resolve(code ?? 1))
  })

if (await isPinned()) process.exitCode = await main()
