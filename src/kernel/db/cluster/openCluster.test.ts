import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCluster } from './index.ts'
import { isAlive } from './processes.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'yvette-cluster-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const postmaster = () => Number(readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n')[0])
const ask = async (url: string, question: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows[0]
  } finally {
    await client.end()
  }
}

test('made once, joined by a second user, stopped by the last', async () => {
  const first = await openCluster({ folder })
  const server = postmaster()
  const second = await openCluster({ folder })
  expect(postmaster()).toBe(server)
  await first.stop()
  expect(isAlive(server)).toBe(true)
  const roles = await Promise.all(
    (['owner', 'application', 'jobs'] as const).map(role =>
      ask(second.url(role), 'select current_user as me, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user'),
    ),
  )
  expect(roles).toEqual([
    { me: 'yvette_owner', strong: false },
    { me: 'yvette_application', strong: false },
    { me: 'yvette_jobs', strong: false },
  ])
  await second.stop()
  expect(isAlive(server)).toBe(false)
})

test('a copy of a database is its own', async () => {
  const cluster = await openCluster({ folder })
  await cluster.createDatabase('mould')
  await ask(cluster.url('owner', 'mould'), 'create table kept as select 7 as n')
  await cluster.createFromTemplate('cast', 'mould')
  await ask(cluster.url('owner', 'cast'), 'update kept set n = 8')
  expect(await ask(cluster.url('owner', 'mould'), 'select n from kept')).toEqual({ n: 7 })
  expect(await ask(cluster.url('owner', 'cast'), 'select n from kept')).toEqual({ n: 8 })
  await cluster.dropDatabase('cast')
  await expect(ask(cluster.url('owner', 'cast'), 'select 1')).rejects.toThrow(/does not exist/)
  await cluster.stop()
})

test('killed, it comes back on the same address with what was committed; a stale lock does not stop it', async () => {
  const cluster = await openCluster({ folder })
  const url = cluster.url('owner')
  await ask(url, 'create table committed as select 1 as n')
  const killed = postmaster()
  process.kill(killed, 'SIGKILL')
  let found: unknown
  for (let tries = 0; tries < 100 && !found; tries += 1) {
    await pause(100)
    found = await ask(url, 'select n from committed').catch(() => null)
  }
  expect(found).toEqual({ n: 1 })
  expect(postmaster()).not.toBe(killed)
  await cluster.stop()

  // A number that is now somebody else's: ours.
  writeFileSync(`${folder}/postgres/postmaster.pid`, `${process.pid}\n${folder}/postgres\n0\n5432\n\n\n\nready\n`)
  const again = await openCluster({ folder })
  expect(await ask(again.url('owner'), 'select n from committed')).toEqual({ n: 1 })
  await again.stop()
})
