import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { example } from '../../../bin/example/index.ts'

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
