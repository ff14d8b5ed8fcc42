import { expect, test } from 'vitest'
import { cast, startApp } from '#kernel/testing'
import { forgetOld } from './forgetOld.ts'
import { mail } from './mail.ts'
import { refusalOf } from './mailbox.ts'
import type { Outcome, Post, Sealed } from './post.ts'
import { queueMail } from './queueMail.ts'
import { sendQueued } from './sendQueued.ts'

const letter = { to: cast.amina.email, personId: cast.amina.id, locale: 'fr', subject: 'Bonjour', text: 'Un courrier.' } as const

/** A post that keeps what it is given, and answers what it is told to. */
const post = (answers: Outcome[] = []) => {
  const given: Sealed[] = []
  const made: Post = {
    address: 'nous@ville.example',
    close: () => {},
    send: async one => (given.push(one), answers.shift() ?? { sent: true }),
  }
  return { ...made, given }
}
const house = async () => {
  const app = await startApp({ services: [], now: '2026-11-23T09:00:00Z' })
  const run = (to: Post) => app.inWorld(world => sendQueued(world, to))
  const state = async () =>
    (await app.owner.pool.query('select attempts, sent_at, abandoned_at, due_at, failure from mail.message')).rows[0]
  return { app, run, state }
}

test('a letter leaves once, in the name of the commune', { timeout: 60_000 }, async () => {
  const { app, run } = await house()
  await app.inWorld(world => queueMail(world, { ...letter, subject: 'Deux\r\nlignes', unsubscribe: 'http://localhost/x' }))
  const to = post()
  expect([await run(to), await run(to)]).toEqual([1, 0])
  expect(to.given).toMatchObject([
    {
      from: { name: 'Val-sur-Yvette', address: 'nous@ville.example' },
      to: 'amina@exemple.fr',
      subject: 'Deux lignes',
      unsubscribe: 'http://localhost/x',
    },
  ])
})

test('a letter whose transaction is undone never leaves', { timeout: 60_000 }, async () => {
  const { app, run } = await house()
  const undone = app.inWorld(async world => {
    await queueMail(world, letter)
    throw new Error('changed our mind')
  })
  await expect(undone).rejects.toThrow('changed our mind')
  expect(await run(post())).toBe(0)
})

test('two senders never take the same letter', { timeout: 60_000 }, async () => {
  const { app, run } = await house()
  await app.inWorld(async world => {
    for (let n = 0; n < 20; n += 1) await queueMail(world, letter)
  })
  const to = post()
  await Promise.all([run(to), run(to), run(to)])
  expect(new Set(to.given.map(one => one.id)).size).toBe(20)
  expect(to.given).toHaveLength(20)
})

test('a full mailbox is tried again later; after the last try the letter is put aside with its reason', { timeout: 60_000 }, async () => {
  const { app, run, state } = await house()
  await app.inWorld(world => queueMail(world, letter))
  const full: Outcome = { sent: false, forGood: false, reason: '452 full' }
  const to = post(Array.from({ length: 9 }, () => full))
  const waited: number[] = []
  for (let tries = 1; tries <= 9; tries += 1) {
    if ((await run(to)) === 0) break
    const { due_at: due, abandoned_at: abandoned } = await state()
    if (abandoned) break
    waited.push(Date.parse(due) - app.clock.getTime())
    expect(await run(to)).toBe(0)
    app.clock = new Date(due)
  }
  expect(waited.length).toBe(6)
  expect(waited).toEqual(waited.toSorted((a, b) => a - b))
  expect(await state()).toMatchObject({ attempts: 7, sent_at: null, failure: '452 full' })
})

test('an address refused for good is noted, and forgotten once a letter reaches it', { timeout: 60_000 }, async () => {
  const { app, run, state } = await house()
  await app.inWorld(world => queueMail(world, letter))
  await run(post([{ sent: false, forGood: true, reason: '550 unknown' }]))
  expect(await state()).toMatchObject({ attempts: 1, failure: '550 unknown' })
  expect(await app.inWorld(world => refusalOf(world, letter.to))).toMatchObject({ reason: '550 unknown' })
  await app.inWorld(world => queueMail(world, letter))
  await run(post())
  expect(await app.inWorld(world => refusalOf(world, letter.to))).toBeUndefined()
})

test('letters are forgotten after thirty days, and with the person they were for', { timeout: 60_000 }, async () => {
  const { app } = await house()
  const count = async () => (await app.owner.pool.query('select from mail.message')).rowCount
  await app.inWorld(world => queueMail(world, letter))
  app.clock = new Date('2026-12-20T09:00:00Z')
  await app.inWorld(world => queueMail(world, { ...letter, to: cast.louis.email, personId: cast.louis.id }))
  app.clock = new Date('2026-12-24T09:00:00Z')
  await app.inWorld(forgetOld)
  expect(await count()).toBe(1)
  await app.inWorld(world => mail(null).personalData.erase(world, cast.louis.id))
  expect(await count()).toBe(0)
})
