import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { example } from '../../../bin/example/index.ts'

test('a visitor reads the same page until anything changes, then the new one at once', async () => {
  const app = await startApp({ services: [example] })
  const before = await app.text('/example')
  let drawn = 0
  const { transact } = app.house.application
  app.house.application.transact = ((...words: Parameters<typeof transact>) => {
    drawn += 1
    return transact(...words)
  }) as typeof transact
  expect(await app.text('/example')).toBe(before)
  expect(drawn).toBe(0)

  await app.signIn('amina')
  await app.post('/example', { text: 'Une rampe à l’entrée' })
  await app.signIn(null)
  expect(await app.text('/example')).toContain('Une rampe')
  expect(drawn).toBe(2)

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
