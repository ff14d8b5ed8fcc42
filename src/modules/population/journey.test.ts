import { expect, test } from 'vitest'
import { member } from '#kernel/demonstration'
import { startApp, type TestApp } from '#kernel/testing'
import { portal } from '#modules/portal'
import { population, populationMargins } from './index.ts'
import { marginsTemplate } from './templates.ts'

const about = { source: 'Insee, recensement 2023', licence: 'Licence Ouverte 2.0', reference: '01/01/2023', note: '' }
const importFigures = async (app: TestApp, text: string, fields: Record<string, string> = {}) =>
  await app.post('/population/import', { ...about, ...fields, text })
const marginsOn = (app: TestApp, on: string) => app.inWorld(world => populationMargins(world, on))

test('an agent imports figures, reads them again, publishes them; anyone sees and takes them', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [population, portal], now: '2026-11-20T09:00:00Z' })
  expect(await app.text('/population')).toContain('Les chiffres de population ne sont pas encore là.')

  await app.signIn('amina')
  expect((await importFigures(app, marginsTemplate)).status).toBe(403)
  for (const wrong of ['999', 'abc', '99999999999999999999']) expect((await app.get(`/population/versions/${wrong}`)).status).toBe(404)

  await app.signIn('claire')
  const imported = await importFigures(app, marginsTemplate)
  expect(imported.status).toBe(303)
  const draft = imported.headers.get('location') ?? ''
  expect(await app.text(draft)).toContain('Ces chiffres ne sont pas encore publiés.')

  // Nobody else sees it before it is published.
  await app.signIn(null)
  expect((await app.get(draft)).status).toBe(404)
  expect(await marginsOn(app, '2026-11-20')).toBeNull()

  await app.signIn('claire')
  expect((await app.post(`${draft}/publication`)).status).toBe(303)
  expect((await app.post(`${draft}/publication`)).status).toBe(409)

  await app.signIn(null)
  const page = await app.text('/population')
  expect(page).toContain('75 ans et plus')
  expect(page).toContain('9 800'.replace(' ', '\u202f'))
  expect(page).toContain('Insee, recensement 2023')
  expect(page).toContain(member('claire').name)
  expect(await app.text('/donnees-ouvertes/population.csv')).toContain('75+,,,903,2023-01-01')
})

test('a newer version replaces the figures shown, and the older one stays where it was', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [population, portal], now: '2026-11-20T09:00:00Z' })
  await app.signIn('claire')
  const publish = async (text: string, reference: string) => {
    const version = (await importFigures(app, text, { reference })).headers.get('location') ?? ''
    expect((await app.post(`${version}/publication`)).status).toBe(303)
    return version
  }
  const first = await publish(marginsTemplate, '2020-01-01')
  app.clock = new Date('2026-12-20T09:00:00Z')
  await publish('age;sexe;effectif\n0-14;F;40\n0-14;M;50\n15+;F;300\n15+;M;280', '2023-01-01')

  await app.signIn(null)
  expect(await app.text('/population')).toContain('15 ans et plus')
  expect(await app.text(first)).toContain('Cette version a été remplacée depuis.')
  expect(await app.text(first)).toContain('75 ans et plus')
  const then = await marginsOn(app, '2026-12-01')
  const now = await marginsOn(app, '2026-12-20')
  expect(then?.date).toBe('2020-01-01')
  expect(now?.margins.map(({ dimension, categories }) => [dimension, ...categories.map(({ code, count }) => [code, count])])).toEqual([
    ['age', ['0-14', 90], ['15+', 580]],
    ['sex', ['F', 340], ['M', 330]],
  ])
})

test('a table that cannot be read comes back with what was typed, and each line to correct', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [population, portal] })
  await app.signIn('claire')
  const refused = await importFigures(app, 'dimension;categorie;effectif\nage;0-14;12\nage;vieux;3\nsexe;F;<b>', { note: 'À <relire>' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Ligne 3 :')
  expect(page).toContain('« vieux » n’est pas compris.')
  expect(page).toContain('« &lt;b> » n’est pas un nombre de personnes.')
  expect(page).toContain('À &lt;relire>')
  expect(page).toContain('age;vieux;3')
})
