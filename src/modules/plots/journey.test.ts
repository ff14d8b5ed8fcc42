import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { booking, nameSteward } from '#engines/booking'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { openStorage } from '#kernel/files'
import type { CastName } from '#kernel/demonstration'
import { startApp, type TestApp } from '#kernel/testing'
import { budgets } from '#modules/budgets'
import { catalogue } from '#modules/catalogue'
import { commitments } from '#modules/commitments'
import { mailbox } from '#modules/mailbox'
import { measures } from '#modules/measures'
import { population } from '#modules/population'
import { roll } from '#modules/roll'
import { plots } from './index.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-plots-')) }))

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings, booking],
  services: [population, roll, measures, catalogue, commitments, budgets, plots, mailbox],
}
const move = (app: TestApp, day: string) => (app.clock = new Date(`${day}T09:00:00Z`))
const followed = async (app: TestApp, path: string, fields: Record<string, string | readonly string[]> = {}) => {
  const answer = await app.post(path, fields)
  if (answer.status !== 303)
    throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 900)}`)
  return answer.headers.get('location') ?? ''
}
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

/** A garden with two plots, and a round open until the end of November. */
const season = async () => {
  const app = await startApp({ ...rooms, now: '2026-11-02T09:00:00Z' })
  await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing") // or the database keeps its letters to itself
  await app.signIn('claire')
  const keep = await followed(app, '/jardins/lieux', garden)
  const place = keep.replace('/tenue', '')
  await followed(app, `${place}/parcelles`, { ...plot, number: '1' })
  await followed(app, `${place}/parcelles`, { ...plot, number: '2', x: '10' })
  await followed(app, `${place}/parcelles`, {
    ...plot,
    number: 'B1',
    x: '20',
    kind: 'raised',
    squareMetres: '2,4',
    width: '3',
    height: '1',
  })
  const round = await followed(app, '/jardins/campagnes', {
    title: 'Parcelles 2027',
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    drawOn: '2026-12-10',
    seasonFrom: '2027-01-01',
    seasonTo: '2027-12-31',
    seedSource: 'Numéros du Loto du jour',
  })
  return { app, place, round }
}
const asked = { holder: 'person', situation: ['lives-here', 'without-land'], takesAny: 'oui' }
const applyAs = async (app: TestApp, name: CastName, fields: Record<string, string | readonly string[]> = asked) => {
  await app.signIn(name)
  return followed(app, '/jardins/demandes', fields)
}

test(
  'a plot is asked for, drawn, signed, left alone, warned about, contested, released, and goes to the next',
  { timeout: 90_000 },
  async () => {
    const { app, place, round } = await season()

    // Applying: nothing wished is asked again with what was typed kept; a raised bed goes to who needs it.
    await app.signIn('amina')
    const nothing = await app.post('/jardins/demandes', { holder: 'person', project: 'Des fèves <rares>' })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Des fèves &lt;rares>')
    expect((await app.post('/jardins/demandes', { ...asked, wish1: '3' })).status).toBe(422)
    const files = { amina: await applyAs(app, 'amina'), karim: await applyAs(app, 'karim'), sophie: '' }
    files.sophie = await applyAs(app, 'sophie', { ...asked, situation: ['lives-here', 'without-land', 'low-income'], wish1: '1' })
    expect(await app.text(files.sophie)).toContain('vous recevez un minimum social')
    await applyAs(app, 'jeanne', { holder: 'school', holderName: 'École des Saules', takesAny: 'oui' })
    expect((await app.get(files.sophie)).status).toBe(404)
    await app.signIn(null)
    const numbers = await app.text(round)
    expect(numbers).toContain('priorité 1')
    expect(numbers).not.toContain('Sophie')
    expect((await app.post('/jardins/demandes', asked)).status).toBe(401)

    // Too early, then published; only the town hall draws, on the day.
    await app.signIn('claire')
    expect((await app.post(`${round}/liste`)).status).toBe(409)
    move(app, '2026-12-01')
    await followed(app, `${round}/liste`)
    expect((await app.post(`${round}/liste`)).status).toBe(409)
    expect((await app.post(`${round}/tirage`, { seed: '1 2 3', witnesses: 'Paul' })).status).toBe(409)
    move(app, '2026-12-10')
    await app.signIn('amina')
    expect((await app.post(`${round}/tirage`, { seed: '1 2 3', witnesses: 'Paul' })).status).toBe(403)
    expect((await app.post('/jardins/demandes', asked)).status).toBe(409)
    await app.signIn('claire')
    await followed(app, `${round}/tirage`, { seed: '7 12 23 31 45', witnesses: 'Paul Aubry' })
    await app.settle()

    // Sophie was in the first tier and has her wish; one of the two others waits, and knows why; the school finds nothing for groups.
    await app.signIn(null)
    const drawn = await app.text(round)
    expect(drawn).toContain('7 12 23 31 45')
    expect(drawn).toContain('Parcelle 1, Jardin du Lavoir (vœu 1)')
    expect(drawn).toContain('attend, numéro 2')
    expect(await app.text('/courrier')).toContain('sur la liste d’attente')
    const winner: CastName = (await pageAs(app, 'amina', files.amina)).includes('Une parcelle vous a été proposée') ? 'amina' : 'karim'
    const waiting = winner === 'amina' ? 'karim' : 'amina'
    expect(await pageAs(app, waiting, files[waiting])).toContain('vous êtes numéro 1 sur la liste d’attente')

    // Reading and signing: the fee follows the quotient, which is not kept; nobody else reads the file.
    await app.signIn('sophie')
    const path = /href="(\/jardins\/attributions\/\d+)"/.exec(await app.text(files.sophie))?.[1] ?? ''
    expect((await app.post(`${path}/signature`, { quotient: '800' })).status).toBe(422)
    await followed(app, `${path}/signature`, { quotient: '800', read: 'oui' })
    const signed = await app.text(path)
    expect(signed).toMatch(/60,00\s€/)
    expect((await app.post(`${path}/signature`, { read: 'oui' })).status).toBe(409)
    const other = /href="(\/jardins\/attributions\/\d+)"/.exec(await pageAs(app, winner, files[winner]))?.[1] ?? ''
    await followed(app, `${other}/signature`, { read: 'oui' })
    await app.signIn(waiting)
    expect((await app.get(path)).status).toBe(404)
    await app.signIn(null)
    move(app, '2027-02-01')
    expect(await app.text(place)).not.toContain('Sophie')

    // Paying at the town hall, not twice; a receipt.
    await app.signIn('claire')
    expect((await app.post(`${path}/paiements`, { kind: 'fee-paid', euros: '61' })).status).toBe(422)
    const receipt = await followed(app, `${path}/paiements`, { kind: 'fee-paid', euros: '60', note: 'Chèque' })
    await followed(app, `${path}/paiements`, { kind: 'deposit-paid', euros: '30' })
    await app.signIn('sophie')
    expect(await app.text(receipt)).toContain('Redevance payée')

    // A steward is named among gardeners: she visits with a photograph, and warns.
    await app.signIn('claire')
    await app.inWorld(async world => {
      await nameSteward(world, 'plots:1', { person: (await app.actorOf('mathilde')).personId ?? '', title: 'présidente' })
    })
    move(app, '2027-06-01')
    await app.signIn('mathilde')
    expect(await app.text('/jardins/tenue')).toContain('Sophie Lambert')
    expect((await app.post(`${path}/etapes`, { reason: 'La parcelle est laissée à l’abandon.' })).status).toBe(409)
    await visit(app, path, 'neglected')
    await followed(app, `${path}/etapes`, { reason: 'La parcelle est laissée à l’abandon depuis avril.' })
    await app.signIn('sophie')
    const told = await app.text(path)
    expect(told).toContain('mardi 22 juin 2027')
    const photo = /src="(\/jardins\/photos\/\d+)"/.exec(told)?.[1] ?? ''
    expect((await app.get(photo)).headers.get('content-type')).toBe('image/jpeg')
    await app.signIn(waiting)
    expect((await app.get(photo)).status).toBe(404)

    // The notice needs the delay and a new visit; the objection stops all until somebody else answers.
    await app.signIn('mathilde')
    expect((await app.post(`${path}/etapes`, { reason: 'Rien n’a changé depuis le rappel.' })).status).toBe(409)
    move(app, '2027-06-23')
    await visit(app, path, 'neglected')
    await followed(app, `${path}/etapes`, { reason: 'Rien n’a changé depuis le rappel.' })
    await app.signIn('sophie')
    const steps = [...(await app.text(path)).matchAll(/\/jardins\/etapes\/(\d+)\/contestation/g)].map(([, id]) => id)
    expect(steps).toHaveLength(1)
    await followed(app, `/jardins/etapes/${steps[0]}/contestation`, { text: 'J’étais à l’hôpital tout le mois de juin.' })
    expect((await app.post(`/jardins/etapes/${steps[0]}/contestation`, { text: 'J’étais à l’hôpital en juin.' })).status).toBe(409)
    move(app, '2027-07-24')
    await app.signIn('mathilde')
    await visit(app, path, 'neglected')
    expect((await app.post(`${path}/etapes`, { reason: 'La mise en demeure est restée sans effet.' })).status).toBe(409)
    const answer = { accepted: 'no', answer: 'Nous avons proposé de l’aide, restée sans réponse.' }
    expect((await app.post('/jardins/contestations/1/reponse', answer)).status).toBe(409)
    await app.signIn('claire')
    await followed(app, '/jardins/contestations/1/reponse', answer)
    await app.signIn('mathilde')
    await followed(app, `${path}/etapes`, { reason: 'La mise en demeure est restée sans effet.' })

    // It takes effect after its last day, and the plot is offered to who waits.
    move(app, '2027-08-08')
    await app.house.workers.run('plots.keep')
    expect(await pageAs(app, 'sophie', path)).not.toContain('Parcelle reprise le')
    move(app, '2027-08-09')
    await app.house.workers.run('plots.keep')
    await app.settle()
    expect(await pageAs(app, 'sophie', path)).toContain('Parcelle reprise le lundi 9 août 2027')
    expect(await pageAs(app, waiting, '/jardins')).toContain('Une parcelle vous est proposée : Parcelle 1')
    await app.signIn('mathilde')
    await followed(app, `${path}/restitution`, { note: 'Cabanon à vider', kept: '10' })
    const closed = await pageAs(app, 'sophie', path)
    expect(closed).toMatch(/20,00\s€/)
    await app.settle()
    expect(await app.text('/courrier')).toContain('La parcelle 1 est rendue')
  },
)

test('an offer that nobody answers goes to the next; declining does so at once', { timeout: 60_000 }, async () => {
  const { app, round } = await season()
  const names = ['amina', 'karim', 'louis', 'jeanne'] as const
  const files = new Map<CastName, string>()
  for (const name of names) files.set(name, await applyAs(app, name))
  move(app, '2026-12-01')
  await app.signIn('claire')
  await followed(app, `${round}/liste`)
  move(app, '2026-12-10')
  await followed(app, `${round}/tirage`, { seed: '1 2 3', witnesses: 'Paul Aubry' })
  const offered = async () => {
    const found: CastName[] = []
    for (const name of names) if (/Une parcelle vous est proposée/.test(await pageAs(app, name, '/jardins'))) found.push(name)
    return found
  }
  const first = await offered()
  expect(first).toHaveLength(2)
  await app.signIn(first[0]!)
  const path = /href="(\/jardins\/attributions\/\d+)"/.exec(await app.text('/jardins'))?.[1] ?? ''
  await followed(app, `${path}/refus`)
  const second = await offered()
  expect(second).toHaveLength(2)
  expect(second).not.toContain(first[0])
  move(app, '2026-12-26')
  await app.house.workers.run('plots.keep')
  const third = await offered()
  expect(third).toHaveLength(1)
  expect([...first, ...second]).not.toContain(third[0])
})

test('a holder keeps the plot another season, or gives it back; who waited is served before newcomers', { timeout: 60_000 }, async () => {
  const { app, round } = await season()
  const file = await applyAs(app, 'amina', { ...asked, takesAny: '', wish1: '1' })
  const waits = await applyAs(app, 'karim', { ...asked, takesAny: '', wish1: '1', situation: ['lives-here'] })
  move(app, '2026-12-01')
  await app.signIn('claire')
  await followed(app, `${round}/liste`)
  move(app, '2026-12-10')
  await followed(app, `${round}/tirage`, { seed: '4 5 6', witnesses: 'Paul Aubry' })
  const path = /href="(\/jardins\/attributions\/\d+)"/.exec(await pageAs(app, 'amina', file))?.[1] ?? ''
  await followed(app, `${path}/signature`, { read: 'oui', showsName: 'oui' })
  expect((await app.post(`${path}/renouvellement`)).status).toBe(409)
  expect(await pageAs(app, 'karim', waits)).toContain('vous êtes numéro 1')

  move(app, '2027-11-02')
  await app.signIn('claire')
  const next = {
    title: 'Parcelles 2028',
    opensOn: '2027-11-01',
    closesOn: '2027-11-30',
    drawOn: '2027-12-10',
    seedSource: 'Numéros du Loto du jour',
  }
  expect((await app.post('/jardins/campagnes', { ...next, seasonFrom: '2027-12-15', seasonTo: '2028-12-31' })).status).toBe(422)
  await followed(app, '/jardins/campagnes', { ...next, seasonFrom: '2028-01-01', seasonTo: '2028-12-31' })
  await app.settle()
  expect(await app.text('/courrier')).toContain('Gardez votre parcelle la saison prochaine')
  await app.signIn('amina')
  expect(await app.text('/jardins/demande')).toContain('Parcelle 1,')
  await followed(app, `${path}/renouvellement`, { quotient: '500' })
  expect(await app.text('/jardins/demande')).not.toContain('Parcelle 1,')
  expect(await app.text(path)).toContain('dimanche 31 décembre 2028')
  expect(await app.text('/jardins/lieux/1')).toContain('attribuée à Amina Belkacem')
  expect((await app.post(`${path}/depart`, { on: '2027-01-01' })).status).toBe(422)
  await followed(app, `${path}/depart`, { on: '2027-11-20' })

  // Given back, it goes at once to Karim, who waited; a stranger to the garden cannot write that it was.
  await app.signIn('louis')
  expect((await app.post(`${path}/restitution`, { note: 'Propre', kept: '0' })).status).toBe(404)
  await app.signIn('claire')
  await followed(app, `${path}/restitution`, { note: 'Propre', kept: '0' })
  expect(await pageAs(app, 'karim', '/jardins')).toContain('Une parcelle vous est proposée : Parcelle 1')
})

test('days, breakdowns, harvests and gifts', { timeout: 60_000 }, async () => {
  const { app, place } = await season()
  const day = await followed(app, `${place}/journees`, { name: 'Compost', on: '2026-11-21', from: '09:30', hours: '3', places: '1' })
  await followed(app, `${place}/materiel`, { kind: 'water', name: 'Pompe du fond' })
  await app.signIn('amina')
  await followed(app, `${day}/inscription`)
  expect((await app.post(`${day}/inscription`)).status).toBe(409)
  await app.signIn('louis')
  expect(await app.text(day)).toContain('liste d’attente')
  await followed(app, `${day}/inscription`)
  const thing = /<option value="(\d+)">Pompe du fond/.exec(await app.text(place))?.[1] ?? ''
  await followed(app, `${place}/incidents`, { thing, description: 'Le levier est cassé <net>.' })
  expect(await app.text(place)).toContain('>en panne<')
  expect((await app.post(`${place}/recoltes`, { kind: 'tomato', kilograms: '2', on: '2026-11-02' })).status).toBe(403)
  await app.signIn('claire')
  expect(await app.text(day)).toContain('Amina Belkacem')
  expect(await app.text(place)).toContain('Le levier est cassé &lt;net>.')
  const incident = /\/jardins\/incidents\/(\d+)\/suite/.exec(await app.text(place))?.[1] ?? ''
  const silent = await app.post(`/jardins/incidents/${incident}/suite`, { outcome: '' })
  expect([silent.status, (await silent.text()).includes('Remplissez ce champ.')]).toEqual([422, true])
  await followed(app, `/jardins/incidents/${incident}/suite`, { outcome: 'Levier changé' })
  expect(await app.text(place)).not.toContain('>en panne<')
  await followed(app, `${place}/recoltes`, { kind: 'tomato', kilograms: '2,5', on: '2026-11-02' })
  expect(await app.text(place)).toMatch(/2,5\s?kg/)
  await followed(app, '/jardins/a-donner', { garden: '1', kind: 'squash', kilograms: '8', untilOn: '2026-11-05' })
  await app.signIn('louis')
  const take = /\/jardins\/a-donner\/\d+\/prise/.exec(await app.text('/jardins/a-donner'))?.[0] ?? ''
  await followed(app, take, { takenFor: 'canteen' })
  expect((await app.post(take, { takenFor: 'market' })).status).toBe(409)
  expect(await app.text('/jardins/a-donner')).toContain('la cantine')
})

test('the demonstration shows a drawn season, one to come, a plot under notice and an objection', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, demo: true })
  await app.signIn('claire')
  const board = await app.text('/jardins/tenue')
  expect(board).toContain('Contestations à répondre')
  expect(board).toContain('Mise en demeure')
  const home = await app.text('/jardins')
  expect(home).toContain('Cultiver en ville')
  expect(await app.text('/jardins/lieux/1')).toContain('attribuée à École élémentaire des Saules')
  expect(await app.text('/jardins/campagnes/1')).toContain('attend, numéro 1')
  expect(await app.text('/jardins/campagnes/2')).toContain('Demandes ouvertes')
})

const pageAs = async (app: TestApp, name: CastName, path: string) => {
  await app.signIn(name)
  return app.text(path)
}
/** A visit with a photograph, as a browser sends it. */
const visit = async (app: TestApp, path: string, state: string) => {
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('state', state)
  form.set('note', 'Herbes hautes, aucun semis.')
  form.set('caption', 'La parcelle vue de l’allée')
  form.set('photo', new File([new Uint8Array(image)], 'parcelle.jpg', { type: 'image/jpeg' }))
  const answer = await app.request(`http://localhost${path}/visites`, {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status).toBe(303)
}
