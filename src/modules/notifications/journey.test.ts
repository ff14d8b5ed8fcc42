import { expect, test } from 'vitest'
import { following, interested } from '#engines/following'
import { sql } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import { record } from '#kernel/journal'
import { startApp, type TestApp } from '#kernel/testing'
import { notifications } from './index.ts'

const rooms = { engines: [following], services: [notifications] }
const subject = 'measure:3'
const notify = { subject, title: 'Un marché de nuit', url: '/mesures/3', what: { fr: 'Version 2 publiée.', en: 'Version 2 published.' } }
const happens = (app: TestApp, told: object = notify) =>
  app.inWorld(world => record(world, 'measure.versioned', { subject, content: { notify: told } }))
const letters = async (app: TestApp) =>
  (await app.owner.pool.query('select address, subject, text from mail.message order by queued_at, id')).rows

test('a resident follows, is told once on the site and once by letter, at the rhythm they chose', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-11-23T05:00:00Z' })
  await app.signIn('amina')
  const followed = await app.post('/suivi', { subject, follow: 'oui', back: '/mesures/3' })
  expect(followed.headers.get('location')).toBe('/mesures/3')
  await happens(app)
  await app.settle()
  await app.settle()

  expect(await app.text('/compte/courriers')).toContain('href="/notifications">1 nouvelle<')
  const shown = await app.text('/notifications')
  expect(shown.match(/Version 2 publiée/g)).toHaveLength(1)
  expect(shown).toContain('Vous suivez ce sujet.')
  expect((await app.get('/notifications/1')).headers.get('location')).toBe('/mesures/3')
  expect(await app.text('/notifications')).not.toContain('Nouveau<')
  expect(await app.text('/compte/courriers')).not.toContain('1 nouvelle')

  // Six in the morning in Paris: too early for a daily letter.
  await app.house.workers.run('following.digests')
  expect(await letters(app)).toEqual([])
  app.clock = new Date('2026-11-23T06:00:00Z')
  await app.house.workers.run('following.digests')
  await app.house.workers.run('following.digests')
  expect(await letters(app)).toMatchObject([{ address: 'amina@exemple.fr', subject: 'Val-sur-Yvette\u00a0: Un marché de nuit' }])

  // News of the same day waits for the next morning.
  await happens(app)
  await app.settle()
  app.clock = new Date('2026-11-23T20:00:00Z')
  await app.house.workers.run('following.digests')
  expect(await letters(app)).toHaveLength(1)
  app.clock = new Date('2026-11-24T06:30:00Z')
  await app.house.workers.run('following.digests')
  expect(await letters(app)).toHaveLength(2)
})

test(
  'someone who never wants letters is told on the site, and gets no flood when they change their mind',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ ...rooms, now: '2026-11-23T09:00:00Z' })
    await app.signIn('amina')
    await app.post('/suivi', { subject, follow: 'oui', back: '/' })
    await app.post('/compte/courriers', { rhythm: 'never' })
    await happens(app)
    await app.settle()
    await app.house.workers.run('following.digests')
    await app.post('/compte/courriers', { rhythm: 'immediately' })
    await app.house.workers.run('following.digests')
    expect(await letters(app)).toEqual([])
    expect(await app.text('/notifications')).toContain('Version 2 publiée.')
    expect(await app.text('/compte/courriers')).toMatch(/value="immediately" checked/)
  },
)

test('the reason told is the strongest one; the author of the act and those who left are not told', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-11-23T09:00:00Z' })
  await app.inWorld(async world => {
    await interested(world, subject, cast.amina.id, 'follower')
    await interested(world, subject, cast.amina.id, 'supporter')
    await interested(world, 'amendment:9', cast.amina.id, 'author')
    await interested(world, subject, cast.louis.id, 'supporter')
    await interested(world, subject, cast.claire.id, 'member')
  })
  await app.signIn('louis')
  await app.post('/suivi', { subject, follow: 'non', back: '//mal.example' })
  await app.inWorld(world =>
    record({ ...world, actor: { ...world.actor, personId: cast.claire.id } }, 'measure.versioned', {
      subject,
      content: { notify: { ...notify, also: ['amendment:9'] } },
    }),
  )
  await app.settle()
  const { rows } = await app.owner.pool.query('select person_id, because, subject from following.notification')
  expect(rows).toEqual([{ person_id: cast.amina.id, because: 'author', subject: 'amendment:9' }])
})

test('a notification is read by its person alone, whoever asks the database', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-11-23T09:00:00Z' })
  await app.inWorld(world => interested(world, subject, cast.amina.id, 'supporter'))
  await happens(app)
  await app.settle()
  await app.signIn('claire')
  expect((await app.get('/notifications/1')).status).toBe(404)
  const seen = (person: string) =>
    app.house.application.transact<never, number>(
      { body: 1, person },
      async db => (await sql`select from following.notification`.execute(db)).rows.length,
    )
  expect(await seen(cast.claire.id)).toBe(0)
  expect(await seen(cast.amina.id)).toBe(1)
})

test('an event whose notice is malformed is put aside, and the next ones arrive', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-11-23T09:00:00Z' })
  await app.inWorld(world => interested(world, subject, cast.amina.id, 'supporter'))
  await happens(app, { ...notify, url: 'https://mal.example' })
  await happens(app)
  await app.settle()
  const { rows } = await app.owner.pool.query('select count(*)::int as n from following.notification')
  expect(rows).toEqual([{ n: 1 }])
})
