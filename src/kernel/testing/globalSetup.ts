import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openSecrets } from '#kernel/config'
import { type Cluster, openCluster, openExternal } from '#kernel/db'

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
  if (!external) await neverMindThePower(cluster, folder)
  const address = (role: 'owner' | 'application' | 'jobs') => cluster.url(role, '{database}').replace('%7Bdatabase%7D', '{database}')
  project.provide('databases', { owner: address('owner'), application: address('application'), jobs: address('jobs') })
  project.provide('databaseLogs', external ? null : join(folder, 'postgres', 'log'))
  project.provide('demonstrationFiles', join(folder, 'files'))
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Does not wait for the disk: these databases end with the run, and every one of them that is dropped would flush all the others.
 * Tests of what survives (`e2e/crash`, `e2e/backup`) open servers of their own, which do wait.
 */
const neverMindThePower = async (cluster: Cluster, folder: string) => {
  const address = new URL(cluster.url('owner', 'postgres'))
  address.username = 'yvette_server'
  address.password = openSecrets(folder).text('postgres.server')
  const server = new pg.Client({ connectionString: address.href })
  await server.connect()
  await server.query('alter system set fsync = off')
  await server.query('select pg_reload_conf()')
  await server.end()
}
