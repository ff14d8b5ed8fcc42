import { expect, test } from 'vitest'
import { cast } from '#kernel/demonstration'
import { connect, type Db } from '#kernel/db'
import { freshDatabase, testSecrets, actorNamed } from '#kernel/testing'
import { deliverEvents, eraseFromJournal, type JournalTables, record, sealJournal, verifyJournal } from './index.ts'

const bodyId = 1
const start = async () => {
  const database = await freshDatabase([])
  const [application, jobs, owner] = [connect(database.application), connect(database.jobs), connect(database.owner, { size: 1 })]
  const write = (event: string, content: Record<string, unknown>, name: 'amina' | 'louis' = 'amina') =>
    application.transact<any, void>({ body: bodyId, person: cast[name].id }, db =>
      record(
        { db, body: { id: bodyId }, actor: actorNamed(name), now: '2026-11-03T10:00:00.000Z', journalKey: testSecrets.journal },
        event,
        {
          subject: 'measure:3',
          content,
        },
      ),
    )
  const asJob = <T>(work: (db: Db<JournalTables>) => Promise<T>) => jobs.transact<JournalTables, T>({ body: bodyId, person: null }, work)
  const inBody = <T>(body: number, work: (db: Db<JournalTables>) => Promise<T>) =>
    application.transact<JournalTables, T>({ body, person: null }, work)
  const verify = () => asJob(db => verifyJournal(db, bodyId, testSecrets.journal))
  return {
    write,
    asJob,
    inBody,
    verify,
    owner,
    close: async () => {
      await Promise.all([application.close(), jobs.close(), owner.close()])
      await database.drop()
    },
  }
}

test('lines written at once by many are all chained, in order of their number', async () => {
  const { write, asJob, verify, close } = await start()
  await Promise.all(Array.from({ length: 60 }, (_, n) => write('measure.supported', { n })))
  expect((await verify()).pending).toBe(60)
  expect(await asJob(db => sealJournal(db, bodyId))).toBe(60)
  await write('measure.supported', { n: 60 })
  expect(await asJob(db => sealJournal(db, bodyId))).toBe(1)
  expect(await verify()).toMatchObject({ links: 61, erased: 0, pending: 0, faults: [] })
  await close()
})

test('a line rewritten, removed or slipped in by the owner of the database is noticed', async () => {
  const { write, asJob, verify, owner, close } = await start()
  for (const n of [1, 2, 3]) await write('measure.supported', { n })
  await asJob(db => sealJournal(db, bodyId))
  const head = (await verify()).head
  await owner.pool.query(`update journal.content set data = '{"n": 99}' where entry_id = (select min(entry_id) from journal.content)`)
  expect((await verify()).faults).toEqual([expect.stringContaining('was rewritten')])
  await owner.pool.query(`update journal.entry set event = 'measure.withdrawn' where id = (select max(id) from journal.entry)`)
  expect((await verify()).faults).toHaveLength(2)
  await owner.pool.query(`delete from journal.link where position = 2`)
  expect((await verify()).faults.length).toBeGreaterThanOrEqual(3)
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  await close()
})

test('erasing a person removes what is personal and leaves the chain verifiable', async () => {
  const { write, asJob, verify, owner, close } = await start()
  await write('argument.filed', { text: 'Je m’appelle Amina' })
  await write('argument.filed', { text: 'Et moi Louis' }, 'louis')
  await asJob(db => sealJournal(db, bodyId))
  const before = await verify()
  expect(await asJob(db => eraseFromJournal(db, bodyId, cast.amina.id))).toBe(1)
  const after = await verify()
  expect(after).toMatchObject({ links: 2, erased: 1, faults: [], head: before.head })
  const { rows } = await owner.pool.query('select data::text from journal.content')
  expect(rows.map(row => row.data)).toEqual([expect.stringContaining('Louis')])
  await close()
})

test('a consumer reads each event once, in order, and one that fails is put aside with its reason', async () => {
  const { write, asJob, owner, close } = await start()
  for (const n of [1, 2, 3]) await write('measure.supported', { n })
  await write('measure.other', {})
  await asJob(db => sealJournal(db, bodyId))
  const seen: unknown[] = []
  const consumer = {
    name: 'test',
    events: {
      'measure.supported': async (_: { db: Db<any> }, event: { content: Readonly<Record<string, unknown>> | null }) => {
        if (event.content?.['n'] === 2) throw new Error('not this one')
        seen.push(event.content?.['n'])
      },
    },
  }
  const deliver = () => asJob(db => deliverEvents({ db: db as unknown as Db<any> }, bodyId, consumer))
  expect(await deliver()).toBe(4)
  expect(await deliver()).toBe(0)
  expect(seen).toEqual([1, 3])
  const { rows } = await owner.pool.query('select reason from journal.failure')
  expect(rows).toEqual([{ reason: 'not this one' }])
  await close()
})

test('another body reads nothing of it', async () => {
  const { write, inBody, close } = await start()
  await write('measure.supported', { n: 1 })
  const lines = (body: number) => inBody(body, db => db.selectFrom('journal.content').select('entry_id').execute())
  expect(await lines(1)).toHaveLength(1)
  expect(await lines(2)).toHaveLength(0)
  await close()
})
