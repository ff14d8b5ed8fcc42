import { serve as listen } from '@hono/node-server'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { identity } from '#kernel/auth'
import { systemClock } from '#kernel/clock'
import { openSecrets, readConfig, type Config } from '#kernel/config'
import { connect, type Db, type BodyTables, openCluster, openExternal, sql } from '#kernel/db'
import { loadDemonstration, openHouse, prepareDatabase } from '#kernel/house'
import { watch } from '#kernel/http'
import { engines, services } from './services.ts'

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Opens the database, brings it up to date, composes the house and listens.
 * A demonstration writes its invented commune the first time, and refuses a database that it did not make; production
 * refuses a demonstration's.
 */
export const serve = async (
  mode: 'demonstration' | 'production',
  config: Config = readConfig(process.env),
  tell: (line: string) => void = () => {},
): Promise<Serving> => {
  mkdirSync(config.dataFolder, { recursive: true })
  const secrets = openSecrets(config.dataFolder)
  const keys = { journal: secrets.bytes('journal'), signing: secrets.bytes('signing') }
  const cluster = config.databaseUrl ? await openExternal(config.databaseUrl, config.dataFolder) : await openCluster({ folder: config.dataFolder })
  const rooms = [...engines, ...services]
  const url = config.url ?? `http://localhost:${config.port}`
  await prepareDatabase(cluster.url('owner'), rooms, line => tell(`  ${line}`))
  if (await claim(cluster.url('owner'), mode)) {
    tell('Une commune inventée s’installe…')
    const jobs = connect(cluster.url('jobs'), { size: 1 })
    await loadDemonstration(cluster.url('owner'), rooms, { jobs, clock: systemClock, mode, url, journalKey: keys.journal, signingKey: keys.signing })
    await jobs.close()
    await markReady(cluster.url('owner'))
  }
  const observer = watch({ level: config.logLevel })
  const house = await openHouse({
    engines,
    services,
    addresses: { application: cluster.url('application'), jobs: cluster.url('jobs') },
    identity: await identity({
      application: cluster.url('application'), secret: keys.signing, url, mode, oidc: config.oidc, trustProxy: config.trustProxy,
    }),
    mode,
    url,
    trustProxy: config.trustProxy,
    secrets: keys,
    observer,
    schedule: true,
  })
  const server = listen({ fetch: house.app.fetch, port: config.port, hostname: config.hostname ?? '127.0.0.1' })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  return {
    url: config.url ?? `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
      })
      await house.close()
      await cluster.stop()
    },
  }
}

/**
 * Says what this database is for, the first time.
 * @returns whether a demonstration must still be written
 * @throws when the database is for something else
 */
const claim = async (owner: string, mode: 'demonstration' | 'production'): Promise<boolean> => {
  const database = connect(owner, { size: 1 })
  try {
    const db = database.bare as unknown as Db<BodyTables & { 'kernel.person': { id: string } }>
    const instance = await db.selectFrom('kernel.instance').select(['kind', 'ready_at']).executeTakeFirst()
    if (!instance) {
      const people = await db.selectFrom('kernel.person').select('id').limit(1).execute()
      if (mode === 'demonstration' && people.length > 0) throw new Error('Cette base contient déjà des personnes : une démonstration n’y sera pas écrite.')
      await db.insertInto('kernel.instance').values({ kind: mode }).execute()
      return mode === 'demonstration'
    }
    if (instance.kind !== mode) {
      throw new Error(
        instance.kind === 'production'
          ? 'Cette base est celle d’une commune réelle : la démonstration ne s’y ouvre pas. Choisissez un autre dossier avec YVETTE_DATA.'
          : 'Cette base est celle d’une démonstration : elle ne peut pas servir en production. Choisissez un autre dossier avec YVETTE_DATA.',
      )
    }
    if (instance.kind === 'demonstration' && !instance.ready_at) {
      throw new Error('La démonstration a été interrompue pendant son installation : supprimez le dossier de données et recommencez.')
    }
    return false
  } finally {
    await database.close()
  }
}

const markReady = async (owner: string) => {
  const database = connect(owner, { size: 1 })
  await sql`update kernel.instance set ready_at = now()`.execute(database.bare)
  await database.close()
}
