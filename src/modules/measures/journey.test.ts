import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { cast, startApp } from '#kernel/testing'
import { measures } from './index.ts'

const engines = [paper, moderation, debate, following, answers, meetings]
const start = (demo = false) => startApp({ engines, services: [measures], demo })
const programme = readFileSync(new URL('./data/programme.md', import.meta.url), 'utf8')

/** The programme imported and published by the agent; the number of its measure 1.1. */
const publish = async (app: Awaited<ReturnType<typeof start>>) => {
  await app.signIn('claire')
  const imported = await app.post('/programme/import', { text: programme, format: 'auto' })
  await app.post(`${imported.headers.get('location')}/publication`)
  return measureNamed(await app.text('/mesures'), 'Repenser ensemble')
}
const measureNamed = (html: string, title: string) => new RegExp(`href="(/mesures/\\d+)"[^>]*>[^<]*${title}`).exec(html)![1]!

test('an agent imports the programme, publishes it, and every measure opens', async () => {
  const app = await start()
  await app.signIn('claire')
  const imported = await app.post('/programme/import', { text: programme, format: 'auto' })
  expect(imported.status).toBe(303)
  const review = await app.text(imported.headers.get('location')!)
  expect(review).toContain('23 mesures')
  expect(review).toContain('Un FabLab partagé')

  const published = await app.post(`${imported.headers.get('location')}/publication`)
  expect([published.status, published.headers.get('location')]).toEqual([303, '/programme'])
  await app.signIn(null)
  expect(await app.text('/programme')).toContain("Garantir l'accès aux droits")
  const list = await app.text('/mesures')
  expect(list).toContain('Reprendre le marché en main')
  const measure = await app.text(measureNamed(list, 'Repenser ensemble'))
  expect(measure).toContain('Réunir usagers, agents et élus')
  expect(measure).toContain('En co-construction')
  expect(await app.text('/mesures?page=2')).toContain('Coopérer avec les communes voisines')
})

test('a messy document keeps everything: what has no place waits, and the agent decides', async () => {
  const app = await start()
  await app.signIn('claire')
  const imported = await app.post('/programme/import', {
    text: 'Programme\n\nI. Manger\n\t• Cantine\n\t• Marché\n\nUne phrase perdue.\n\nII. Bouger\n\t• Bus',
    format: 'auto',
  })
  const path = imported.headers.get('location')!
  const review = await app.text(path)
  expect(review).toContain('Une phrase perdue.')
  const early = await app.post(`${path}/publication`)
  expect(early.status).toBe(409)

  const point = (title: string, html: string) => new RegExp(`value="(\\d+)"[^>]*>(?:(?!</label>).)*${title}`).exec(html)![1]!
  const lost = point('Une phrase perdue', review)
  const silent = await app.post(path, { act: 'drop', point: lost, reason: '' })
  expect(silent.status).toBe(422)
  expect((await app.post(path, { act: 'drop', point: lost, reason: 'Formule de politesse' })).status).toBe(303)
  expect((await app.post(path, { act: 'up', point: point('Marché', review) })).status).toBe(303)
  expect(
    (
      await app.post(`${path}/points/${point('Bus', review)}`, {
        kind: 'measure',
        number: '7',
        title: 'Un bus <pour tous>',
        body: 'Toutes les heures.',
      })
    ).status,
  ).toBe(303)

  const corrected = await app.text(path)
  expect(corrected).toContain('Formule de politesse')
  expect(corrected.indexOf('Marché')).toBeLessThan(corrected.indexOf('Cantine'))
  expect((await app.post(`${path}/publication`)).status).toBe(303)
  expect(await app.text('/programme')).toContain('Un bus &lt;pour tous>')
  expect((await app.post(path, { act: 'up', point: lost })).status).toBe(409)
})

test('a document from an older spreadsheet is read as it is', async () => {
  const app = await start()
  await app.signIn('claire')
  const form = new FormData()
  form.set('format', 'auto')
  form.set('text', '')
  form.set('file', new File([Buffer.from('Thème;Mesure\nÉcole;Préau couvert\n', 'latin1')], 'mesures.csv', { type: 'text/csv' }))
  const imported = await app.house.app.request('http://localhost/programme/import', {
    method: 'POST',
    body: form,
    headers: { cookie: await cookieOf(app), origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(imported.status).toBe(303)
  expect(await app.text(imported.headers.get('location')!)).toContain('Préau couvert')
})
const cookieOf = async (app: Awaited<ReturnType<typeof start>>) => {
  let seen = ''
  const { app: site } = app.house
  const request = site.request.bind(site)
  const spied = Object.assign(site, {
    request: (...parts: Parameters<typeof request>) => {
      seen = new Headers(parts[1]?.headers).get('cookie') ?? seen
      return request(...parts)
    },
  })
  await app.get('/mesures')
  Object.assign(spied, { request })
  return seen
}

test('a resident supports once, whatever they press, and can take it back', async () => {
  const app = await start()
  const path = await publish(app)
  await app.signIn('amina')
  expect((await app.post(`${path}/soutien`)).status).toBe(303)
  expect((await app.post(`${path}/soutien`)).status).toBe(303)
  await app.signIn('louis')
  await app.post(`${path}/soutien`)
  expect(await count(app, path)).toBe(2)
  const page = await app.text(path)
  expect(page).toContain('Vous soutenez cette mesure.')

  await app.post(`${path}/soutien/retrait`)
  await app.post(`${path}/soutien/retrait`)
  expect(await count(app, path)).toBe(1)
  const { rows } = await app.owner.pool.query(
    "select event, count(*)::int as n from journal.entry where event like 'measure.support%' group by event order by event",
  )
  expect(rows).toEqual([
    { event: 'measure.support-withdrawn', n: 1 },
    { event: 'measure.supported', n: 2 },
  ])
})

test('when a person is erased, their supports go and the count says one less', async () => {
  const app = await start()
  const path = await publish(app)
  for (const name of ['amina', 'louis'] as const) {
    await app.signIn(name)
    await app.post(`${path}/soutien`)
  }
  await app.inWorld(world => measures.personalData.erase(world, cast.amina.id))
  expect(await count(app, path)).toBe(1)
  await app.inWorld(world => measures.personalData.erase(world, cast.amina.id))
  expect(await count(app, path)).toBe(1)
})

const count = async (app: Awaited<ReturnType<typeof start>>, path: string) => (await (await app.get(`/api/v1${path}`)).json()).supports

test('a measure that moves on says why, refuses new supports, and tells those who follow it', async () => {
  const app = await start()
  const path = await publish(app)
  await app.signIn('amina')
  await app.post(`${path}/soutien`)
  await app.settle()

  await app.signIn('louis')
  expect((await app.post(`${path}/etapes`, { stage: 'decided', reason: 'Parce que.' })).status).toBe(403)
  await app.signIn('paul')
  expect((await app.post(`${path}/etapes`, { stage: 'decided', reason: '' })).status).toBe(422)
  expect((await app.post(`${path}/etapes`, { stage: 'co-construction', reason: 'Encore.' })).status).toBe(409)
  expect((await app.post(`${path}/etapes`, { stage: 'decided', reason: 'Le conseil l’a votée <à l’unanimité>.' })).status).toBe(303)
  await app.settle()

  await app.signIn('louis')
  const late = await app.post(`${path}/soutien`)
  expect(late.status).toBe(409)
  expect(await app.text(path)).toContain('votée &lt;à l’unanimité>')
  const { rows } = await app.owner.pool.query(
    'select p.name, n.what from following.notification n join kernel.person p on p.id = n.person_id',
  )
  expect(rows.map(row => [row.name, row.what.fr])).toEqual([['Amina Belkacem', 'Nouvelle étape : Décidée.']])
})

test('the town hall says who holds the pen and until when; after that day nobody supports', async () => {
  const app = await start()
  const path = await publish(app)
  expect(
    (await app.post(`${path}/reperes`, { pilot: '00000000-0000-4000-8000-000000000008', service: 'commerce', closesOn: '31/02/2027' }))
      .status,
  ).toBe(422)
  expect((await app.post(`${path}/reperes`, { pilot: '00000000-0000-4000-8000-000000000001', service: '', closesOn: '' })).status).toBe(422) // Amina is not of the town hall
  expect(
    (await app.post(`${path}/reperes`, { pilot: '00000000-0000-4000-8000-000000000008', service: 'commerce', closesOn: '2020-01-01' }))
      .status,
  ).toBe(303)
  const page = await app.text(path)
  expect(page).toContain('Paul Aubry')
  expect(page).toContain('Les contributions sont closes.')
  await app.signIn('amina')
  expect((await app.post(`${path}/soutien`)).status).toBe(409)
  expect(await count(app, path)).toBe(0)
})

test('lists are searched with accents and slips forgiven, sorted by stage, theme and closing day', async () => {
  const app = await start(true)
  const titles = async (query: string) =>
    [...(await app.text(`/mesures?${query}`)).matchAll(/listing__title"><a[^>]*>([^<]*)</g)].map(found => found[1])
  expect(await titles('q=renovation')).toEqual(expect.arrayContaining([expect.stringContaining('Accompagner la rénovation')]))
  expect(await titles('q=FabLabb')).toEqual([expect.stringContaining('FabLab')])
  expect(await titles('etape=running')).toEqual([expect.stringContaining('FabLab')])
  expect((await titles('tri=cloture'))[0]).toContain('marché')
  expect(await titles('q=introuvable+xyz')).toEqual([])
})

test('another commune sees nothing of this one', async () => {
  const app = await start(true)
  const path = measureNamed(await app.text('/mesures'), 'Repenser ensemble')
  const elsewhere = await app.house.app.request(`http://orsigny.localhost${path}`)
  expect(elsewhere.status).toBe(404)
  const list = await app.house.app.request('http://orsigny.localhost/mesures')
  expect(await list.text()).not.toContain('Repenser')
})

test('machines read the same: JSON, feeds, paper form', async () => {
  const app = await start(true)
  const list = await (await app.get('/api/v1/mesures')).json()
  expect(list.measures).toHaveLength(23)
  const one = list.measures.find((measure: { title: string }) => measure.title === 'Un FabLab partagé')
  expect(one).toMatchObject({ stage: 'running', supports: 58 })
  const detail = await (await app.get(`/api/v1/mesures/${one.id}`)).json()
  expect(detail.version).toBe(2)
  expect(detail.paragraphs.map((paragraph: { id: string }) => paragraph.id)).toEqual(['v1-1', 'v2-1', 'v2-2', 'v2-3'])
  const feed = await app.get('/mesures/flux.atom')
  expect(feed.headers.get('content-type')).toContain('atom+xml')
  expect(await feed.text()).toContain('<title type="html"><![CDATA[Un FabLab partagé]]></title>')
  expect(await app.text(`/mesures/${one.id}/soutien`)).toContain('Je soutiens la mesure')
  expect((await app.get('/api/v1/mesures/999999')).status).toBe(404)
})
