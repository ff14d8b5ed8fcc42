import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { systemClock } from '#kernel/clock'
import { connect } from '#kernel/db'
import { loadCast } from '#kernel/demonstration'
import { openStorage } from '#kernel/files'
import { kernelRooms, loadDemonstration, prepareDatabase } from '#kernel/house'
import type { Room } from '#kernel/service'

export const testSecrets = { journal: Buffer.alloc(32, 7), signing: Buffer.alloc(32, 9) }

export interface TestDatabase {
  readonly name: string
  readonly owner: string
  readonly application: string
  readonly jobs: string
  drop(): Promise<void>
}

/**
 * A database of its own for a test, cloned from a template that has these rooms' structure and the invented people
 * (and, with `demo`, the whole invented life). The template is made by the first test that needs it.
 */
export const freshDatabase = async (rooms: readonly Room[], { demo = false } = {}): Promise<TestDatabase> => {
  const template = `template_${structureDigest(rooms)}${demo ? '_demo' : ''}`
  if (demo) await openStorage({ folder: inject('demonstrationFiles') })
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(async admin => {
    await admin.query('select pg_advisory_lock(4242)') // one maker of templates at a time, and no clone of one being made
    try {
      const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
      if (rowCount === 0) await makeTemplate(admin, template, rooms, demo)
      await admin.query(`create database "${name}" template "${template}"`)
    } finally {
      await admin.query('select pg_advisory_unlock(4242)')
    }
  })
  return {
    name,
    owner: address('owner', name),
    application: address('application', name),
    jobs: address('jobs', name),
    // A server process of its own (autovacuum) may be inside, which the owner may not end: the whole server goes at the end of the run.
    drop: () => asAdministrator(async admin => void (await admin.query(`drop database if exists "${name}" with (force)`).catch(() => {}))),
  }
}

const address = (role: 'owner' | 'application' | 'jobs', database: string) => inject('databases')[role].replace('{database}', database)

const asAdministrator = async (work: (admin: pg.Client) => Promise<void>) => {
  const admin = new pg.Client({ connectionString: address('owner', 'postgres') })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

const makeTemplate = async (admin: pg.Client, template: string, rooms: readonly Room[], demo: boolean) => {
  const making = `${template}_making`
  await admin.query(`drop database if exists "${making}" with (force)`)
  await admin.query(`create database "${making}"`)
  const owner = address('owner', making)
  await prepareDatabase(owner, rooms)
  const jobs = connect(address('jobs', making), { size: 1 })
  try {
    if (demo) {
      await loadDemonstration(owner, rooms, {
        jobs,
        clock: systemClock,
        mode: 'demonstration',
        url: 'http://localhost',
        journalKey: testSecrets.journal,
        signingKey: testSecrets.signing,
      })
    } else {
      const database = connect(owner, { size: 1 })
      await database.transact<any, void>({ body: null, person: null }, db => loadCast(db as never, '2026-01-01')) // the owner sees every table
      await database.close()
    }
  } finally {
    await jobs.close()
  }
  await admin.query(`alter database "${making}" rename to "${template}"`)
}

const structureDigest = (rooms: readonly Room[]) => {
  const digest = createHash('sha256')
  for (const room of [...kernelRooms, ...rooms]) {
    digest.update(room.id)
    if (!room.migrations) continue
    for (const file of readdirSync(room.migrations).sort()) digest.update(file).update(readFileSync(new URL(file, room.migrations)))
  }
  return digest.digest('hex').slice(0, 16)
}
