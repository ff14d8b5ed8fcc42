import { serve } from '@hono/node-server'
import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { signInAs } from '#kernel/auth'
import type { Database } from '#kernel/db'
import { engines, services } from '../src/services.ts'
import { type Ground, openGround, secrets } from './ground.ts'

const residents = 2000
const connections = 50

/** 2,000 first supports of one measure at once, some sent twice, against bare one-row INSERTs by the same pool in the same run. */
export const run = async () => {
  const ground = await openGround(engines, services)
  await ground.owner.pool
    .query(`create schema bench; create table bench.bare (body_id integer, measure_id bigint, person_id uuid, supported_at timestamptz, primary key (body_id, measure_id, person_id));
    grant usage on schema bench to yvette_application; grant insert on bench.bare to yvette_application`)
  const rounds = []
  for (let round = 0; round < 3; round += 1) rounds.push(await storm(ground, round))
  const best = rounds.toSorted((a, b) => b.ratio - a.ratio)[1]!
  console.log(
    JSON.stringify(
      { rounds, median: best, target: { acknowledgedPerSecond: 550, ratio: 0.25, serverErrors: 0, lost: 0, double: 0 } },
      null,
      1,
    ),
  )
  await ground.close()
}

const storm = async (ground: Ground, round: number) => {
  const { rows } = await ground.owner.pool.query(`select id from measures.measure where stage = 'co-construction' order by id`)
  const measure = rows[round % rows.length].id as string
  const people = await crowd(ground, round)
  const server = serve({ fetch: ground.house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const before = await barePerSecond(ground.house.application)
  const requests = people.flatMap(({ person, cookie }, n) => {
    const one = { path: `/mesures/${measure}/soutien`, cookie, body: '', key: person }
    return n % 10 === 0 ? [one, one] : [one]
  })
  const seen = await asCrowd({ port, connections, requests })
  const after = await barePerSecond(ground.house.application)
  await new Promise<void>(resolve => void server.close(() => resolve()))

  const ids = people.map(({ person }) => person)
  const kept = await ground.owner.pool.query(
    'select person_id from measures.support where measure_id = $1 and person_id = any($2::uuid[])',
    [measure, ids],
  )
  const counted = await ground.owner.pool.query(
    'select sum(n)::int as n, (select count(*)::int from measures.support where measure_id = $1) as rows from measures.support_count where measure_id = $1',
    [measure],
  )
  const journalled = await ground.owner.pool.query(
    `select count(*)::int as n from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'measure.supported' and e.subject = $1 and c.person_id = any($2::uuid[])`,
    [`measure:${measure}`, ids],
  )
  const stored = new Set(kept.rows.map(row => row.person_id))
  const acknowledgedPerSecond = residents / seen.seconds
  const bare = (before + after) / 2
  return {
    acknowledgedPerSecond: Math.round(acknowledgedPerSecond),
    bareInsertsPerSecond: Math.round(bare),
    ratio: Math.round((acknowledgedPerSecond / bare) * 1000) / 1000,
    statuses: seen.statuses,
    lost: seen.acknowledged.filter(person => !stored.has(person)).length,
    double: kept.rowCount! - stored.size + Math.abs(counted.rows[0].n - counted.rows[0].rows) + (journalled.rows[0].n - residents),
    p50ms: Math.round(seen.p50),
    p99ms: Math.round(seen.p99),
  }
}

/** New verified residents, each with a session. */
const crowd = async (ground: Ground, round: number) => {
  await ground.owner.pool.query(
    `
    with person as (insert into kernel.person (id, name, invented) select ('00000000-0000-4000-9000-' || lpad(($1 * 10000 + n)::text, 12, '0'))::uuid, 'Personne ' || n, true from generate_series(1, $2) n returning id)
    , known as (insert into kernel.presence (body_id, person_id) select 1, id from person)
    insert into kernel.residence (body_id, person_id, proof, since) select 1, id, 'document-seen', '2026-01-01' from person`,
    [round, residents],
  )
  const people = []
  for (let n = 1; n <= residents; n += 1) {
    const person = `00000000-0000-4000-9000-${String(round * 10000 + n).padStart(12, '0')}`
    people.push({ person, cookie: await signInAs(ground.house.application, person, secrets.signing) })
  }
  await ground.owner.pool.query('analyze')
  return people
}

/** Bare autocommit INSERTs of one row, as many at once as the storm has connections, through the same pool. */
const barePerSecond = async ({ pool }: Database) => {
  const rows = 3000
  let next = 0
  const from = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next++ < rows)
        await pool.query(`insert into bench.bare (body_id, measure_id, person_id, supported_at) values (1, 1, gen_random_uuid(), now())`)
    }),
  )
  return rows / ((performance.now() - from) / 1000)
}

const asCrowd = (
  told: object,
): Promise<{ seconds: number; statuses: Record<string, number>; acknowledged: string[]; p50: number; p99: number }> =>
  new Promise((resolve, reject) => {
    const client = fork(fileURLToPath(new URL('./stormClient.mjs', import.meta.url)))
    client.once('message', seen => resolve(seen as Awaited<ReturnType<typeof asCrowd>>))
    client.once('error', reject)
    client.send(told)
  })
