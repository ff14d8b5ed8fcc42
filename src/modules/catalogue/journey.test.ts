import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { measures } from '#modules/measures'
import { invented } from './data/invented.ts'
import { catalogue } from './index.ts'

const start = (demo = false, now = '2026-11-23T10:00:00Z') =>
  startApp({ engines: [paper, moderation, debate, following, answers, meetings], services: [measures, catalogue], demo, now })
const post = {
  name: 'Agence <postale>',
  purpose: 'Courrier et colis.',
  runBy: 'commune',
  day1: '9h-12h, 14h-17h30',
  exceptions: '24/12/2026 : fermé (veille de fête)',
  face: 'post',
}

test('the town hall adds a service, and anyone reads when it is open', async () => {
  const app = await start()
  await app.signIn('claire')
  const added = await app.post('/services/nouveau', post)
  expect(added.status).toBe(303)
  await app.signIn(null)
  const page = await app.text(added.headers.get('location')!)
  expect(page).toContain('Agence &lt;postale>')
  expect(page).toContain('Aujourd’hui : 9\u00a0h à 12\u00a0h, 14\u00a0h à 17\u00a0h\u00a030')
  expect(page).toContain('jeudi 24 décembre 2026')
  app.clock = new Date('2026-11-24T10:00:00Z') // a Tuesday
  expect(await app.text('/services')).toContain('Fermé aujourd’hui')
})

test('hours that cannot be understood are asked again, and nothing typed is lost', async () => {
  const app = await start()
  await app.signIn('claire')
  const refused = await app.post('/services/nouveau', { ...post, day1: 'le matin' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="le matin"')
  expect((await app.post('/services/nouveau', { ...post, exceptions: '31/02/2027 : fermé' })).status).toBe(422)
  expect((await app.post('/services/nouveau', { ...post, measure: '999' })).status).toBe(422)
  expect(await app.text('/services')).toContain('Le catalogue est encore vide.')
})

test('each change leaves an edition with its author and reason', async () => {
  const app = await start()
  await app.signIn('claire')
  const path = (await app.post('/services/nouveau', post)).headers.get('location')!
  await app.signIn('paul')
  await app.post(`${path}/correction`, { ...post, name: 'La Poste', reason: 'Nom plus simple' })
  await app.signIn(null)
  const editions = await app.text(`${path}/editions`)
  expect(editions).toContain('Nom plus simple')
  expect(editions).toContain('Paul Aubry')
  expect(editions).toContain('Agence &lt;postale>')
})

test('an archived service leaves the list and keeps its page; it can come back', async () => {
  const app = await start()
  await app.signIn('claire')
  const path = (await app.post('/services/nouveau', post)).headers.get('location')!
  expect((await app.post(`${path}/archivage`, { reason: '' })).status).toBe(422)
  await app.post(`${path}/archivage`, { reason: 'Le bureau rouvre ailleurs' })
  expect(await app.text(path)).toContain('Le bureau rouvre ailleurs')
  expect(await app.text('/services')).not.toContain('Agence')
  await app.post(`${path}/archivage`, { reason: 'Finalement maintenu' })
  expect(await app.text('/services')).toContain('Agence')
})

test('residents read and do not write', async () => {
  const app = await start()
  await app.signIn('amina')
  expect((await app.post('/services/nouveau', post)).status).toBe(403)
  expect((await app.get('/services/nouveau')).status).toBe(403)
})

test('a shared service is read on the sites of the agreement, and written on one', async () => {
  const app = await start()
  await app.signIn('claire')
  expect((await app.post('/services/nouveau', { ...post, agreement: '7' })).status).toBe(422)
  const path = (await app.post('/services/nouveau', { ...post, agreement: '1' })).headers.get('location')!
  expect(await app.text(`${path}/correction`)).toMatch(/<option value="1" selected[^>]*>Équipements partagés, Communauté du Plateau/)
  expect(await app.text('/services')).toContain('Partagé avec Communauté du Plateau')
  await app.signIn('bruno')
  const there = async (place: string) => (await app.request(`http://plateau.localhost${place}`)).text()
  expect(await there('/services')).toContain('Partagé avec Val-sur-Yvette')
  const shown = await there(path)
  expect(shown).toContain('9\u00a0h à 12\u00a0h') // its hours come along
  expect(shown).not.toContain(`${path}/correction`)
  expect(await there(`${path}/editions`)).toContain('1ʳᵉ édition')
  await app.signIn('claire')
  await app.post(`${path}/correction`, post)
  expect(await there('/services')).not.toContain('Agence')
})

test('the demonstration: services lead to their measures, are found, and are read by machines', async () => {
  const app = await start(true)
  const found = await app.text('/services?q=mediatheque')
  expect(found).toContain('Médiathèque')
  const list = await (await app.get('/api/v1/services')).json()
  expect(list.services).toHaveLength(invented.length)
  const fablab = list.services.find((service: { name: string }) => service.name.startsWith('FabLab'))
  const shown = await app.text(`/services/${fablab.id}`)
  expect(shown).toContain('Un FabLab partagé')
  const measure = await app.text(/href="(\/mesures\/\d+)"/.exec(shown)![1]!)
  expect(measure).toContain(`<a href="/services/${fablab.id}">`) // and a measure leads to its services
  const elsewhere = await app.house.app.request(`http://orsigny.localhost/services/${fablab.id}`)
  expect(elsewhere.status).toBe(404)
})
