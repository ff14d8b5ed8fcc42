import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openStorage } from '#kernel/files'
import { startApp, type TestApp } from '#kernel/testing'
import { engines, services } from '../../services.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-secrecy-')) }))

const start = () => startApp({ engines, services, now: '2026-11-02T09:00:00Z' })
const words = {
  title: 'De quoi avez-vous besoin à la bibliothèque ?',
  purpose: 'Choisir les horaires de l’an prochain.',
  askedBy: 'Service culturel',
  followUp: 'Une décision au conseil de janvier, dite ici.',
  closesOn: '2026-11-30',
}
const opened = async (app: TestApp, audience: 'anyone' | 'verified') => {
  await app.signIn('claire')
  const begun = await app.post('/enquetes', { title: words.title, template: 'needs' })
  const path = (begun.headers.get('location') ?? '').replace('/presentation', '')
  await app.post(`${path}/presentation`, { ...words, audience })
  expect((await app.post(`${path}/ouverture`)).status).toBe(303)
  return path
}
/** One person's way through the survey; what the last page answered. */
const answer = async (app: TestApp, path: string, query = '', cookie?: string) => {
  const as = cookie === undefined ? {} : { cookie }
  await app.post(`${path}/debut${query}`, {}, as)
  await app.post(`${path}/reponse/use${query}`, { uses: 'often' }, as)
  await app.post(`${path}/reponse/needs${query}`, {}, as)
  await app.post(`${path}/reponse/you${query}`, {}, as)
  return app.post(`${path}/envoi${query}`, {}, as)
}
const tokenFrom = (response: Response) => /yvette\.appareil=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''
const count = async (app: TestApp, table: string) =>
  (await app.owner.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n as number

test('neither the journal nor the order of the rows leads from a person to an answer', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, 'verified')
  for (const name of ['amina', 'louis', 'yann', 'helene'] as const) {
    await app.signIn(name)
    await answer(app, path)
  }
  const given = await count(app, 'questionnaires.response')
  expect(given).toBeGreaterThan(1)
  const journal = await app.owner.pool.query(
    `select c.person_id from journal.entry e join journal.content c on c.body_id = e.body_id and c.entry_id = e.id where e.event = 'survey.answered'`,
  )
  expect(journal.rows).toEqual(Array.from({ length: given }, () => ({ person_id: null })))

  app.clock = new Date('2026-11-03T04:00:00Z')
  await app.house.workers.run('questionnaires.blur')
  const { rows } = await app.owner.pool.query('select id, xmin::text from questionnaires.response order by ctid')
  expect(rows).toHaveLength(given)
  expect(rows.map(row => BigInt(row.id))).toEqual(rows.map(row => BigInt(row.id)).toSorted((a, b) => (a < b ? -1 : 1)))
  expect(new Set(rows.map(row => row.xmin)).size).toBe(1)
})

test('a machine that invents a browser at each request is stopped; people with an account go on', { timeout: 60_000 }, async () => {
  const app = await start()
  const [open, reserved] = [await opened(app, 'anyone'), await opened(app, 'verified')]
  await app.signIn(null)
  expect((await app.post(`${open}/debut`, {}, { cookie: '' })).status).toBe(303)
  await app.owner.pool.query(`update moderation.pace_without_account set acts = 5000 where kind = 'survey-draft'`)
  expect((await app.post(`${open}/debut`, {}, { cookie: '' })).status).toBe(429)
  expect((await app.post(`${open}/reponse/use`, { uses: 'often' }, { cookie: '' })).status).toBe(429)
  expect(await count(app, 'questionnaires.draft')).toBe(1)
  await app.signIn('amina')
  expect((await app.post(`${reserved}/debut`)).status).toBe(303)
})

test('the address of the tablet does not open a survey kept for residents, and cannot be used in a loop', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, 'anyone')
  const key = /\?borne=[\w-]+/.exec(await app.text(`${path}/gestion`))?.[0] ?? ''
  await app.signIn(null)
  const cookie = tokenFrom(await app.post(`${path}/debut${key}`, {}, { cookie: '' }))
  expect((await answer(app, path, key, cookie)).headers.get('location')).toContain('/merci')
  await app.owner.pool.query(`update moderation.pace_without_account set acts = 120 where kind like 'survey-counter:%'`)
  expect((await app.post(`${path}/debut${key}`, {}, { cookie })).status).toBe(429)

  await app.owner.pool.query(`update surveys.survey set audience = 'verified'`)
  expect((await app.post(`${path}/debut${key}`, {}, { cookie })).headers.get('location')).toContain('/connexion')
})

test('reading the page of the code writes nothing: the code exists once it was asked for', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, 'anyone')
  await app.signIn(null)
  const cookie = tokenFrom(await app.post(`${path}/debut`, {}, { cookie: '' }))
  const code = /[2-9B-Z]{5}-[2-9B-Z]{5}/
  expect(await (await app.get(`${path}/plus-tard`, { cookie })).text()).not.toMatch(code)
  const digests = () => app.owner.pool.query('select from questionnaires.draft where code_digest is not null')
  expect((await digests()).rows).toHaveLength(0)
  await app.post(`${path}/reponse/use`, { uses: 'often', _go: 'later' }, { cookie })
  expect(await (await app.get(`${path}/plus-tard`, { cookie })).text()).toMatch(code)
})

test('an answer that crosses the end of the survey is refused: what is counted is all there will be', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, 'verified')
  await app.signIn('amina')
  await app.post(`${path}/debut`)
  await app.post(`${path}/reponse/use`, { uses: 'often' })
  await app.post(`${path}/reponse/needs`, {})
  await app.post(`${path}/reponse/you`, {})
  const closing = await app.owner.pool.connect()
  await closing.query(`begin; update questionnaires.questionnaire set closed_at = '2026-11-02T09:00:00Z'`)
  const sent = app.post(`${path}/envoi`)
  await new Promise(resolve => setTimeout(resolve, 300))
  await closing.query('commit')
  closing.release()
  expect((await sent).status).toBe(409)
  expect(await count(app, 'questionnaires.response')).toBe(0)
})
