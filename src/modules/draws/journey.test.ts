import { expect, test } from 'vitest'
import { following } from '#engines/following'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp, type TestApp } from '#kernel/testing'
import { draws } from './index.ts'

const rooms = { engines: [paper, moderation, following], services: [draws], now: '2026-09-01T08:00:00Z' }
const lot = {
  title: 'Départage de deux projets',
  purpose: 'Ils ont le même nombre de voix <exactement>.',
  inputs: 'Projet 19\nProjet 177\n',
  many: '1',
  seedSource: 'Six boules tirées en conseil municipal',
  seedOn: '2026-09-03',
}
const seed = { seed: ' 7 12  23 34 41 49', witnesses: 'Le conseil municipal' }
const made = async (app: TestApp, path: string, fields: Record<string, string>) => {
  const answer = await app.post(path, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('a list is committed to, chance comes afterwards, and nothing can change any more', { timeout: 60_000 }, async () => {
  const app = await startApp(rooms)
  await app.signIn('amina')
  expect((await app.get('/tirages/nouveau')).status).toBe(403)
  await app.signIn('claire')
  expect(await app.text('/tirages/nouveau?titre=Ex+aequo&parmi=12&parmi=7')).toContain('12\n7')
  const twice = await app.post('/tirages', { ...lot, inputs: 'a\nb\na' })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('Ligne 3 : « a » est déjà dans la liste.')
  const address = await made(app, '/tirages', lot)
  expect((await app.post(`${address}/graine`, seed)).status).toBe(422)
  app.clock = new Date('2026-09-03T18:00:00Z')
  await made(app, `${address}/graine`, seed)
  expect((await app.post(`${address}/graine`, { ...seed, seed: '1' })).status).toBe(409)

  await app.signIn(null)
  expect(await app.text(address)).toContain('&lt;exactement>')
  const file = await (await app.get(`${address}/tirage.json`)).json()
  expect(file).toMatchObject({ seed: '7 12 23 34 41 49', inputs: ['Projet 177', 'Projet 19'] })
  expect(file.order.toSorted()).toEqual(file.inputs)
  expect(await app.text(address)).toContain('src="/tirages/rejouer.js"')
  const script = await (await app.get('/tirages/rejouer.js')).text()
  expect(script).toContain('lot-replay')
  expect(script.length).toBeLessThan(20_000)
  expect(await (await app.get(`${address}/liste.txt`)).text()).toBe('Projet 177\nProjet 19\n')
})

const categories = ['category,feature,min,max', 'âge,jeune,1,2', 'âge,âgé,1,2'].join('\n')
const panel = { title: 'Panel sur les écoles', purpose: 'Donner un avis sur les rythmes.', size: '3', closesOn: '2026-09-10', categories }

test('volunteers register, chances are computed and published, a public lot seats them, one declines', { timeout: 120_000 }, async () => {
  const app = await startApp(rooms)
  await app.signIn('claire')
  expect((await app.post('/tirages/panels', { ...panel, categories: 'category,feature,min,max\nâge,jeune,3,2' })).status).toBe(422)
  const address = await made(app, '/tirages/panels', panel)
  await app.signIn('amina')
  expect((await app.post(`${address}/inscription`, { feature0: 'martien' })).status).toBe(422)
  await made(app, `${address}/inscription`, { feature0: 'jeune', showsName: 'on' })
  expect((await app.post(`${address}/inscription`, { feature0: 'jeune' })).status).toBe(409)
  expect(await app.text(address)).toContain('Vous êtes volontaire, numéro 1')

  await app.signIn('claire')
  const bad = await app.post(`${address}/import`, { people: 'qui,âge\nA,jeune\nB,bleu' })
  expect(await bad.text()).toContain('Ligne 3, colonne « âge » : « bleu »')
  await made(app, `${address}/import`, { people: 'qui,âge\nA,jeune\nB,âgé\nC,âgé\nD,âgé\nE,âgé\nF,âgé', nameColumn: 'qui' })
  expect((await app.post(`${address}/calcul`)).status).toBe(409)
  app.clock = new Date('2026-09-11T08:00:00Z')
  await made(app, `${address}/calcul`, {})
  expect(await app.text(address)).toContain('Calcul en cours')
  expect(await app.text(address)).toContain('Arrêter ici et garder ce qui est prouvé')
  await made(app, `${address}/arret`, {})
  expect(await app.text(address)).toContain('L’arrêt est demandé')
  expect((await app.post(`${address}/arret`)).status).toBe(409)
  await app.house.workers.run('draws.compute')
  // Two seats at most for five older people: 40 %; one at least for two younger: 50 %.
  expect(await app.text(address)).toContain('40,0')
  const ticket = await made(app, `${address}/tirage`, { seedSource: lot.seedSource, seedOn: '2026-09-12' })
  app.clock = new Date('2026-09-12T08:00:00Z')
  await made(app, `${ticket}/graine`, seed)

  const seats = (await app.text(address)).match(/<li>Volontaire n° \d+/g) ?? []
  expect(seats).toHaveLength(3)
  const first = /\d+$/.exec(seats[0] ?? '')?.[0] ?? ''
  expect(await app.text(`${address}/personnes`)).toContain('En faire un comité')
  await made(app, `${address}/remplacement`, { number: first })
  expect((await app.post(`${address}/remplacement`, { number: first })).status).toBe(409)
  const after = await app.text(address)
  expect(after).toContain(`Le n° ${first} a refusé`)
  expect(after.match(/<li>Volontaire n° \d+/g)).toHaveLength(3)
  await app.signIn('louis')
  expect((await app.get(`${address}/personnes`)).status).toBe(403)
  expect(await app.text(address)).not.toContain('>A<')
})

test(
  'quotas that nobody can keep: the smallest loosening is proposed, and an agent accepts it with a reason',
  { timeout: 120_000 },
  async () => {
    const app = await startApp(rooms)
    await app.signIn('claire')
    const address = await made(app, '/tirages/panels', { ...panel, categories: categories.replace('jeune,1,2', 'jeune,2,2') })
    await made(app, `${address}/import`, { people: 'âge\njeune\nâgé\nâgé\nâgé' })
    app.clock = new Date('2026-09-11T08:00:00Z')
    await made(app, `${address}/calcul`, {})
    await app.house.workers.run('draws.compute')
    expect(await app.text(address)).toContain('âge, jeune : de 1 à 2 (aujourd’hui de 2 à 2)')
    expect((await app.post(`${address}/assouplissement`, { reason: '' })).status).toBe(422)
    await made(app, `${address}/assouplissement`, { reason: 'Un seul jeune s’est porté volontaire.' })
    await app.house.workers.run('draws.compute')
    expect(await app.text(address)).toContain('66,6')
  },
)

test('a computation that ended without an answer says so, and may be asked for again', { timeout: 60_000 }, async () => {
  const app = await startApp(rooms)
  await app.signIn('claire')
  const address = await made(app, '/tirages/panels', panel)
  await made(app, `${address}/import`, { people: 'âge\njeune\nâgé\nâgé\nâgé' })
  app.clock = new Date('2026-09-11T08:00:00Z')
  await made(app, `${address}/calcul`, {})
  await app.owner.pool.query(`update draws.computation set result = '{"kind": "failed"}', ended_at = now()`)
  expect(await app.text(address)).toContain('Le calcul s’est arrêté sans réponse')
  await made(app, `${address}/calcul`, {})
  await app.house.workers.run('draws.compute')
  expect(await app.text(address)).not.toContain('sans réponse')
})

test('the demonstration: a panel drawn, one recruiting, a list drawn', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, demo: true })
  const page = await app.text('/tirages')
  expect(page).toContain('Panel sur les horaires')
  expect(page).toContain('Inscriptions jusqu’au')
  expect(page).toContain('Emplacements du forum')
})
