import { expect, test } from 'vitest'
import { defineService } from '#kernel/service'
import { anyone, router } from '#kernel/http'
import { record } from '#kernel/journal'
import { startApp } from '#kernel/testing'
import { portal } from './index.ts'

/** A service that contributes everything a portal gathers. */
const market = defineService({
  id: 'market',
  path: '/marche',
  title: { fr: 'Marché', en: 'Market' },
  routes: router().get('/marche', anyone, c => c.text('marché')),
  personalData: {
    held: [
      {
        what: { fr: 'le nom des <exposants>', en: 'names of <stallholders>' },
        basis: { fr: 'contrat', en: 'contract' },
        kept: { fr: 'trois ans', en: 'three years' },
      },
    ],
    columns: {},
    erase: async () => {},
  },
  openData: [
    {
      id: 'etals',
      title: { fr: 'Étals', en: 'Stalls' },
      columns: { name: { fr: 'nom', en: 'name', type: 'text' }, metres: { fr: 'longueur', en: 'length', type: 'integer' } },
      rows: async () => [
        { name: '=1+1', metres: 4, secret: 'never' },
        { name: 'Fromages, œufs', metres: 6 },
      ],
    },
  ],
  search: [
    {
      id: 'market',
      label: { fr: 'Étals du marché', en: 'Market stalls' },
      find: async (_, words) =>
        words.includes('fromage') ? [{ title: 'Fromages & œufs', url: '/marche', excerpt: '<b>six</b> mètres', rank: 1 }] : [],
    },
  ],
  home: [
    {
      order: 1,
      card: async world => ({
        title: 'Le marché de samedi',
        items: [{ title: 'Fromages', url: '/marche', note: '6 m' }],
        expected: world.actor.personId ? { text: 'Votre place vous attend', url: '/marche' } : null,
      }),
    },
  ],
  changes: async () => [{ id: 'c1', title: 'Un étal <de> plus', url: '/marche', at: '2027-03-03T08:00:00Z', text: 'Des œufs & du miel' }],
  calendar: async () => [
    { id: 'k1', title: 'Marché du soir', startsAt: '2027-03-05T17:00:00Z', endsAt: '2027-03-05T20:00:00Z', url: '/marche' },
  ],
})
const plan = { services: [portal, market], now: '2027-03-04T09:00:00Z' }

test('home gathers what each service shows, and what awaits this person alone', async () => {
  const app = await startApp(plan)
  const visited = await app.text('/')
  for (const words of [
    'Val-sur-Yvette',
    'Le marché de samedi',
    'Un étal &lt;de> plus',
    'Marché du soir',
    'Comment une idée devient un service',
  ])
    expect(visited).toContain(words)
  expect(visited).not.toContain('Votre place vous attend')
  await app.signIn('amina')
  expect(await app.text('/')).toContain('Votre place vous attend')
})

test('search looks everywhere, says when nothing matches, and shows excerpts as text', async () => {
  const app = await startApp(plan)
  const found = await app.text('/recherche?q=fromage')
  expect(found).toContain('1 résultat')
  expect(found).toContain('&lt;b>six&lt;/b> mètres')
  expect(await app.text('/recherche?q=dinosaure')).toContain('Rien ne correspond')
  expect((await app.get('/recherche?q=%00%ff%00')).status).toBe(200)
})

test('rules and amounts are those of the day asked', async () => {
  const app = await startApp(plan)
  const now = await app.text('/parametres')
  expect(now).toContain('15 ans')
  const before = await app.text('/parametres?jour=1990-01-01')
  expect(before).not.toContain('15 ans')
  expect(await app.text('/parametres?jour=tous')).toContain('15 ans')
  const csv = await app.text('/donnees-ouvertes/parametres.csv')
  expect(csv.split('\n')[0]).toBe('id,label,value,unit,from,to,text,article,status')
  expect(csv).toContain('account.consent-age')
})

test('open data holds its declared columns only, and no formula runs in a spreadsheet', async () => {
  const app = await startApp(plan)
  const csv = await app.text('/donnees-ouvertes/etals.csv')
  expect(csv).toBe('name,metres\n\'=1+1,4\n"Fromages, œufs",6\n')
  expect(await (await app.get('/donnees-ouvertes/etals.json')).json()).toEqual([
    { name: '=1+1', metres: 4 },
    { name: 'Fromages, œufs', metres: 6 },
  ])
  expect((await app.get('/donnees-ouvertes/rien.csv')).status).toBe(404)
  expect(await app.text('/donnees-ouvertes')).toContain('longueur')
})

test('the record of processing is what services declare', async () => {
  const app = await startApp(plan)
  const page = await app.text('/donnees-personnelles')
  expect(page).toContain('le nom des &lt;exposants>')
  expect(page).toContain('trois ans')
  expect(await app.text('/mentions-legales')).toContain('La commune n’a pas encore rempli')
})

test('the feed is Atom, and escapes what it tells', async () => {
  const app = await startApp(plan)
  const answer = await app.get('/flux.atom')
  expect(answer.headers.get('content-type')).toContain('application/atom+xml')
  const feed = await answer.text()
  expect(feed).toContain('<updated>2027-03-03T08:00:00.000Z</updated>')
  expect(feed).toContain('http://localhost/marche')
  expect(feed).toContain('Un étal &lt;de&gt; plus')
  expect(feed).not.toMatch(/œufs & du/)
})

test('anyone can note the head of the journal, and ask for it again later', async () => {
  const app = await startApp(plan)
  expect(await app.text('/journal')).toContain('Le journal est vide')
  await app.inWorld(async world => {
    for (const n of [1, 2, 3]) await record(world, 'market.opened', { subject: `market:${n}` })
  })
  const { sealJournal } = await import('#kernel/journal')
  await app.inWorld(world => sealJournal(world.db, world.body.id))
  const head = /<code>([0-9a-f]{64})<\/code>/.exec(await app.text('/journal'))![1]!
  const asked = await app.text('/journal?ligne=3')
  expect(asked.split(head)).toHaveLength(3)
  expect((await app.text('/journal?ligne=2')).split(head)).toHaveLength(2)
  expect(await app.text('/journal?ligne=4')).toContain('Aucune ligne')
})

test('the language is chosen, kept, and never leads away', async () => {
  const app = await startApp(plan)
  const chosen = await app.post('/langue', { locale: 'en', return: '/parametres' })
  expect(chosen.status).toBe(303)
  expect(chosen.headers.get('location')).toBe('/parametres')
  const cookie = chosen.headers.get('set-cookie')!
  expect(cookie).toContain('langue=en')
  expect(await (await app.get('/parametres', { cookie })).text()).toContain('Rules and amounts')
  for (const away of ['//mal.example', '/\\mal.example', 'https://mal.example', 'javascript:1']) {
    expect((await app.post('/langue', { locale: 'en', return: away })).headers.get('location')).toBe('/')
  }
})
