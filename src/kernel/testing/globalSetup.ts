import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openCluster, openExternal } from '#kernel/db'

declare module 'vitest' {
  interface ProvidedContext {
    databases: { owner: string; application: string; jobs: string }
    /** Folder of the logs of the database server, when it is ours. */
    databaseLogs: string | null
    /** Where the demonstration keeps its files. */
    demonstrationFiles: string
  }
}

/** One server for the whole run: the embedded one, or the one named by DATABASE_URL. Addresses carry `{database}`. */
export default async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'yvette-test-'))
  const external = process.env.DATABASE_URL
  const cluster = external ? await openExternal(external, folder) : await openCluster({ folder })
  const address = (role: 'owner' | 'application' | 'jobs') => cluster.url(role, '{database}').replace('%7Bdatabase%7D', '{database}')
  project.provide('databases', { owner: address('owner'), application: address('application'), jobs: address('jobs') })
  project.provide('databaseLogs', external ? null : join(folder, 'postgres', 'log'))
  project.provide('demonstrationFiles', join(folder, 'files'))
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
