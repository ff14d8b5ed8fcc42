import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { example } from '../../../bin/example/index.ts'
import { keepVisits } from './visits.ts'

test('a visitor reads the same page until anything changes, then the new one at once', async () => {
  const app = await startApp({ services: [example] })
  const before = await app.text('/example')
  let drawn = 0
  const { transact } = app.house.application
  app.house.application.transact = ((...words: Parameters<typeof transact>) => {
    drawn += 1
    return transact(...words)
  }) as typeof transact
  const read = async () => {
    const was = drawn
    expect(await app.text('/example')).toBe(before)
    return drawn - was
  }
  await expect.poll(read).toBe(0) // tests beside this one write on the same server: the first quiet moment tells

  await app.signIn('amina')
  await app.post('/example', { text: 'Une rampe à l’entrée' })
  await app.signIn(null)
  expect(await app.text('/example')).toContain('Une rampe')

  // A writing that did not go through the application counts as well.
  await app.owner.pool.query(`update example.remark set text = 'Une rampe et un banc'`)
  expect(await app.text('/example')).toContain('un banc')
})

test('somebody known never reads a visitor’s page, nor a visitor theirs; each language has its own', async () => {
  const app = await startApp({ services: [example] })
  const visitor = await app.text('/example')
  await app.signIn('amina')
  const known = await app.text('/example')
  expect(known).toContain('Amina')
  expect(visitor).not.toContain('Amina')
  await app.signIn(null)
  expect(await app.text('/example')).toBe(visitor)
  expect(await (await app.get('/example', { 'accept-language': 'en' })).text()).toContain('Sign in')
  expect(await (await app.get('/example', { cookie: 'langue=en' })).text()).toContain('Sign in')
  app.clock = new Date(app.clock.getTime() + 61_000)
  expect(await app.text('/example')).toBe(visitor)
})

test('addresses that a visitor invents do not fill the memory', async () => {
  const text = 'x'.repeat(290_000)
  const pages = keepVisits({ pool: { query: async () => ({ rows: [{ state: '1:1:' }] }) } } as never)
  const ask = async (n: number) => {
    const site = new Hono().get('/', async c => {
      const visit = await pages.open(c, '2026-11-24', 0)
      if (visit?.kept) return c.text('kept')
      await visit?.keep(new Response(text, { headers: { 'content-type': 'text/html' } }))
      return c.text('drawn')
    })
    return (await site.request(`/?n=${n}`)).text()
  }
  for (let n = 0; n < 80; n += 1) expect(await ask(n)).toBe('drawn')
  expect(await ask(79)).toBe('kept')
  expect(await ask(0)).toBe('drawn')
})
