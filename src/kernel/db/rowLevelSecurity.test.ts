import { expect, test } from 'vitest'
import { cast } from '#kernel/demonstration'
import { freshDatabase } from '#kernel/testing'
import type { Room } from '#kernel/service'
import { connect, type Db } from './index.ts'

interface Tables {
  'shelf.tool': { body_id: number; id: string; agreement_id: number | null; name: string }
  'kernel.person': { id: string; name: string }
  'kernel.contact': { person_id: string; email: string | null }
}
const shelf: Room = { id: 'shelf', migrations: new URL('./testdata/shelf/', import.meta.url), personalData: 'none' }

const start = async () => {
  const database = await freshDatabase([shelf])
  const application = connect(database.application, { size: 2 })
  const inBody = <T>(body: number, work: (db: Db<Tables>) => Promise<T>, person: string | null = null) =>
    application.transact<Tables, T>({ body, person }, work)
  const close = async () => {
    await application.close()
    await database.drop()
  }
  return { inBody, close }
}

test('a body sees its own rows, and those of an agreement it takes part in; it changes only its own', async () => {
  const { inBody, close } = await start()
  await inBody(1, db =>
    db
      .insertInto('shelf.tool')
      .values([
        { body_id: 1, id: '1', agreement_id: null, name: 'own' },
        { body_id: 1, id: '2', agreement_id: 1, name: 'shared' },
      ])
      .execute(),
  )
  const seenBy = (body: number) => inBody(body, db => db.selectFrom('shelf.tool').select('name').orderBy('id').execute())
  expect(await seenBy(1)).toEqual([{ name: 'own' }, { name: 'shared' }])
  expect(await seenBy(2)).toEqual([])
  expect(await seenBy(3)).toEqual([{ name: 'shared' }]) // takes part in the agreement of the invented bodies
  await expect(
    inBody(3, db => db.insertInto('shelf.tool').values({ body_id: 1, id: '3', agreement_id: 1, name: 'forged' }).execute()),
  ).rejects.toThrow(/row-level security/)
  await expect(inBody(3, db => db.updateTable('shelf.tool').set({ name: 'renamed' }).where('id', '=', '2').execute())).rejects.toThrow(
    /row-level security/,
  )
  expect((await inBody(3, db => db.deleteFrom('shelf.tool').executeTakeFirst())).numDeletedRows).toBe(0n) // nor does it delete
  expect((await inBody(2, db => db.deleteFrom('shelf.tool').executeTakeFirst())).numDeletedRows).toBe(0n)
  await close()
})

test('names are known to the bodies a person frequents; private facts to the person and to agents', async () => {
  const { inBody, close } = await start()
  const names = (body: number, person: string | null = null) =>
    inBody(body, db => db.selectFrom('kernel.person').select('name').where('id', '=', cast.amina.id).execute(), person)
  expect(await names(1)).toHaveLength(1)
  expect(await names(2)).toHaveLength(0)
  const emails = (body: number, person: string) =>
    inBody(body, async db => (await db.selectFrom('kernel.contact').select('email').execute()).length, person)
  expect(await emails(1, cast.louis.id)).toBe(1)
  expect(await emails(1, cast.claire.id)).toBeGreaterThan(5)
  expect(await emails(1, cast.odile.id)).toBe(1) // agent of another commune: herself only
  await close()
})
