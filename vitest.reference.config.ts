import { defineConfig } from 'vitest/config'

/** `npm run test:reference`: results against public data that the project does not carry. */
export default defineConfig({
  test: { include: ['reference/**/*.test.ts'], pool: 'forks', maxWorkers: 1, testTimeout: 900_000, disableConsoleIntercept: true },
})
