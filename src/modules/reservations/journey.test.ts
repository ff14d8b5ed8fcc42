import { expect, test } from 'vitest'
import {
  addCalendar,
  addOpening,
  addPolicy,
  addResource,
  addSession,
  booking,
  keepBookings,
  nameSteward,
  publishAllocation,
  type RulesGiven,
} from '#engines/booking'
import { moderation } from '#engines/moderation'
import { cast, startApp } from '#kernel/testing'
import { reservations } from './index.ts'

const house = async (rules: RulesGiven = {}, capacity = 1) => {
  const app = await startApp({ engines: [moderation, booking], services: [reservations], now: '2026-12-01T09:00:00Z' })
  const made = await app.inWorld(async world => {
    const policy = await addPolicy(world, { owner: 'essai', name: 'essai', since: '2026-01-01', source: 'Délibération 2026-41', rules })
    const calendar = await addCalendar(world, { owner: 'essai', name: 'heures' })
    await addOpening(world, calendar, { firstDay: '2026-01-01', starts: '09:00', minutes: 540, rule: 'FREQ=DAILY' })
    const thing = await addResource(world, { owner: 'essai', name: 'Salle du Lavoir', calendar, policy })
    const session = await addSession(world, {
      owner: 'essai',
      name: 'Atelier couture',
      capacity,
      policy,
      startsAt: '2026-12-05T14:00:00Z',
      endsAt: '2026-12-05T16:00:00Z',
    })
    await nameSteward(world, 'essai', { person: cast.karim.id, title: 'Régisseur' })
    return { thing: `/reservations/choses/${thing}`, session: `/reservations/seances/${session}` }
  })
  return { app, ...made }
}
const of = (response: Response) => response.headers.get('location') ?? ''

test('a resident books an hour, sees its price and its code, and cancels it', { timeout: 60_000 }, async () => {
  const { app, thing } = await house({ price: { kind: 'linear', per: 'hour', permille: 5, least: 100, most: 1000 } })
  expect(await app.text(thing)).toContain('Connectez-vous : une réservation est à votre nom.')
  await app.signIn('amina')
  const booked = await app.post(thing, { day: '2026-12-03', from: '10h', to: '12:00', purpose: 'Réunion', quotient: '600' })
  expect(booked.status).toBe(303)
  const page = await app.text(of(booked))
  expect(page).toContain('Confirmée')
  expect(page).toMatch(/0,5 % du quotient familial : 3,00.€/)
  expect(page).toMatch(/Total : 6,00.€/)
  expect(page).toMatch(/<strong>\d{6}<\/strong>/)
  const week = await app.text(`${thing}?jour=2026-12-03`)
  expect(week.replaceAll('\u00a0', ' ')).toContain('9 h – 10 h, 12 h – 18 h')

  await app.signIn('louis')
  const refused = await app.post(thing, { day: '2026-12-03', from: '11:00', to: '12:30' })
  expect(refused.status).toBe(409)
  const said = (await refused.text()).replaceAll('\u00a0', ' ')
  expect(said).toContain(
    'C’est déjà pris le jeudi 3 décembre 2026 de 10 h à 12 h. Libre ensuite : le jeudi 3 décembre 2026 de 12 h à 13 h 30.',
  )
  expect(said).toContain('value="11:00"')
  expect((await app.get(of(booked))).status).toBe(404)

  await app.signIn('amina')
  expect((await app.post(`${of(booked)}/annulation`)).status).toBe(303)
  expect(await app.text(of(booked))).toContain('Annulée')
  expect((await app.post(`${of(booked)}/annulation`)).status).toBe(409)
})

test('what is mistyped is said beside its field, and kept', { timeout: 60_000 }, async () => {
  const { app, thing } = await house()
  await app.signIn('amina')
  const wrong = await app.post(thing, { day: '2026-12-03', from: 'midi', to: '12:00', purpose: 'Chorale' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="midi"')
  const closed = await app.post(thing, { day: '2026-12-03', from: '20:00', to: '21:00' })
  expect(closed.status).toBe(422)
  expect(await closed.text()).toContain('C’est fermé à ce moment-là.')
})

test('a workshop fills, somebody waits under a pseudonym, is offered the place and takes it', { timeout: 60_000 }, async () => {
  const { app, session } = await house({ waiting: { offerHours: 24 } })
  await app.signIn('amina')
  const first = of(await app.post(session, { places: '1' }))
  await app.signIn('louis')
  const second = of(await app.post(session, { places: '1', waits: 'oui' }))
  expect(await app.text(second)).toContain('1er sur 1, sous le nom de')
  await app.signIn(null)
  const list = await app.text(`${session}/attente`)
  expect(list).toContain('Ordre d’inscription')
  expect(list).not.toContain('Louis')
  await app.signIn('amina')
  await app.post(`${first}/annulation`)
  await app.signIn('louis')
  expect(await app.text('/reservations')).toContain('Une place s’est libérée : Atelier couture')
  expect((await app.post(`${second}/offre`, { answer: 'accept' })).status).toBe(303)
  expect(await app.text(second)).toContain('Confirmée')
  const feed = /\/reservations\/[0-9a-f-]{36}\.[0-9a-f]{32}\.ics/.exec(await app.text('/reservations'))?.[0] ?? ''
  await app.signIn(null)
  expect(await (await app.get(feed)).text()).toContain('SUMMARY:Atelier couture')
  expect((await app.get(feed.replace(/\.[0-9a-f]{4}/, '.0000'))).status).toBe(404)
})

test('who runs it agrees, notes arrivals by code, writes what was paid, and reads an answer', { timeout: 60_000 }, async () => {
  const { app, thing } = await house({
    approval: { needed: true },
    price: { kind: 'flat', per: 'booking', cents: 500 },
    checkInMinutes: 15,
    absences: { count: 1, withinDays: 30, suspendDays: 10 },
  })
  await app.signIn('amina')
  const asked = of(await app.post(thing, { day: '2026-12-02', from: '10:00', to: '11:00' }))
  const other = of(await app.post(thing, { day: '2026-12-02', from: '14:00', to: '15:00' }))
  expect((await app.get('/reservations/accueil')).status).toBe(403)
  expect((await app.post(`${asked}/accord`, { decision: 'agree' })).status).toBe(403)
  await app.signIn('karim')
  expect(await app.text('/reservations/accueil')).toContain('Amina Belkacem')
  expect((await app.post(`${asked}/accord`, { decision: 'refuse' })).status).toBe(422)
  await app.post(`${asked}/accord`, { decision: 'agree' })
  await app.post(`${other}/accord`, { decision: 'agree' })
  await app.signIn('amina')
  const code = /<strong>(\d{6})<\/strong>/.exec(await app.text(asked))?.[1] ?? ''

  app.clock = new Date('2026-12-02T09:02:00Z')
  await app.signIn('karim')
  expect((await app.post('/reservations/accueil', { code: code === '000000' ? '000001' : '000000' })).status).toBe(422)
  expect(of(await app.post('/reservations/accueil', { code }))).toBe(asked)
  await app.post(`${asked}/compte`, { kind: 'payment', amount: '5', label: 'Espèces' })
  expect(await app.text(asked)).toContain('Tout est réglé.')

  app.clock = new Date('2026-12-02T13:20:00Z')
  await app.inWorld(keepBookings)
  await app.signIn('amina')
  const mine = await app.text('/reservations')
  expect(mine).toContain('Réservations suspendues')
  const plea = /\/reservations\/suspensions\/\d+\/reponse/.exec(mine)?.[0] ?? ''
  expect((await app.post(plea, { plea: 'Mon train était supprimé.' })).status).toBe(303)
  await app.signIn('louis')
  expect((await app.post(plea, { plea: 'Ce n’est pas moi.' })).status).toBe(404)
  await app.signIn('karim')
  expect(await app.text('/reservations/accueil')).toContain('Mon train était supprimé.')
  expect((await app.post(plea.replace('reponse', 'levee'), { reason: 'Grève' })).status).toBe(303)
  await app.signIn('amina')
  expect(await app.text('/reservations')).not.toContain('Réservations suspendues')
})

test('an allocation is published before chance is known, drawn once, and each finds their pseudonym', { timeout: 60_000 }, async () => {
  const { app } = await house()
  const id = await app.inWorld(world =>
    publishAllocation(world, {
      owner: 'essai',
      title: 'Parcelles 2027',
      method: 'D’abord les habitants sans jardin.',
      offers: [
        { id: '1', name: 'Parcelle A', capacity: 1 },
        { id: '2', name: 'Parcelle B', capacity: 1 },
      ],
      applicants: [
        { person: cast.amina.id, tier: 1, wishes: ['2', '1'] },
        { person: cast.louis.id, tier: 2, wishes: ['2', '1'] },
        { person: cast.jeanne.id, tier: 2, wishes: [] },
      ],
      seedSource: 'Loto',
      seedOn: '2026-12-01',
    }),
  )
  const path = `/reservations/tirages/${id}`
  await app.signIn('amina')
  expect(await app.text(path)).toContain('Votre pseudonyme')
  expect((await app.post(path, { seed: '4 8 15' })).status).toBe(403)
  await app.signIn('karim')
  expect((await app.post(path, { seed: '4 8 15 16 23 42' })).status).toBe(303)
  expect((await app.post(path, { seed: '1' })).status).toBe(409)
  const page = await app.text(path)
  expect(page).toContain('Parcelle B, vœu n° 1')
  expect(page).toContain('en attente, dans cet ordre')
  expect(page).not.toContain('Amina')
  const file = await (await app.get(`${path}/demandes.txt`)).text()
  expect(file.trim().split('\n')).toHaveLength(3)
})
