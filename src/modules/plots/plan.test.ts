import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openStorage } from '#kernel/files'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { engines } from '../../services.ts'
import { accounts } from '#modules/accounts'
import { budgets } from '#modules/budgets'
import { catalogue } from '#modules/catalogue'
import { commitments } from '#modules/commitments'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { population } from '#modules/population'
import { roll } from '#modules/roll'
import { plots } from './index.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-plan-')) }))

const services = [accounts, desk, population, roll, measures, catalogue, commitments, budgets, plots]
const garden = {
  name: 'Jardin du Lavoir',
  place: 'Rue du Lavoir',
  runBy: 'La commune',
  latitude: '48,70',
  longitude: '2,19',
  width: '40',
  height: '20',
}
const plot = { kind: 'ground', squareMetres: '50', x: '1', y: '1', width: '6', height: '8', water: 'tap', sun: 'full' }
const asked = { holder: 'person', situation: ['lives-here', 'without-land'], takesAny: 'oui' }
const move = (app: TestApp, day: string) => (app.clock = new Date(`${day}T09:00:00Z`))
const sent = async (app: TestApp, path: string, fields: Record<string, string | string[]> = {}) => {
  const answer = await app.post(path, fields)
  expect(answer.status, (await answer.clone().text()).replace(/<[^>]+>/g, ' ').slice(0, 900)).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** A garden with two plots and a round open until the end of November. */
const season = async () => {
  const app = await startApp({ engines, services, now: '2026-11-02T09:00:00Z' })
  await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing")
  await app.signIn('claire')
  const place = (await sent(app, '/jardins/lieux', garden)).replace('/tenue', '')
  await sent(app, `${place}/parcelles`, { ...plot, number: '1' })
  await sent(app, `${place}/parcelles`, { ...plot, number: '2', x: '10' })
  const round = await sent(app, '/jardins/campagnes', {
    title: 'Parcelles 2027',
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    drawOn: '2026-12-10',
    seasonFrom: '2027-01-01',
    seasonTo: '2027-12-31',
    seedSource: 'Numéros du Loto du jour',
  })
  const numbers = async () =>
    (await app.owner.pool.query<{ id: string; number: string }>('select id::text as id, number from plots.plot order by number')).rows.map(
      one => one.id,
    )
  return { app, place, round, numbers }
}

test(
  'by telephone, a helper asks for a plot for somebody, who finds it in their account; the garden then changes and closes with care for them',
  { timeout: 90_000 },
  async () => {
    const { app, place, round, numbers } = await season()
    await app.signIn('helene')
    await sent(app, `/guichet/personnes/${cast.jeanne.id}/saisie`, { channel: 'phone' })
    expect(await app.text('/jardins/demande')).toContain('Vous saisissez pour Jeanne Petit')
    expect((await app.post('/jardins/demandes', { holder: 'person' })).status).toBe(422)
    const file = await sent(app, '/jardins/demandes', { ...asked, project: 'Des pommes de terre' })
    await sent(app, '/guichet/fin')
    expect((await app.get(file)).status).toBe(404)
    const { rows } = await app.owner.pool.query('select person_id, keyed_by from plots.application')
    expect(rows).toEqual([{ person_id: cast.jeanne.id, keyed_by: cast.helene.id }])
    await app.signIn('jeanne')
    expect(await app.text(file)).toContain('Des pommes de terre')

    await app.signIn('claire')
    move(app, '2026-12-01')
    await sent(app, `${round}/liste`)
    move(app, '2026-12-10')
    await sent(app, `${round}/tirage`, { seed: '1 2 3', witnesses: 'Paul Aubry' })
    await app.signIn('jeanne')
    const offered = /\/jardins\/attributions\/\d+/.exec(await app.text('/jardins/mes-parcelles'))![0]
    await sent(app, `${offered}/signature`, { read: 'oui' })
    move(app, '2027-02-01')
    const { rows: held } = await app.owner.pool.query<{ id: string }>('select plot_id::text as id from plots.tenancy')
    const own = held[0]!.id
    const other = (await numbers()).find(id => id !== own)!

    // The steward of nothing changes nothing; the area of a plot somebody has stays.
    expect((await app.get(`/jardins/parcelles/${own}`)).status).toBe(403)
    expect((await app.post(`${place}/modifier`, garden)).status).toBe(403)
    await app.signIn('claire')
    expect(await app.text(`/jardins/parcelles/${own}`)).toContain('Sa surface ne change pas d’ici là')
    expect((await app.post(`/jardins/parcelles/${own}`, { ...plot, number: '7', squareMetres: '40' })).status).toBe(422)
    await sent(app, `/jardins/parcelles/${own}`, { ...plot, number: '7', sun: 'half', x: '20' })
    await sent(app, `/jardins/parcelles/${other}`, { ...plot, number: '9', squareMetres: '45', x: '30' })
    expect((await app.post(`/jardins/parcelles/${other}`, { ...plot, number: '7', squareMetres: '45' })).status).toBe(422)
    expect((await app.post(`${place}/modifier`, { ...garden, width: '10' })).status).toBe(422)
    await sent(app, `${place}/modifier`, { ...garden, name: 'Jardin du Pont', access: 'Portillon ouvert de 8 h à 20 h' })
    expect(await app.text(place)).toContain('Portillon ouvert de 8 h à 20 h')
    await sent(app, `${place}/retrait`, { plot: own, reason: 'Une canalisation passe dessous' })
    await sent(app, `/jardins/parcelles/${own}/remise-en-service`)

    const closing = { on: '2027-06-30', reason: 'Chantier de la crèche' }
    expect((await app.post(`${place}/fermeture`, { ...closing, on: '2027-01-30' })).status).toBe(422)
    await sent(app, `${place}/fermeture`, closing)
    expect((await app.post(`${place}/fermeture`, closing)).status).toBe(409)
    expect(await app.text(place)).toContain('Chantier de la crèche')
    await app.settle()
    const { rows: letters } = await app.owner.pool.query<{ subject: string }>(
      `select subject from mail.message where address = 'jeanne@exemple.fr' order by queued_at, subject`,
    )
    expect(letters.map(one => one.subject)).toEqual(
      expect.arrayContaining([
        'La parcelle 7 ne sera plus attribuée',
        'Le jardin Jardin du Pont ferme le mercredi 30 juin 2027',
        'Votre parcelle 7 a été modifiée',
      ]),
    )
    move(app, '2027-07-01')
    await app.house.workers.run('plots.keep')
    const { rows: ended } = await app.owner.pool.query('select ended_because, until::text as until from plots.tenancy')
    expect(ended).toEqual([{ ended_because: 'season-over', until: '2027-06-30' }])
  },
)
