import { spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { booking } from '#engines/booking'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import type { CastName } from '#kernel/demonstration'
import { openStorage } from '#kernel/files'
import { startApp, type TestApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { measures } from '#modules/measures'
import { reservations } from '#modules/reservations'
import { sharedEquipment } from './index.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-sharing-')) }))

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings, booking],
  services: [measures, catalogue, reservations, sharedEquipment],
}
const home = '/materiel-partage'
type Town = 'val' | 'chevrigny' | 'moutiers' | 'orsigny'
const agents = { val: 'claire', chevrigny: 'lucie', moutiers: 'remi', orsigny: 'odile' } as const satisfies Record<Town, CastName>
const script = new URL('../../../bin/recompute-shared-account.mjs', import.meta.url).pathname

/** Somebody on the site of their commune. */
const on = (app: TestApp, town: Town, name: CastName | null = agents[town]) => {
  const origin = town === 'val' ? 'http://localhost' : `http://${town}.localhost`
  const headers = { host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin' }
  const get = async (path: string) => {
    await app.signIn(name)
    return app.request(`${origin}${path}`, { headers })
  }
  const post = async (path: string, fields: Record<string, string | readonly string[]> = {}) => {
    await app.signIn(name)
    const body = new URLSearchParams()
    for (const [field, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(field, one)
    return app.request(`${origin}${path}`, { method: 'POST', body, headers })
  }
  return {
    get,
    post,
    text: async (path: string) => {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 200])
      return answer.text()
    },
    /** Sends a form that is taken, and says where it leads. */
    does: async (path: string, fields: Record<string, string | readonly string[]> = {}) => {
      const answer = await post(path, fields)
      if (answer.status !== 303)
        throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(-1500)}`)
      return (answer.headers.get('location') ?? '').replace(/#.*/, '')
    },
  }
}
const move = (app: TestApp, day: string) => (app.clock = new Date(`${day}T09:00:00Z`))

const text = {
  title: 'Convention de la vallée',
  startsOn: '2026-02-01',
  endsOn: '2030-12-31',
  members: '4',
  populationOn: '2023-01-01',
  populationSource: 'Insee',
  use: '70',
  population: '30',
  equal: '0',
  lead: '1',
  instalments: '2',
  contestDays: '30',
  noticeMonths: '6',
  keeping: 'Chacun garde le sien',
  insurance: 'Chacun assure',
  leaving: 'Chacun reprend le sien',
  settledBy: 'Le comité de suivi',
}
const stage = {
  agreement: '2',
  name: 'Podium de 40 m²',
  kind: 'stage',
  description: 'Vingt praticables',
  place: 'Hangar communal',
  borrowers: 'Services et associations',
  parts: 'Praticables ; 20\nEscaliers ; 2',
  unit: 'use',
  licence: '',
  energy: '',
}
const van = {
  ...stage,
  name: 'Minibus',
  kind: 'vehicle',
  parts: 'Clés ; 2',
  unit: 'km',
  seats: '9',
  licence: 'B',
  needsDriver: 'on',
  energy: 'diesel',
  consumption: '8,9',
}
const request = {
  askedFor: 'association',
  borrower: 'Chevrigny Basket',
  from: '2026-05-09',
  fromHour: '9:00',
  to: '2026-05-10',
  toHour: '18:00',
  purpose: 'Tournoi',
  usedAt: 'Gymnase de Chevrigny',
  delivery: 'fetched',
  isInsured: 'on',
}
const signed = { keeperName: 'Marc de l’atelier', keeperSigned: 'account', borrowerName: 'Zoé du club', borrowerSigned: 'screen' }

/** Val-sur-Yvette and Chevrigny share a stage and a van since the first of January 2026. */
const sharing = async (more: Partial<typeof text> = {}) => {
  const app = await startApp({ ...rooms, now: '2026-01-12T09:00:00Z' })
  const [val, chevrigny] = [on(app, 'val'), on(app, 'chevrigny')]
  const agreement = await val.does(`${home}/conventions`, { ...text, ...more })
  await val.does(`${agreement}/versions/1/deliberation`, { number: '2026-12', heldOn: '2026-01-05' })
  await chevrigny.does(`${agreement}/versions/1/deliberation`, { number: '2026-4', heldOn: '2026-01-08' })
  move(app, '2026-02-05')
  const id = agreement.split('/').at(-1)!
  const podium = await val.does(`${home}/objets`, { ...stage, agreement: id })
  const minibus = await val.does(`${home}/objets`, { ...van, agreement: id })
  move(app, '2026-03-02')
  return { app, val, chevrigny, agreement, podium, minibus }
}

test(
  'an agreement holds once each council has deliberated; a later version changes nothing before it is signed by all',
  { timeout: 120_000 },
  async () => {
    const app = await startApp({ ...rooms, now: '2026-01-12T09:00:00Z' })
    const [val, chevrigny, orsigny] = [on(app, 'val'), on(app, 'chevrigny'), on(app, 'orsigny')]
    expect((await val.post(`${home}/conventions`, { ...text, use: '60' })).status).toBe(422) // the parts make 90
    const agreement = await val.does(`${home}/conventions`, text)
    expect(await chevrigny.text(agreement)).toContain('pas encore enregistrée')
    expect((await orsigny.get(agreement)).status).toBe(404)
    expect((await orsigny.post(`${agreement}/versions/1/deliberation`, { number: '1', heldOn: '2026-01-05' })).status).toBe(404)
    // Nothing is lent before both signed.
    expect((await val.post(`${home}/objets`, { ...stage, agreement: agreement.split('/').at(-1)! })).status).toBe(422)
    await val.does(`${agreement}/versions/1/deliberation`, { number: '2026-12', heldOn: '2026-01-05' })
    expect((await val.post(`${agreement}/versions/1/deliberation`, { number: '2026-13', heldOn: '2026-01-05' })).status).toBe(409)
    await chevrigny.does(`${agreement}/versions/1/deliberation`, { number: '2026-4', heldOn: '2026-01-08' })
    move(app, '2026-02-02')
    expect(await chevrigny.text(agreement)).toContain('n° 2026-4 du jeudi 8 janvier 2026')
    const second = await chevrigny.does(`${agreement}/versions`, {
      ...text,
      members: '1',
      use: '50',
      equal: '20',
      startsOn: '2027-01-01',
      because: 'Plus simple',
    })
    expect(await val.text(second)).toContain('Cette version vaudra quand chaque commune membre')
    expect(await val.text(agreement)).toContain('70 % à l’usage, 30 % à la population')
    expect((await val.post(`${agreement}/versions`, { ...text, members: '5' })).status).toBe(422) // Chevrigny cannot be left out by others
    // Leaving: at the end of a year, after six months.
    expect((await chevrigny.post(`${agreement}/depart`, { leavesOn: '2026-06-30', number: '9' })).status).toBe(422)
    await chevrigny.does(`${agreement}/depart`, { leavesOn: '2026-12-31', number: '2026-9' })
    expect(await val.text(agreement)).toContain('Chevrigny partira le jeudi 31 décembre 2026')
  },
)

test('a neighbour asks, the keeper answers; a school passes before a club that has no answer yet', { timeout: 120_000 }, async () => {
  const { app, val, chevrigny, podium } = await sharing()
  expect(await chevrigny.text(home)).toContain('Podium de 40 m²')
  const club = await chevrigny.does(podium, request)
  const refused = await val.post(podium, { ...request, askedFor: 'school', borrower: 'École' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('C’est déjà pris du samedi 9 mai 2026')
  const school = await val.does(podium, { ...request, askedFor: 'school', borrower: 'École des Trois Rives', waits: 'on' })
  expect((await chevrigny.post(`${club}/accord`, { decision: 'agree' })).status).toBe(403) // the keeper answers
  const early = await val.post(`${club}/accord`, { decision: 'agree' })
  expect(early.status).toBe(409)
  expect(await early.text()).toContain('Une demande plus prioritaire attend')
  expect((await val.post(`${club}/accord`, { decision: 'refuse' })).status).toBe(422) // a refusal says why
  await val.does(`${club}/accord`, { decision: 'refuse', reason: 'L’école passe d’abord ce jour-là' })
  expect(await chevrigny.text(club)).toContain('L’école passe d’abord ce jour-là')
  await val.does(`${school}/offre`, { answer: 'accept' })
  await val.does(`${school}/accord`, { decision: 'agree' })
  expect(await val.text(school)).toContain('Faire l’état des lieux de départ')
  // A third commune knows nothing of it, and a resident is told whom to ask.
  expect((await on(app, 'moutiers').get(school)).status).toBe(404)
  const yours = await on(app, 'val', 'amina').post(podium, request)
  expect(yours.status).toBe(403)
  expect(await yours.text()).toContain('Le matériel se prête aux services, aux écoles et aux associations')
  // An association asks in its own name.
  await on(app, 'val', 'mathilde').does(podium, {
    ...request,
    from: '2026-06-06',
    to: '2026-06-06',
    borrower: 'Les Jardins du Lavoir',
    askedFor: 'school',
  })
  expect(await val.text(`${home}/prets`)).toContain('Les Jardins du Lavoir (Val-sur-Yvette), association')
})

test('names of people never cross: neither who asked, nor who drives, nor who signed', { timeout: 120_000 }, async () => {
  const { val, chevrigny, minibus, app } = await sharing()
  expect((await chevrigny.post(minibus, request)).status).toBe(422) // says who will drive
  const loan = await chevrigny.does(minibus, { ...request, driver: 'Prune Vallin' })
  await val.does(`${loan}/accord`, { decision: 'agree' })
  const before = await val.post(`${loan}/depart`, {
    day: '2026-05-09',
    hour: '9:00',
    'count-0': '2',
    'state-0': 'fine',
    counter: '1000',
    ...signed,
  })
  expect(before.status).toBe(422)
  expect(await before.text()).toContain('n’a pas encore vu le permis du conducteur')
  expect((await val.post(`${loan}/conducteur`, { name: 'X Y', seen: 'on' })).status).toBe(403)
  await chevrigny.does(`${loan}/conducteur`, { name: 'Prune Vallin', seen: 'on' })
  move(app, '2026-05-09')
  await val.does(`${loan}/depart`, {
    day: '2026-05-09',
    hour: '9:00',
    'count-0': '2',
    'state-0': 'fine',
    counter: '1000',
    fuel: '8',
    ...signed,
  })
  const [here, there] = [await val.text(loan), await chevrigny.text(loan)]
  expect(there).toContain('Prune Vallin')
  expect(there).toContain('Lucie') // the frame of the page: her own name
  for (const hidden of ['Prune', 'Lucie', 'Tessier']) expect(here).not.toContain(hidden)
  for (const hidden of ['Marc de l’atelier', 'Zoé du club', 'Claire', 'Nguyen']) expect(there).not.toContain(hidden)
  expect(here).toContain('Permis et autorisation vus par Chevrigny')
  const engine = loan.replace(`${home}/prets`, '/reservations')
  for (const hidden of ['Prune', 'Lucie', 'Tessier']) expect(await val.text(engine)).not.toContain(hidden)
  for (const hidden of ['Zoé', 'Claire', 'Nguyen']) expect(await chevrigny.text(engine)).not.toContain(hidden)
  for (const page of [home, `${home}/agenda.ics`, minibus])
    for (const hidden of ['Prune', 'Tessier', 'Zoé', 'Basket']) expect(await on(app, 'val', null).text(page)).not.toContain(hidden)
})

test('photographs are seen by the other commune, and by nobody else', { timeout: 120_000 }, async () => {
  const { app, val, chevrigny, podium } = await sharing()
  const loan = await chevrigny.does(podium, request)
  await val.does(`${loan}/accord`, { decision: 'agree' })
  move(app, '2026-05-09')
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const whole = { day: '2026-05-09', hour: '9:00', 'count-0': '20', 'state-0': 'fine', 'count-1': '2', 'state-1': 'fine', ...signed }
  const form = new FormData()
  for (const [name, value] of Object.entries(whole)) form.set(name, value)
  form.set('photo', new File([new Uint8Array(picture)], 'depart.png', { type: 'image/png' }))
  await app.signIn('claire')
  const headers = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
  expect((await app.request(`http://localhost${loan}/depart`, { method: 'POST', body: form, headers })).status).toBe(303)
  const photo = /\/materiel-partage\/photos\/\d+/.exec(await chevrigny.text(loan))![0]
  expect((await chevrigny.get(photo)).headers.get('content-type')).toBe('image/png')
  for (const [town, name] of [
    ['val', null],
    ['val', 'amina'],
    ['moutiers', 'remi'],
    ['orsigny', 'odile'],
  ] as const)
    expect([town, (await on(app, town, name).get(photo)).status]).toEqual([town, 404])
})

test(
  'what comes back earlier is free again at once; a counter never turns back; an inspection is corrected by another edition',
  { timeout: 120_000 },
  async () => {
    const { app, val, chevrigny, minibus } = await sharing()
    const loan = await chevrigny.does(minibus, { ...request, driver: 'Prune Vallin' })
    await chevrigny.does(`${loan}/conducteur`, { name: 'Prune Vallin', seen: 'on' })
    await val.does(`${loan}/accord`, { decision: 'agree' })
    const keys = { 'count-0': '2', 'state-0': 'fine', ...signed }
    app.clock = new Date('2026-05-09T07:10:00Z')
    await val.does(`${loan}/depart`, { day: '2026-05-09', hour: '9:10', counter: '1000', ...keys })
    app.clock = new Date('2026-05-09T14:00:00Z')
    const back = await val.post(`${loan}/retour`, { day: '2026-05-09', hour: '16:00', counter: '990', ...keys })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('Le compteur ne peut pas avoir reculé')
    await val.does(`${loan}/retour`, { day: '2026-05-09', hour: '16:00', counter: '1124', ...keys })
    expect(await chevrigny.text(loan)).toContain('124 km')
    // Sunday was booked too: it is free again.
    await chevrigny.does(minibus, { ...request, from: '2026-05-10', driver: 'Prune Vallin' })
    expect((await val.post(`${loan}/retour`, { day: '2026-05-09', hour: '16:00', counter: '1134', ...keys })).status).toBe(422) // says why
    await val.does(`${loan}/retour`, { day: '2026-05-09', hour: '16:00', counter: '1134', ...keys, because: 'Compteur mal lu' })
    expect(await chevrigny.text(loan)).toContain('134 km')
    expect(await chevrigny.text(loan)).toContain('Compteur mal lu')
  },
)

test(
  'a year: forecast, use, a missing piece contested and settled, an account that both approve, closed, and counted again by a script',
  { timeout: 180_000 },
  async () => {
    const { app, val, chevrigny, agreement, podium, minibus } = await sharing()
    const year = `${agreement}/comptes/2026`
    const cost = (item: string, fields: Record<string, string>) =>
      val.does(`${item}/depenses`, { year: '2026', kind: 'actual', category: 'insurance', label: 'Assurance', on: '2026-01-20', ...fields })
    await cost(minibus, { kind: 'forecast', amount: '900' })
    await val.does(`${year}/publication`, { kind: 'forecast' })
    expect(await chevrigny.text(year)).toContain('Acomptes de l’année')

    // Chevrigny has the stage; two platforms do not come back. Both drive.
    const lend = async (item: string, asker: typeof val, fields: Record<string, string>) => {
      const loan = await asker.does(item, { ...request, ...fields })
      if (fields.driver) await asker.does(`${loan}/conducteur`, { name: fields.driver, seen: 'on' })
      await val.does(`${loan}/accord`, { decision: 'agree' })
      return loan
    }
    const stageLoan = await lend(podium, chevrigny, {})
    const [near, far] = [
      await lend(minibus, chevrigny, { from: '2026-06-01', to: '2026-06-01', driver: 'Prune Vallin' }),
      await lend(minibus, val, { from: '2026-06-02', to: '2026-06-02', driver: 'Marc Lefort', askedFor: 'town', borrower: 'CCAS' }),
    ]
    move(app, '2026-06-10')
    const platforms = (count: string) => ({ 'count-0': count, 'state-0': 'fine', 'count-1': '2', 'state-1': 'fine', ...signed })
    await val.does(`${stageLoan}/depart`, { day: '2026-05-09', hour: '9:00', ...platforms('20') })
    await val.does(`${stageLoan}/retour`, { day: '2026-05-10', hour: '18:00', ...platforms('18') })
    expect(await chevrigny.text(stageLoan)).toContain('Manque : 2 × Praticables')
    for (const [loan, day, from, to] of [
      [near, '2026-06-01', '1000', '1100'],
      [far, '2026-06-02', '1100', '1400'],
    ] as const) {
      const keys = { day, 'count-0': '2', 'state-0': 'fine', ...signed }
      await val.does(`${loan}/depart`, { ...keys, hour: '9:00', counter: from })
      await val.does(`${loan}/retour`, { ...keys, hour: '17:00', counter: to })
    }
    await cost(minibus, { amount: '1000,01' })
    await cost(minibus, { label: 'Erreur', amount: '50' })
    const wrong = /depense-(\d+)">\s*Erreur/.exec(await val.text(minibus))![1]!
    expect((await chevrigny.post(`${home}/depenses/${wrong}/annulation`, { reason: 'Non' })).status).toBe(403)
    await val.does(`${home}/depenses/${wrong}/annulation`, { reason: 'Écrite deux fois' })
    expect((await val.post(`${home}/depenses/${wrong}/annulation`, { reason: 'Encore' })).status).toBe(409)

    await val.does(`${stageLoan}/dommages`, { amount: '480', reason: 'Deux praticables, prix du catalogue' })
    const damage = /dommage-(\d+)/.exec(await chevrigny.text(stageLoan))![1]!
    expect((await val.post(`${home}/dommages/${damage}/contestation`, { reason: 'Moi-même' })).status).toBe(403)
    await chevrigny.does(`${home}/dommages/${damage}/contestation`, { reason: 'L’un d’eux manquait déjà' })

    move(app, '2027-02-01')
    await val.does(`${year}/publication`, { kind: 'account' })
    expect((await val.post(`${year}/cloture`)).status).toBe(409)
    const contest = /trancher-(\d+)-/.exec(await val.text(stageLoan))![1]!
    expect(
      (await chevrigny.post(`${home}/contestations/${contest}/decision`, { outcome: 'dropped', reason: 'Non', decidedBy: 'Nous' })).status,
    ).toBe(403)
    await val.does(`${home}/contestations/${contest}/decision`, {
      outcome: 'changed',
      amount: '240',
      reason: 'Photographie du départ',
      decidedBy: 'Le comité de suivi',
    })
    await chevrigny.does(`${year}/contestation`, { line: 'Dommage', reason: 'La décision n’est pas dans le compte' })
    const line = /trancher-(\d+)-/.exec(await val.text(year))![1]!
    const unreasoned = await val.post(`${home}/contestations/${line}/decision`, { outcome: 'kept', reason: '', decidedBy: 'Le bureau' })
    expect([unreasoned.status, (await unreasoned.text()).includes('value="Le bureau"')]).toEqual([422, true]) // what was typed is kept
    await val.does(`${home}/contestations/${line}/decision`, {
      outcome: 'kept',
      reason: 'Nouvelle édition publiée',
      decidedBy: 'Le comité de suivi',
    })
    move(app, '2027-02-02')
    await val.does(`${year}/publication`, { kind: 'account' })
    await chevrigny.does(`${year}/accord`)
    await val.does(`${year}/accord`)
    expect(await (await val.post(`${year}/cloture`)).text()).toContain('Le temps pour contester n’est pas passé')
    move(app, '2027-03-08')
    expect((await chevrigny.post(`${year}/cloture`)).status).toBe(403)
    await val.does(`${year}/cloture`)

    // The balance is paid after the close: noted by the commune that receives it, undone by the opposite line, and never twice.
    const balance = { amount: '12,50', on: '2027-03-08', reference: 'Titre 2027-14' }
    expect((await val.post(`${year}/versements`, { ...balance, payer: '1' })).status).toBe(409)
    expect((await val.post(`${year}/versements`, { ...balance, payer: '4', amount: 'douze' })).status).toBe(422)
    await val.does(`${year}/versements`, { ...balance, payer: '4' })
    const paid = /versements\/(\d+)\/annulation/.exec(await val.text(year))![1]!
    expect((await chevrigny.post(`${home}/versements/${paid}/annulation`, { reason: 'Pas nous' })).status).toBe(403)
    await val.does(`${home}/versements/${paid}/annulation`, { reason: 'Noté sur la mauvaise année' })
    expect((await val.post(`${home}/versements/${paid}/annulation`, { reason: 'Encore' })).status).toBe(409)
    const received = await chevrigny.text(year)
    for (const text of ['Titre 2027-14', '-12,50', 'Noté sur la mauvaise année']) expect(received).toContain(text)
    expect(
      (
        await val.post(`${minibus}/depenses`, {
          year: '2026',
          kind: 'actual',
          category: 'fuel',
          label: 'Tard',
          on: '2026-12-30',
          amount: '10',
        })
      ).status,
    ).toBe(409)
    expect((await val.post(`${year}/publication`, { kind: 'account' })).status).toBe(409)
    const late = { day: '2026-06-01', hour: '17:00', 'count-0': '2', 'state-0': 'fine', counter: '1105', because: 'Mal lu', ...signed }
    expect((await val.post(`${near}/retour`, late)).status).toBe(409)
    await expect(
      app.owner.pool.query(
        "insert into shared_equipment.correction (body_id, agreement_id, about_year, year, member_body, owed_to, cents, reason, noted_at) values (1, $1, 2025, 2026, 1, 4, 1, 'x', now())",
        [agreement.split('/').at(-1)],
      ),
    ).rejects.toThrow('closed')

    // 1,000.01 € : 700.01 by use, 100 km of 400; 300.00 by population, 3,100 of 12,900. 17500 (remainder 25) + 7209 (remainder .30).
    const account = await (await chevrigny.get(`${year}/compte.json`)).json()
    expect(account.results.members.find((one: { member: string }) => one.member === 'chevrigny')).toMatchObject({
      share: 17_500 + 7_209,
      spent: 0,
      damages: 24_000,
    })
    const statement = (await chevrigny.text(`${year}/communes/4`)).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(statement).toContain('doit 487,09 €')
    expect(statement).toContain('100 km sur 400 km, à l’usage')

    const folder = await mkdtemp(join(tmpdir(), 'yvette-account-'))
    const [json, csv] = [
      await (await chevrigny.get(`${year}/compte.json`)).text(),
      await (await chevrigny.get(`${year}/compte.csv`)).text(),
    ]
    for (const hidden of ['Prune', 'Lefort', 'Zoé', 'Basket']) expect(json + csv).not.toContain(hidden)
    const count = async (name: string, content: string) => {
      await writeFile(join(folder, name), content)
      return spawnSync(process.execPath, [script, join(folder, name)], { encoding: 'utf8', timeout: 20_000 }).status
    }
    expect(await count('compte.json', json)).toBe(0)
    expect(await count('compte.csv', csv)).toBe(0)
    expect(await count('faux.json', json.replace('100001', '100002'))).toBe(1)
    expect(await count('faux.csv', csv.replace('100001', '100002'))).toBe(1)

    // A mistake found afterwards counts in the next year.
    const next = `${agreement}/comptes/2027`
    expect((await val.post(`${next}/corrections`, { about: '2025', member: '4', owner: '1', amount: '5', reason: 'Rien' })).status).toBe(
      409,
    )
    await val.does(`${next}/corrections`, { about: '2026', member: '4', owner: '1', amount: '-12,50', reason: 'Praticable retrouvé' })
    expect((await chevrigny.text(next)).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('reçoit 12,50 €')
    expect(await (await chevrigny.get(`${year}/compte.json`)).text()).toBe(json)
  },
)
