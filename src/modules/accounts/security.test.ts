import { onTestFinished, expect, test } from 'vitest'
import { paper } from '#engines/paper'
import { identity, signInAs } from '#kernel/auth'
import { connect } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import { openHouse } from '#kernel/house'
import { freshDatabase } from '#kernel/testing'
import { accounts } from './index.ts'

const secrets = { journal: Buffer.alloc(32, 7), signing: Buffer.alloc(32, 9) }
const url = 'https://ville.example'

const production = async () => {
  const database = await freshDatabase([paper, accounts])
  const signIn = await identity({ application: database.application, url, secret: secrets.signing, mode: 'production' })
  const house = await openHouse({
    engines: [paper],
    services: [accounts],
    addresses: database,
    identity: signIn,
    mode: 'production',
    url,
    secrets,
    schedule: false,
    poolSize: 4,
  })
  const owner = connect(database.owner, { size: 1 })
  onTestFinished(async () => {
    await Promise.all([house.close(), owner.close(), signIn.close()])
    await database.drop()
  })
  return {
    house,
    owner,
    ask: (path: string, fields?: Record<string, string>, headers: Record<string, string> = {}, origin = url) =>
      house.app.request(`${origin}${path}`, {
        headers: { ...(fields ? { origin, 'sec-fetch-site': 'same-origin' } : {}), ...headers },
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      }),
  }
}

test('over https the session cookie is Secure, HttpOnly, SameSite=Lax and bound to the host', async () => {
  const { owner, ask } = await production()
  await ask('/connexion', { email: 'lea@exemple.fr' })
  const { rows } = await owner.pool.query('select text from mail.message')
  const token = /jeton=([^&\s]+)/.exec(rows[0].text)![1]!
  const entered = await ask(`/api/auth/magic-link/verify?token=${token}&callbackURL=/compte`)
  const cookie = entered.headers.getSetCookie().find(one => one.includes('session_token'))!
  expect(cookie).toMatch(/^__Host-yvette\.session_token=/)
  for (const attribute of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i]) expect(cookie).toMatch(attribute)
  expect(cookie).not.toMatch(/domain=/i)
  expect((await ask('/compte', undefined, { cookie: cookie.split(';')[0]! })).status).toBe(200)
})

test('a request that names another host never has a link sent that leads there', async () => {
  const { owner, ask } = await production()
  const refused = await ask('/connexion', { email: cast.amina.email }, {}, 'https://mal.example')
  expect(refused.status).toBe(404)
  expect((await ask('/connexion', { email: cast.amina.email }, { 'x-forwarded-host': 'mal.example' })).status).toBe(303)
  const { rows } = await owner.pool.query('select text from mail.message')
  expect(rows.map(row => row.text)).toEqual([expect.stringContaining('https://ville.example/connexion/lien?')])
  expect(rows[0].text).not.toContain('mal.example')
})

test('a network address that the browser claims does not lift the limit on letters', async () => {
  const { owner, ask } = await production()
  for (let n = 0; n < 64; n += 1)
    expect((await ask('/connexion', { email: `n${n}@exemple.fr` }, { 'x-yvette-address': `192.0.2.${n}` })).status).toBe(303)
  expect((await owner.pool.query('select count(*)::int as n from mail.message')).rows).toEqual([{ n: 60 }])
})

test('an account writes to few addresses that nobody confirmed', async () => {
  const { house, owner, ask } = await production()
  const cookie = await signInAs(house.application, cast.amina.id, secrets.signing, url)
  const statuses: number[] = []
  for (let n = 0; n < 6; n += 1) statuses.push((await ask('/compte/adresse', { email: `n${n}@exemple.fr` }, { cookie })).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect((await owner.pool.query('select count(*)::int as n from mail.message')).rows).toEqual([{ n: 5 }])
})

test('pages of somebody known stay out of shared caches, and signing out empties the browser’s', async () => {
  const { house, ask } = await production()
  const cookie = await signInAs(house.application, cast.amina.id, secrets.signing, url)
  expect((await ask('/compte', undefined, { cookie })).headers.get('cache-control')).toBe('private, no-cache')
  expect((await ask('/deconnexion', {}, { cookie })).headers.get('clear-site-data')).toBe('"cache"')
  expect((await ask('/compte', undefined, { cookie })).status).toBe(303)
})

test('of the library, only the doors in use can be reached', async () => {
  const { ask } = await production()
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'sign-in/magic-link',
    'update-user',
    'sign-out',
    'link-social',
    'list-sessions',
    'change-email',
    'delete-user',
  ]) {
    expect((await ask(`/api/auth/${path}`, { email: 'a@exemple.fr' })).status, path).toBe(404)
    expect((await ask(`/api/auth/${path}`)).status, path).toBe(404)
  }
})

test('whoever works for the town hall signs in again after twelve hours; a resident does not', async () => {
  const { house, owner, ask } = await production()
  const agent = await signInAs(house.application, cast.claire.id, secrets.signing, url)
  const resident = await signInAs(house.application, cast.amina.id, secrets.signing, url)
  const both = async () => [
    (await ask('/compte', undefined, { cookie: agent })).status,
    (await ask('/compte', undefined, { cookie: resident })).status,
  ]
  expect(await both()).toEqual([200, 200])
  await owner.pool.query("update auth.session set created_at = now() - interval '13 hours'")
  expect(await both()).toEqual([303, 200])
  await owner.pool.query("update auth.session set expires_at = now() - interval '1 second'")
  expect(await both()).toEqual([303, 303])
  await house.workers.run('accounts.sweep')
  expect((await owner.pool.query('select id from auth.session')).rows).toEqual([])
})

test('a visitor costs no query, a signed-in person one', async () => {
  const { house, ask } = await production()
  const cookie = await signInAs(house.application, cast.amina.id, secrets.signing, url)
  await ask('/compte/proches', undefined, { cookie })
  const seen: string[] = []
  const { pool } = house.application
  const heard = new WeakSet<object>()
  pool.on('acquire', client => {
    if (heard.has(client)) return
    heard.add(client)
    const plain = client.query.bind(client) as (...words: unknown[]) => unknown
    Object.assign(client, {
      query: (...words: unknown[]) => (
        seen.push(String(typeof words[0] === 'string' ? words[0] : Reflect.get(Object(words[0]), 'text'))),
        plain(...words)
      ),
    })
  })
  await ask('/connexion/au-revoir')
  const ofVisitor = seen.splice(0).filter(text => text.includes('auth.'))
  await ask('/connexion/au-revoir', undefined, { cookie })
  const ofPerson = seen.splice(0).filter(text => text.includes('auth.'))
  expect([ofVisitor.length, ofPerson.length]).toEqual([0, 1])
})
