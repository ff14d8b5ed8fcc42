import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { example } from '../../../bin/example/index.ts'
import { redirect, type Variables } from './index.ts'

test('headers: a strict policy, no script or style inline, nothing to sniff', async () => {
  const app = await startApp({ services: [example] })
  const response = await app.get('/example')
  const policy = response.headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const html = await response.text()
  expect(html).not.toMatch(/<script(?![^>]*src=)/)
  expect(html).not.toMatch(/ style="/)
})

test('a visitor who posts is asked to sign in, and what was typed is kept as text', async () => {
  const app = await startApp({ services: [example] })
  const answer = await app.post('/example', { text: 'Une longue phrase <b>importante</b>' })
  expect(answer.status).toBe(401)
  const html = await answer.text()
  expect(html).toContain('Une longue phrase &lt;b')
  expect(html).toContain('name="text"')
})

test('a form from another site is refused, with or without the header that says so', async () => {
  const app = await startApp({ services: [example] })
  await app.signIn('amina')
  for (const headers of [
    { origin: 'https://mal.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://mal.example', 'sec-fetch-site': '' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ]) {
    expect((await app.post('/example', { text: 'x' }, headers)).status).toBe(403)
  }
  expect(await app.text('/example')).not.toContain('>x<')
})

test('an address that leads nowhere says so, in the language asked for', async () => {
  const app = await startApp({ services: [example] })
  const french = await app.get('/nulle-part')
  expect(french.status).toBe(404)
  expect(await french.text()).toContain('Page introuvable')
  expect(await (await app.get('/nulle-part', { 'accept-language': 'en-GB' })).text()).toContain('Page not found')
  expect((await app.get('/example/abc')).status).toBe(404)
  expect((await app.get('/example/999999999999999999')).status).toBe(404)
})

test('two requests that cross on the same row are tried again rather than refused', async () => {
  const app = await startApp({ services: [example] })
  await app.signIn('amina')
  const answers = await Promise.all(Array.from({ length: 6 }, () => app.post('/example', { text: 'En même temps' })))
  expect(answers.map(answer => answer.status).toSorted()).toEqual([303, 409, 409, 409, 409, 409])
})

test('a redirection never leads to another site, however it is written', async () => {
  const site = new Hono<{ Variables: Variables<any> }>().get('/', c => redirect(c, c.req.query('to') ?? ''))
  const led = async (to: string) => (await site.request(`/?to=${encodeURIComponent(to)}`)).headers.get('location')
  for (const away of ['//mal.example', '/\\mal.example', '/\t/mal.example', '\\\\mal.example', 'https://mal.example', 'mal.example', ''])
    expect(await led(away), away).toBe('/')
  for (const here of ['/', '/mesures/3?page=2#debat', '/connexion?retour=%2Fa//b']) expect(await led(here)).toBe(here)
})

test('in production a host that nobody announced is no commune’s; a demonstration answers everywhere', async () => {
  const real = await startApp({ services: [example], mode: 'production' })
  const invented = await startApp({ services: [example] })
  const statuses = async (app: typeof real, headers: Record<string, string> = {}) =>
    Promise.all(
      ['localhost', 'orsigny.localhost', 'mal.example', '127.0.0.1'].map(
        async host => (await app.request(`http://${host}/example`, { headers })).status,
      ),
    )
  expect(await statuses(real)).toEqual([200, 200, 404, 404])
  expect(await statuses(invented)).toEqual([200, 200, 200, 200])
  expect(await statuses(real, { 'x-forwarded-host': 'localhost' })).toEqual([200, 200, 404, 404])
})

test('a proxy of ours says which host was asked; what the browser put before it is not believed', async () => {
  const app = await startApp({ services: [example], mode: 'production', trustProxy: true })
  const status = async (host: string) => (await app.request('http://127.0.0.1/example', { headers: { 'x-forwarded-host': host } })).status
  expect([await status('localhost'), await status('mal.example, localhost'), await status('localhost, mal.example')]).toEqual([
    200, 200, 404,
  ])
})
