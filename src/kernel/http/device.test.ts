import { expect, test } from 'vitest'
import { defineService } from '#kernel/service'
import { startApp } from '#kernel/testing'
import { anyone } from './powers.ts'
import { deviceOf } from './device.ts'
import { router } from './router.ts'

const counting = defineService({
  id: 'counting',
  path: '/compte-tours',
  title: { fr: 'Compte', en: 'Count' },
  personalData: 'none',
  routes: router().get('/compte-tours/:scope', anyone, c => {
    const first = deviceOf(c, c.req.param('scope')!)
    const again = deviceOf(c, c.req.param('scope')!)
    return c.json({ key: first.key.toString('hex'), same: first.key.equals(again.key), isNew: first.isNew })
  }),
})

test('a browser without account is given one token, and each scope knows it under another name', async () => {
  const app = await startApp({ services: [counting] })
  const first = await app.get('/compte-tours/1')
  const [cookie, ...others] = first.headers.getSetCookie()
  expect([others, first.headers.get('cache-control')]).toEqual([[], 'private, no-cache'])
  expect(cookie).toMatch(/^yvette\.appareil=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/)
  const { key, same } = await first.json()
  expect([key, same]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), true])

  const brought = cookie!.split(';')[0]!
  const back = await app.get('/compte-tours/1', { cookie: brought })
  expect([back.headers.getSetCookie(), await back.json()]).toEqual([[], { key, same: true, isNew: false }])
  expect((await (await app.get('/compte-tours/2', { cookie: brought })).json()).key).not.toBe(key)
})

test('a token that we did not sign is another browser', async () => {
  const app = await startApp({ services: [counting] })
  const [cookie] = (await app.get('/compte-tours/1')).headers.getSetCookie()
  const forged = cookie!.split(';')[0]!.replace(/=./, '=~')
  const answer = await app.get('/compte-tours/1', { cookie: forged })
  expect([answer.headers.getSetCookie().length, (await answer.json()).isNew]).toEqual([1, true])
})
