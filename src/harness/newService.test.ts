import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The house without its services, so that only the new one is held against every harness. */
const emptyHouse = `import type { Engine, Service } from '#kernel/service'

/** Mechanisms that modules share. */
export const engines: readonly Engine[] = []

/** The public services. */
export const services: readonly Service[] = []
`

test('bin/new-service makes a module that compiles, keeps the walls and passes every harness at once', { timeout: 240_000 }, () => {
  const copy = mkdtempSync(join(tmpdir(), 'yvette-new-service-'))
  try {
    for (const part of [
      'src/kernel',
      'src/harness',
      'bin',
      'architecture.mjs',
      '.dependency-cruiser.mjs',
      'tsconfig.json',
      'vitest.config.ts',
      'vitest.sequencer.ts',
      'package.json',
    ]) {
      cpSync(join(root, part), join(copy, part), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    writeFileSync(join(copy, 'src/services.ts'), emptyHouse)
    writeFileSync(join(copy, 'architecture.mjs'), 'export const modules = {\n}\nexport const engines = {\n}\n')
    rmSync(join(copy, 'src/harness/newService.test.ts'))
    const run = (program: string, ...words: string[]) =>
      spawnSync(process.execPath, [join(copy, program), ...words], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, CI: '', VITEST: '' },
      }).stdout

    expect(run('bin/new-service', 'nightMarket')).toContain('src/modules/nightMarket')
    run('node_modules/vitest/vitest.mjs', 'run', 'src/modules', 'src/harness', '-u', '--reporter=json', '--outputFile=report.json')
    const report = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'))
    const failed = report.testResults.flatMap((file: { assertionResults: { status: string; fullName: string }[] }) =>
      file.assertionResults.filter(one => one.status !== 'passed'),
    )
    expect(failed.map((one: { fullName: string }) => one.fullName)).toEqual([])
    expect(report.numPassedTests).toBeGreaterThan(12)
    expect(run('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.mjs')).toContain(
      'no dependency violations',
    )
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

test.each(['Market', 'a', 'two words', '../up', 'measures'])('bin/new-service refuses %s in words', name => {
  expect(() => execFileSync(process.execPath, [join(root, 'bin/new-service'), name], { stdio: 'pipe' })).toThrow(/camelCase|exists already/)
})
