import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addCalendar, addOpening, nameSteward } from '#engines/booking'
import { openStorage } from '#kernel/files'
import { cast, startApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { measures } from '#modules/measures'
import { reservations } from '#modules/reservations'
import { engines } from '../../services.ts'
import { fablab } from './index.ts'
import { addMachine, askEdition } from './queries/machines.ts'
import { addMaterial, judgeMaterial } from './queries/materials.ts'
import { writeRules } from './queries/workshop.ts'
import { readOrds } from './rules/ords.ts'

const house = async () => {
  const app = await startApp({ engines, services: [measures, catalogue, fablab, reservations], now: '2026-12-01T09:00:00Z' })
  const made = await app.inWorld(async world => {
    const calendar = await addCalendar(world, { owner: 'fablab', name: 'heures' })
    await addOpening(world, calendar, { firstDay: '2026-01-01', starts: '09:00', minutes: 600, rule: 'FREQ=DAILY' })
    const laser = await addMachine(world, {
      name: 'Laser',
      kind: 'laser',
      description: 'Découpe',
      place: 'Lavoir',
      position: 0,
      calendar,
      risk: 3,
      model: '',
      care: '',
      permit: { name: 'fablab:laser', label: 'Formation laser', months: 12 },
      rules: { price: { kind: 'flat', per: 'hour', cents: 400 } },
      source: 'Délibération 2026-41',
      since: '2026-01-01',
    })
    const wood = await addMaterial(world, { name: 'Contreplaqué', unit: 'cm2', centsPerUnit: 0.4 })
    const pvc = await addMaterial(world, { name: 'PVC', unit: 'cm2', centsPerUnit: 0 })
    await judgeMaterial(world, laser, wood, 'allowed')
    await judgeMaterial(world, laser, pvc, 'refused', 'Sa fumée est toxique.')
    await askEdition(world, await writeRules(world, 'Cheveux attachés. Pas de PVC.', '2026-01-01'), '2026-01-01')
    await nameSteward(world, 'fablab', { person: cast.karim.id, title: 'Fabmanager' })
    return { laser, wood, pvc, path: `/fablab/machines/${laser}` }
  })
  return { app, ...made }
}
const of = (response: Response) => response.headers.get('location') ?? ''
const times = { day: '2026-12-10', from: '10:00', to: '11:00' }

test(
  'from the first visit to the first cut: rules signed, trained, habilitated, booked, charged by the centimetre',
  { timeout: 90_000 },
  async () => {
    const { app, path, wood, pvc, laser } = await house()
    await app.signIn('amina')
    const first = await app.text(path)
    expect(first).toContain('Il faut d’abord : Formation laser.')
    expect(first).toContain('Il faut d’abord signer : Règlement de sécurité.')
    expect((await app.post('/fablab/reglement', {})).status).toBe(422)
    expect((await app.post('/fablab/reglement', { agreed: 'oui' })).status).toBe(303)
    expect(await app.text('/fablab/reglement')).toContain('Vous avez signé cette édition.')

    expect(
      (await app.post('/fablab/formations', { machine: laser, day: '2026-12-05', from: '10:00', to: '12:00', capacity: '4' })).status,
    ).toBe(403)
    await app.signIn('karim')
    const training = of(
      await app.post('/fablab/formations', { machine: laser, day: '2026-12-05', from: '10:00', to: '12:00', capacity: '4' }),
    )
    await app.signIn('amina')
    const session = /\/reservations\/seances\/\d+/.exec(await app.text('/fablab'))?.[0] ?? ''
    expect((await app.post(session, { places: '1' })).status).toBe(303)
    await app.signIn('karim')
    const box = /name="(passed-\d+)"/.exec(await app.text(training))?.[1] ?? ''
    expect((await app.post(`${training}/habilitations`, { [box]: 'oui' })).status).toBe(303)
    expect(await app.text(training)).toContain('habilitation donnée')

    await app.signIn('amina')
    expect(await app.text('/reservations')).toContain('Formation laser : valable jusqu’au')
    const refused = await app.post(path, { ...times, material: pvc })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Cette machine refuse : PVC. Sa fumée est toxique.')
    const booked = of(await app.post(path, { ...times, material: wood }))
    expect(booked).toMatch(/^\/reservations\/\d+$/)
    const use = booked.replace('/reservations', '/fablab/consommations')
    expect((await app.post(use, { material: pvc, quantity: '10' })).status).toBe(404)
    expect((await app.post(use, { material: wood, quantity: 'beaucoup' })).status).toBe(422)
    await app.post(use, { material: wood, quantity: '312,5' })
    const account = (await app.text(booked)).replaceAll('\u00a0', ' ')
    expect(account).toContain('1,25 €')
    expect(account).toContain('Reste à payer : 5,25 €')
  },
)

test('PVC cannot be declared for the laser, even by the code', { timeout: 60_000 }, async () => {
  const { app, laser, pvc } = await house()
  await expect(
    app.owner.pool.query('insert into fablab.use (body_id, booking_id, resource_id, material_id) values (1, 1, $1, $2)', [laser, pvc]),
  ).rejects.toThrow('foreign key')
})

test('a new edition of the rules must be signed before the next booking', { timeout: 60_000 }, async () => {
  const { app, path } = await house()
  await app.signIn('amina')
  await app.post('/fablab/reglement', { agreed: 'oui' })
  await app.signIn('karim')
  expect(
    (await app.post('/fablab/reglement/editions', { text: 'Cheveux attachés, lunettes, pas de PVC.', since: '2026-12-01' })).status,
  ).toBe(303)
  await app.signIn('amina')
  expect(await app.text(path)).toContain('Il faut d’abord signer')
})

test('a breakdown stops the machine with its reason; it works again with what was done', { timeout: 60_000 }, async () => {
  const { app, path } = await house()
  await app.signIn('amina')
  expect((await app.post(`${path}/arret`, { kind: 'incident', reason: 'Tube mort' })).status).toBe(403)
  await app.signIn('karim')
  expect((await app.post(`${path}/arret`, { kind: 'incident', reason: 'Tube mort' })).status).toBe(303)
  expect((await app.post(`${path}/arret`, { kind: 'incident', reason: 'Encore' })).status).toBe(409)
  await app.signIn(null)
  expect(await app.text('/fablab')).toContain('Indisponible : Tube mort')
  await app.signIn('karim')
  const closing = /\/fablab\/incidents\/\d+\/cloture/.exec(await app.text(path))?.[0] ?? ''
  app.clock = new Date('2026-12-02T09:00:00Z')
  expect((await app.post(closing, { outcome: 'Tube changé', cost: '180' })).status).toBe(303)
  expect(await app.text('/fablab')).not.toContain('Indisponible')
  expect(await app.text(path)).toContain('Tube changé')
})

test('a thing comes to the repair café, is repaired, counted, and leaves in the open standard', { timeout: 60_000 }, async () => {
  const { app } = await house()
  await app.signIn('amina')
  expect((await app.post('/fablab/repair-cafe', { what: 'Grille-pain', category: '31' })).status).toBe(403)
  await app.signIn('karim')
  await app.post('/fablab/repair-cafe', {
    what: 'Grille-pain',
    category: '31',
    brand: 'Moulinex',
    year: '2012',
    problem: 'Ne chauffe plus',
  })
  await app.post('/fablab/repair-cafe', { what: 'Cafetière', category: '36' })
  const [first, second] = [...(await app.text('/fablab/repair-cafe')).matchAll(/\/fablab\/repair-cafe\/(\d+)/g)].map(one => one[0])
  await app.post(`${first}/prise`)
  expect((await app.post(first!, { status: 'Fixed', barrier: 'Too worn out' })).status).toBe(422)
  await app.post(first!, { status: 'Fixed', problem: 'Fil dessoudé', grams: '1100', part: 'Résistance', origin: 'recovered' })
  await app.post(second!, { status: 'End of life', barrier: 'Spare parts not available' })
  await app.signIn(null)
  const page = (await app.text('/fablab/repair-cafe')).replaceAll('\u00a0', ' ')
  expect(page).toContain('objets réparés sur 2')
  expect(page).toContain('1,1 kg')
  expect(page).toContain('en fin de vie : pièces introuvables')
  const lines = (await (await app.get('/fablab/repair-cafe/ords.csv')).text()).trim().split('\n')
  const { repairs, bad } = readOrds(
    lines[0]!.split(','),
    lines.slice(1).map(line => line.split(',')),
  )
  expect(bad).toEqual([])
  expect(repairs).toMatchObject([
    { id: 'valsuryvette-1', category: 31, status: 'Fixed', year: 2012, age: 14 },
    { category: 36, status: 'End of life', barrier: 'Spare parts not available' },
  ])
})

test('a partner’s file comes in: good rows are taken once, bad ones reported with their line', { timeout: 60_000 }, async () => {
  const { app } = await house()
  await app.signIn('karim')
  const header =
    'id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem'
  const file = `${header}\nvoisin_1,Voisin,FRA,Radio,Portable radio,23,Unknown,,,Fixed,,Café,2026-10-10,"Fil, et piles"\nvoisin_2,Voisin,FRA,Jouet,Toy,32,Unknown,,,Réparé,,Café,2026-10-10,\n`
  const send = () => {
    const body = new FormData()
    body.append('what', new File([file], 'voisin.csv', { type: 'text/csv' }))
    return app.request('http://localhost/fablab/repair-cafe/imports', {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
    })
  }
  const page = await app.text(of(await send()))
  expect(page).toContain('1 réparation reçue, aucune déjà connue, 1 ligne refusée.')
  expect(page).toContain('résultat inconnu de la norme')
  expect(await app.text(of(await send()))).toContain('0 réparation reçue, 1 déjà connue, 1 ligne refusée.')
})

test('a project is shared with its file, which others can keep', { timeout: 60_000 }, async () => {
  const { app } = await house()
  const folder = await mkdtemp(join(tmpdir(), 'fablab-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await openStorage({ folder })
  await app.signIn('amina')
  const project = of(await app.post('/fablab/projets', { title: 'Boîte à livres', text: 'Six faces en contreplaqué, sans colle.' }))
  const body = new FormData()
  body.append('title', new File(['x;y\n1;2\n'], 'cotes.csv', { type: 'text/csv' }))
  const headers = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
  expect((await app.request(`http://localhost${project}/fichiers`, { method: 'POST', body, headers })).status).toBe(303)
  await app.signIn(null)
  const link = /\/fablab\/projets\/\d+\/fichiers\/\d+/.exec(await app.text(project))?.[0] ?? ''
  expect(await (await app.get(link)).text()).toBe('x;y\n1;2\n')
})

test('the invented workshop says who opens, what created it, and how to change it', { timeout: 90_000 }, async () => {
  const app = await startApp({ engines, services: [measures, catalogue, fablab, reservations], demo: true })
  const page = await app.text('/fablab')
  for (const words of [
    'Les Bricoleurs du Lavoir',
    'Un FabLab partagé',
    'Proposer un changement',
    'Convention de cogestion',
    'Indisponible : Lame et courroie',
  ])
    expect(page).toContain(words)
  await app.signIn('karim')
  expect(await app.text('/reservations/accueil')).toContain('Ma fille était malade')
})

test(
  'the team installs a machine, prices a material from a day on, follows what is left, and takes a machine away',
  { timeout: 90_000 },
  async () => {
    const { app, laser, wood, path } = await house()
    await app.signIn('amina')
    for (const place of ['/fablab/reglages', '/fablab/reglages/machine', `${path}/modifier`])
      expect((await app.get(place)).status).toBe(403)
    await app.signIn('karim')
    const machine = {
      name: 'Brodeuse',
      risk: '2',
      description: 'Brode',
      place: 'Lavoir',
      model: '',
      care: '',
      permitLabel: '',
      permitMonths: '',
    }
    expect((await app.post('/fablab/reglages/machine', machine)).status).toBe(422)
    const made = await app.post('/fablab/reglages/machine', { ...machine, permitLabel: 'Formation brodeuse' })
    expect(of(made)).toMatch(/^\/reservations\/regles\/\d+$/)
    expect(await app.text(of(made))).toContain('Habilitation : Formation brodeuse')
    const brodeuse = /\/fablab\/machines\/\d+/.exec(await app.text(of(made)))![0]
    await app.signIn('amina')
    const asked = await app.text(brodeuse)
    expect(asked).toContain('Il faut d’abord : Formation brodeuse.')
    expect(asked).toContain('Il faut d’abord signer : Règlement de sécurité.')
    await app.signIn('karim')
    expect((await app.post(`${brodeuse}/modifier`, { ...machine, risk: '1' })).status).toBe(303)
    await app.signIn('amina')
    expect(await app.text(brodeuse)).not.toContain('Formation brodeuse')

    await app.signIn('karim')
    const thread = { name: 'Fil', unit: 'm', price: '0,02', source: 'Facture 12', stock: '50', low: '20' }
    expect((await app.post('/fablab/matieres', { ...thread, price: 'deux' })).status).toBe(422)
    const material = of(await app.post('/fablab/matieres', thread))
    expect(await app.text(material)).toContain('50 m')
    const price = { since: '2026-12-15', price: '0,03', source: 'Comité du 3 décembre' }
    expect((await app.post(`${material}/prix`, { ...price, since: '2026-11-15' })).status).toBe(422)
    expect((await app.post(`${material}/prix`, price)).status).toBe(303)
    expect((await app.post(`${material}/prix`, price)).status).toBe(422)
    const number = brodeuse.split('/').at(-1)!
    expect((await app.post(`${material}/machines`, { machine: number, verdict: 'refused', reason: '' })).status).toBe(422)
    expect((await app.post(`${material}/machines`, { machine: number, verdict: 'allowed' })).status).toBe(303)
    expect((await app.post(`${material}/stock`, { kind: 'out', quantity: '31' })).status).toBe(303)
    expect(await app.text('/fablab/reglages')).toContain('Une matière bientôt épuisée')
    expect((await app.post(`${material}/stock`, { kind: 'count', quantity: '80' })).status).toBe(303)
    expect(await app.text('/fablab/reglages')).not.toContain('bientôt épuisée')

    await app.signIn('amina')
    await app.post('/fablab/reglement', { agreed: 'oui' })
    const charged: string[] = []
    for (const day of ['2026-12-14', '2026-12-16']) {
      await app.signIn('amina')
      const booking = of(await app.post(brodeuse, { ...times, day }))
        .split('/')
        .at(-1)!
      await app.signIn('karim')
      await app.post(`/fablab/consommations/${booking}`, { material: material.split('/').at(-1)!, quantity: '100' })
      charged.push(/Reste à payer : ([\d,]+)/.exec(await app.text(`/reservations/${booking}`))?.[1] ?? '')
    }
    expect(charged).toEqual(['2,00', '3,00'])
    expect((await app.post(`/fablab/matieres/${wood}`, { name: 'Contreplaqué', low: '', retired: 'oui' })).status).toBe(303)
    expect(await app.text(`/fablab/machines/${laser}`)).not.toContain('Contreplaqué')

    expect((await app.post(`${brodeuse}/retrait`, { reason: '' })).status).toBe(422)
    expect((await app.post(`${brodeuse}/retrait`, { reason: 'Prêt terminé' })).status).toBe(303)
    expect((await app.post(`${brodeuse}/retrait`, { reason: 'Prêt terminé' })).status).toBe(404)
    expect(await app.text('/fablab')).not.toContain('Brodeuse')
    await app.settle()
    const { rows } = await app.owner.pool.query(`select count(*)::int as n from mail.message where text like '%Motif : Prêt terminé%'`)
    expect(rows).toEqual([{ n: 2 }])
  },
)
