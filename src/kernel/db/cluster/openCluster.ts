import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSecrets } from '#kernel/config'
import { type Cluster, clusterAt } from './cluster.ts'
import { inTurn, join, leave } from './company.ts'
import { freePort } from './freePort.ts'
import { initialise } from './initialise.ts'
import { keepAlive } from './keepAlive.ts'
import { mainDatabase } from './names.ts'
import { prepare } from './prepare.ts'
import { endServer, interruptServer, liveServer, startServer } from './server.ts'

/**
 * Opens the PostgreSQL kept in `<folder>/postgres`: made the first time, started when it is not running, joined when
 * another process of this folder already runs it. It listens on the loopback and on a socket of the folder. While this
 * process uses it, it is started again if it dies; the last process to leave stops it.
 * @throws when the folder is unusable, or when the server does not start (the reason is its own)
 */
export const openCluster = async ({ folder, port }: { folder: string; port?: number }): Promise<Cluster> => {
  const home = resolve(folder)
  mkdirSync(home, { recursive: true })
  const secrets = openSecrets(home)
  const server = await inTurn(home, async () => {
    const made = existsSync(`${home}/postgres/PG_VERSION`)
    if (!made) await initialise(home, secrets.text('postgres.server'))
    const running = liveServer(home) ?? (await startServer(home, port ?? (await freePort(home))))
    join(home)
    await prepare({ ...running, user: 'yvette_server', password: secrets.text('postgres.server'), database: 'postgres' }, secrets, home)
    return running
  })
  const keeper = keepAlive(home, server.port)
  const abandon = () => leave(home) && interruptServer(home) // an exit that did not go through stop
  process.once('exit', abandon)
  return clusterAt({
    host: server.host,
    port: server.port,
    version: server.version,
    account: role => ({ user: `yvette_${role}`, password: secrets.text(`postgres.${role}`) }),
    database: mainDatabase,
    async stop() {
      keeper.end()
      process.off('exit', abandon)
      await inTurn(home, async () => {
        if (leave(home)) await endServer(home)
      })
    },
  })
}
