import { systemClock } from '#kernel/clock'
import { connect, type Database } from '#kernel/db'
import { openStorage } from '#kernel/files'
import { innerRooms } from '#kernel/house'
import { systemOf } from '#kernel/jobs'
import type { Room } from '#kernel/service'
import { engines, services } from '../services.ts'
import { type Call, Refused } from './command.ts'
import { type Instance, openDatabase } from './openDatabase.ts'
import { pendingMigrations } from './pendingMigrations.ts'

/** Everything that runs on an instance without its web server. */
export interface InHouse extends Instance {
  readonly mode: 'demonstration' | 'production'
  readonly rooms: readonly Room[]
  readonly system: ReturnType<typeof systemOf>
  readonly owner: Database
}

export const rooms: readonly Room[] = [...engines, ...services]

/**
 * Works on an instance that was set up, while its application runs or not, and lets go of it whatever happens.
 * @param current whether the structure must be that of this version
 * @throws Refused when nothing was set up there, or when an upgrade waits
 */
export const inHouse = async <Result>(call: Call, work: (house: InHouse) => Promise<Result>, { current = true } = {}): Promise<Result> => {
  const { config, t } = call
  const instance = await openDatabase(config)
  const owner = connect(instance.cluster.url('owner'), { size: 2, name: 'yvette-command' })
  const jobs = connect(instance.cluster.url('jobs'), { size: 2, name: 'yvette-command' })
  try {
    const mode = await kindOf(owner)
    if (!mode) throw new Refused(t('claim.empty'))
    if (current && (await pendingMigrations(owner)).length > 0) throw new Refused(t('migrations.pending'))
    await openStorage(config.bucket ?? { folder: `${config.dataFolder}/files` })
    const { journal, signing } = instance.keys
    const url = config.url ?? `http://localhost:${config.port}`
    const system = systemOf({ jobs, clock: systemClock, mode, url, journalKey: journal, signingKey: signing, contributors: rooms })
    return await work({ ...instance, mode, rooms: [...innerRooms(null), ...rooms], system, owner })
  } finally {
    await Promise.all([owner.close(), jobs.close()])
    await instance.cluster.stop()
  }
}

const kindOf = async (owner: Database): Promise<InHouse['mode'] | null> => {
  const { rows } = await owner.pool.query("select to_regclass('kernel.instance') is not null as present")
  if (!rows[0].present) return null
  const { rows: lines } = await owner.pool.query('select kind from kernel.instance')
  return lines[0]?.kind ?? null
}

/** The body of that slug. @throws Refused with the slugs that exist */
export const bodyNamed = async ({ system }: InHouse, slug: string | boolean | undefined, { t }: Call) => {
  const bodies = await system.bodies()
  const found = bodies.find(body => body.slug === slug)
  if (found) return found
  throw new Refused(t('body.unknown', { slug: String(slug ?? ''), known: bodies.map(body => body.slug).join(', ') }))
}
