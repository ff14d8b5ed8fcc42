import { defineConfig } from 'vitest/config'
import { LongestFirst } from './vitest.sequencer.ts'

/** Tests that need a browser, or processes of their own. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['e2e/**/*.test.{ts,tsx}'],
    globalSetup: ['src/kernel/testing/globalSetup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
