import { serve as listen, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { franceConnect, identity, proConnect } from '#kernel/auth'
import { systemClock } from '#kernel/clock'
import { type Config, readConfig } from '#kernel/config'
import { connect } from '#kernel/db'
import { openStorage } from '#kernel/files'
import { loadDemonstration, openHouse, prepareDatabase } from '#kernel/house'
import { watch } from '#kernel/http'
import { smtpPost } from '#kernel/mail'
import { claimDatabase, markInstance } from './cli/claimDatabase.ts'
import { words } from './cli/locales/index.ts'
import { type Instance, openDatabase } from './cli/openDatabase.ts'
import { Refused } from './cli/command.ts'
import { engines, services } from './services.ts'

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}
type Mode = 'demonstration' | 'production'

/**
 * Opens the database, brings it up to date, composes the house and listens.
 * A demonstration writes its invented commune the first time, and refuses a database that it did not make; production
 * refuses a demonstration's.
 */
export const serve = async (
  mode: Mode,
  config: Config = readConfig(process.env),
  tell: (line: string) => void = () => {},
): Promise<Serving> => {
  const instance = await openDatabase(config)
  try {
    await prepareInstance(instance, mode, config, tell)
    return await open(instance, mode, config)
  } catch (error) {
    await instance.cluster.stop()
    throw error
  }
}

const rooms = [...engines, ...services]
const urlOf = (config: Config) => config.url ?? `http://localhost:${config.port}`

/** Brings the database up to date; a demonstration's invented commune is written the first time. */
export const prepareInstance = async ({ cluster, keys }: Instance, mode: Mode, config: Config, tell: (line: string) => void) => {
  const state = await claimDatabase(cluster, mode, config.locale)
  if (mode === 'production' && state === 'empty') throw new Refused(words(config.locale)('claim.empty'))
  await prepareDatabase(cluster.url('owner'), rooms, line => tell(`  ${line}`))
  await openStorage(config.bucket ?? { folder: `${config.dataFolder}/files` })
  if (state === 'ready') return
  await markInstance(cluster, mode, false)
  tell(words(config.locale)('demo.writing'))
  const jobs = connect(cluster.url('jobs'), { size: 1 })
  try {
    const made = { jobs, clock: systemClock, mode, url: urlOf(config), journalKey: keys.journal, signingKey: keys.signing }
    await loadDemonstration(cluster.url('owner'), rooms, made, line => tell(`  ${line}`))
  } finally {
    await jobs.close()
  }
  await markInstance(cluster, mode, true)
}

const open = async ({ cluster, keys }: Instance, mode: Mode, config: Config): Promise<Serving> => {
  const url = urlOf(config)
  const { trustProxy } = config
  const application = cluster.url('application')
  const oidc = config.oidc.map(door => (door.id === 'franceconnect' ? franceConnect(door) : proConnect(door)))
  const signIn = await identity({ application, secret: keys.signing, url, mode, oidc, trustProxy })
  const house = await openHouse({
    engines,
    services,
    addresses: { application, jobs: cluster.url('jobs') },
    identity: signIn,
    mode,
    url,
    trustProxy,
    secrets: keys,
    observer: watch({ level: config.logLevel }),
    post: config.mail && mode === 'production' ? smtpPost(config.mail.smtpUrl, config.mail.address) : null,
    schedule: true,
  })
  try {
    const server = listen({ fetch: house.app.fetch, port: config.port, hostname: config.hostname, serverOptions: patience })
    await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
    return {
      url: config.url ?? `http://localhost:${(server.address() as AddressInfo).port}`, // a TCP server's address is an object
      async stop() {
        await drain(server)
        await house.close()
        await signIn.close()
        await cluster.stop()
      },
    }
  } catch (error) {
    await house.close()
    await signIn.close()
    throw error
  }
}

// Milliseconds: a browser that sends its request drop by drop does not hold a connection for long; a file over a slow line passes.
const patience = { headersTimeout: 20_000, requestTimeout: 180_000 }

/** Lets the requests under way be answered, three seconds at most. */
const drain = (server: ServerType) =>
  new Promise<void>(resolve => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
  })
