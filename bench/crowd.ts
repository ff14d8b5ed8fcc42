import { serve } from '@hono/node-server'
import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { signInAs } from '#kernel/auth'
import type { Database } from '#kernel/db'
import { type Ground, secrets } from './ground.ts'

export interface Asked {
  readonly path: string
  readonly cookie: string
  readonly body: string
  /** Given back when it was acknowledged. */
  readonly key: string
}
export interface Seen {
  readonly seconds: number
  readonly statuses: Record<string, number>
  readonly acknowledged: string[]
  readonly p50: number
  readonly p99: number
}

/** A crowd in a process of its own sends these requests to the house, over so many connections. */
export const asCrowd = async (ground: Ground, connections: number, requests: readonly Asked[]): Promise<Seen> => {
  const server = serve({ fetch: ground.house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<Seen>((resolve, reject) => {
      const client = fork(fileURLToPath(new URL('./stormClient.mjs', import.meta.url)))
      client.once('message', seen => resolve(seen as Seen))
      client.once('error', reject)
      client.send({ port, connections, requests })
    })
  } finally {
    await new Promise<void>(resolve => void server.close(() => resolve()))
  }
}

/** New verified residents, each with a session. */
export const crowd = async (ground: Ground, round: number, residents: number) => {
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

/** Makes the table that the bare INSERTs write to. */
export const bareTable = (ground: Ground) =>
  ground.owner.pool.query(
    `create schema bench; create table bench.bare (body_id integer, measure_id bigint, person_id uuid, supported_at timestamptz, primary key (body_id, measure_id, person_id));
    grant usage on schema bench to yvette_application; grant insert on bench.bare to yvette_application`,
  )

/** Bare autocommit INSERTs of one row, as many at once as the storm has connections, through the same pool. */
export const barePerSecond = async ({ pool }: Database, connections: number) => {
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

/** The round in the middle, by its ratio. */
export const middle = <Round extends { readonly ratio: number }>(rounds: readonly Round[]): Round =>
  rounds.toSorted((a, b) => b.ratio - a.ratio)[1]!
