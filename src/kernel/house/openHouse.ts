import type { Hono } from 'hono'
import { type Clock, systemClock } from '#kernel/clock'
import { connect, type Database, databaseIsAway, migrate } from '#kernel/db'
import { compose, type Identity, type Observer, type Variables } from '#kernel/http'
import { startWorkers, systemOf, type Workers } from '#kernel/jobs'
import { keepSending, type Post } from '#kernel/mail'
import type { Engine, Room, Service } from '#kernel/service'
import { navigationOf } from './navigation.ts'
import { innerRooms, kernelRooms } from './rooms.ts'

/** Everything a house is made of. */
export interface HousePlan {
  readonly engines: readonly Engine[]
  readonly services: readonly Service[]
  readonly addresses: { readonly application: string; readonly jobs: string }
  readonly identity: Identity
  readonly mode: 'demonstration' | 'production'
  /** Public origin, without final slash. */
  readonly url: string
  readonly trustProxy?: boolean
  readonly secrets: { readonly journal: Buffer; readonly signing: Buffer }
  readonly clock?: Clock
  readonly observer?: Observer
  /** Runs jobs and events by itself; tests say false and call `workers.settle()`. */
  readonly schedule: boolean
  /** Where letters leave from; without it they stay, as in a demonstration. */
  readonly post?: Post | null
  readonly poolSize?: number
  /** Undoes every request after answering it; for harnesses. */
  readonly rehearsal?: boolean
}

export interface House {
  readonly app: Hono<{ Variables: Variables<any> }>
  readonly workers: Workers
  readonly rooms: readonly Room[]
  readonly application: Database
  readonly jobs: Database
  close(): Promise<void>
}

/** Brings the structure of the database up to date, for the kernel and every room. */
export const prepareDatabase = (ownerUrl: string, rooms: readonly Room[], tell?: (line: string) => void) =>
  migrate(ownerUrl, [...kernelRooms, ...rooms], tell)

/** Connects, composes and starts what a house needs; it does not listen. */
export const openHouse = async (plan: HousePlan): Promise<House> => {
  const clock = plan.clock ?? systemClock
  const application = connect(plan.addresses.application, { size: plan.poolSize ?? 10, name: 'yvette-application' })
  const jobs = connect(plan.addresses.jobs, { size: 4, name: 'yvette-jobs' })
  const post = plan.post ?? null
  const rooms: readonly Room[] = [...innerRooms(post), ...plan.engines, ...plan.services]
  const app = compose({
    routes: plan.services.flatMap(service => service.routes),
    navigation: navigationOf(plan.services),
    contributors: rooms,
    application,
    identity: plan.identity,
    clock,
    mode: plan.mode,
    url: plan.url,
    trustProxy: plan.trustProxy ?? false,
    journalKey: plan.secrets.journal,
    signingKey: plan.secrets.signing,
    rehearsal: plan.rehearsal ?? false,
    ...(plan.observer ? { observer: plan.observer } : {}),
  })
  const made = { jobs, clock, mode: plan.mode, url: plan.url, journalKey: plan.secrets.journal, signingKey: plan.secrets.signing }
  const failed = (error: unknown) => plan.observer?.failed(error, undefined)
  const workers = await startWorkers(rooms, { ...made, bossUrl: plan.addresses.jobs, schedule: plan.schedule, failed })
  const sending =
    post && plan.schedule ? keepSending(systemOf(made), post, { failed: error => databaseIsAway(error) || failed(error) }) : null
  return {
    app,
    workers,
    rooms,
    application,
    jobs,
    async close() {
      await sending?.stop()
      await workers.stop()
      await Promise.all([application.close(), jobs.close()])
    },
  }
}
