import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identity } from '#kernel/auth'
import { systemClock } from '#kernel/clock'
import { connect, type Database, openCluster } from '#kernel/db'
import { openStorage } from '#kernel/files'
import { type House, loadDemonstration, openHouse, prepareDatabase } from '#kernel/house'
import type { Engine, Service } from '#kernel/service'

export const secrets = { journal: Buffer.alloc(32, 1), signing: Buffer.alloc(32, 2) }

export interface Ground {
  readonly house: House
  readonly owner: Database
  readonly origin: string
  close(): Promise<void>
}

/** A real server with fsync on, its demonstration, and the house composed on it; nothing is left behind. */
export const openGround = async (engines: readonly Engine[], services: readonly Service[], { poolSize = 10 } = {}): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'yvette-bench-'))
  const cluster = await openCluster({ folder })
  const rooms = [...engines, ...services]
  const origin = 'http://localhost'
  await prepareDatabase(cluster.url('owner'), rooms)
  const jobs = connect(cluster.url('jobs'), { size: 1 })
  const made = {
    jobs,
    clock: systemClock,
    mode: 'demonstration' as const,
    url: origin,
    journalKey: secrets.journal,
    signingKey: secrets.signing,
  }
  await openStorage({ folder: join(folder, 'files') })
  await loadDemonstration(cluster.url('owner'), rooms, made)
  await jobs.close()
  const application = cluster.url('application')
  const who = await identity({ application, secret: secrets.signing, url: origin, mode: 'demonstration' })
  const house = await openHouse({
    engines,
    services,
    addresses: { application, jobs: cluster.url('jobs') },
    identity: who,
    mode: 'demonstration',
    url: origin,
    secrets,
    schedule: false,
    poolSize,
  })
  const owner = connect(cluster.url('owner'), { size: 2 })
  return {
    house,
    owner,
    origin,
    async close() {
      await Promise.all([house.close(), owner.close(), who.close()])
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Median milliseconds of `times` runs, after a tenth of them to warm up. */
export const timed = async (times: number, work: () => Promise<unknown> | unknown): Promise<number> => {
  const taken: number[] = []
  for (let n = 0; n < times * 1.1; n += 1) {
    const from = performance.now()
    await work()
    if (n >= times * 0.1) taken.push(performance.now() - from)
  }
  return median(taken)
}
