import { PgBoss } from 'pg-boss'
import { databaseIsAway } from '#kernel/db'
import { type Consumer, deliverEvents, sealJournal } from '#kernel/journal'
import type { Room } from '#kernel/service'
import type { World } from '#kernel/world'
import { nightly } from './retention.ts'
import { systemOf, type SystemMade } from './system.ts'

/** Background work of the whole house. */
export interface Workers {
  /** Seals the journal and hands out events until nothing is left; returns how many events were read. */
  settle(): Promise<number>
  /** Runs a job now, by its name. */
  run(job: string): Promise<void>
  stop(): Promise<void>
}

const pause = 400

/**
 * Starts sealing, event delivery and scheduled jobs. With `schedule: false` nothing runs by itself: tests call `settle` and `run`.
 * @param made.bossUrl address of the database for the jobs role
 */
export const startWorkers = async (
  rooms: readonly Room[],
  made: SystemMade & { bossUrl: string; schedule: boolean; failed: (error: unknown, what: string) => void },
): Promise<Workers> => {
  const system = systemOf({ ...made, contributors: rooms })
  const consumers: readonly Consumer<World<any>>[] = rooms.flatMap(room => (room.events ? [{ name: room.id, events: room.events }] : []))
  const jobs = new Map([...rooms.flatMap(room => Object.entries(room.jobs ?? {})), ['retention', nightly(rooms)] as const])

  const settle = async () => {
    let total = 0
    for (const body of await system.bodies()) {
      for (let moved = 1; moved > 0;) {
        moved = await system.inBody(body, world => sealJournal(world.db as never, body.id)) // the journal's own tables
        for (const consumer of consumers) moved += await system.inBody(body, world => deliverEvents(world, body.id, consumer))
        total += moved
      }
    }
    return total
  }
  const run = async (name: string) => {
    const job = jobs.get(name)
    if (!job) throw new Error(`There is no job ${name}.`)
    await job.run(system)
  }
  if (!made.schedule) return { settle, run, stop: async () => {} }

  const boss = new PgBoss({
    connectionString: made.bossUrl,
    schema: 'pgboss',
    createSchema: false,
    max: 2,
    application_name: 'yvette-jobs',
  })
  boss.on('error', error => made.failed(error, 'jobs'))
  await boss.start()
  const queueOf = (name: string) => name.replace(/[^\w.-]/g, '-')
  // A job that changed its name or went away no longer comes back.
  const queues = new Set([...jobs.keys()].map(queueOf))
  for (const { name } of await boss.getSchedules()) if (!queues.has(name)) await boss.unschedule(name)
  for (const [name, job] of jobs) {
    const queue = queueOf(name)
    await boss.createQueue(queue)
    await boss.schedule(queue, job.every, null, { tz: 'Europe/Paris' })
    await boss.work(queue, async () => job.run(system))
  }
  let stopping = false
  const turning = (async () => {
    while (!stopping) {
      await settle().catch((error: unknown) => databaseIsAway(error) || made.failed(error, 'events'))
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  })()
  return {
    settle,
    run,
    async stop() {
      stopping = true
      await turning
      await boss.stop({ graceful: true, timeout: 5000 }).catch(() => {})
    },
  }
}
