import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sql } from '#kernel/db'
import { fileResponse, openStorage, storeFile } from '#kernel/files'
import { startApp } from '#kernel/testing'
import type { World } from '#kernel/world'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-agreement-')) }))

/** Works in the name of a body, under the application's role. */
const house = async () => {
  const app = await startApp({ services: [] })
  const as = <T>(body: number, work: (world: World<any>) => Promise<T>) =>
    app.inWorld(world =>
      app.house.application.transact<any, T>({ body, person: null }, db => work({ ...world, db, body: { ...world.body, id: body } })),
    )
  const current = (body: number) =>
    as(body, async ({ db }) =>
      (await sql<{ id: number }>`select a as id from kernel.current_agreements() a order by a`.execute(db)).rows.map(row => row.id),
    )
  const found = (body: number, others: readonly number[]) =>
    as(
      body,
      async ({ db }) =>
        (await sql<{ id: number }>`select kernel.found_agreement('Matériel', ${others}::integer[]) as id`.execute(db)).rows[0]!.id,
    )
  return { as, current, found }
}

test('a body founds an agreement with others: each takes part in it, nobody else does, and only they let others in', async () => {
  const { as, current, found } = await house()
  const agreement = await found(1, [4, 999])
  expect(await current(1)).toContain(agreement)
  expect(await current(4)).toEqual([agreement])
  expect(await current(2)).not.toContain(agreement)
  const widen = (body: number, newcomer: number) =>
    as(body, ({ db }) => sql`select kernel.widen_agreement(${agreement}, ${newcomer})`.execute(db))
  await expect(widen(2, 2)).rejects.toThrow('only those who take part')
  await widen(4, 5)
  await widen(1, 5) // twice is once
  expect(await current(5)).toEqual([agreement])
})

test('a file of an agreement is read by its members and by nobody else', async () => {
  const { as, found } = await house()
  const agreement = await found(1, [4])
  const stored = await as(1, world =>
    storeFile(world, { bytes: new TextEncoder().encode('Devis\n'), name: 'devis.txt', purpose: 'test', agreement }),
  )
  if (!stored.ok) throw new Error(stored.because)
  const read = (body: number, options: { purpose: string; heldBy?: number }) =>
    as(body, async world => (await fileResponse(world, stored.file.id, options))?.text() ?? null)
  expect(await read(1, { purpose: 'test' })).toBe('Devis\n')
  expect(await read(4, { purpose: 'test', heldBy: 1 })).toBe('Devis\n')
  expect(await read(4, { purpose: 'test' })).toBeNull()
  expect(await read(2, { purpose: 'test', heldBy: 1 })).toBeNull()
})
