import { expect, test } from 'vitest'
import { addCalendar, addPolicy, addResource, booking, holdersOf, nameSteward, type RulesGiven } from '#engines/booking'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { reservations } from './index.ts'

/** A workshop run by Karim, on a Tuesday. */
const house = async (rules: RulesGiven = {}) => {
  const app = await startApp({ engines: [booking], services: [reservations], now: '2026-12-01T09:00:00Z' })
  const made = await app.inWorld(async world => {
    const policy = await addPolicy(world, { owner: 'lab', name: 'Découpeuse', since: '2026-01-01', source: 'Délibération 2025-9', rules })
    const calendar = await addCalendar(world, { owner: 'lab', name: 'Atelier' })
    const thing = await addResource(world, { owner: 'lab', name: 'Découpeuse', calendar, policy })
    await nameSteward(world, 'lab', { person: cast.karim.id, title: 'Fabmanager' })
    return { policy, thing, calendar, hours: `/reservations/calendriers/${calendar}`, rules: `/reservations/regles/${policy}` }
  })
  return { app, ...made }
}
const text = async (app: TestApp, path: string) => (await (await app.get(path)).text()).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const sent = async (app: TestApp, path: string, form: Record<string, string | string[]>) => {
  const answer = await app.post(path, form)
  expect(answer.status, await answer.clone().text()).toBe(303)
}
const book = (app: TestApp, thing: string, day: string, from: string, to: string) =>
  app.post(`/reservations/choses/${thing}`, { day, from, to })

test('who runs a place sets its hours in words, closes it with a reason, and says who opens', { timeout: 60_000 }, async () => {
  const { app, hours, thing, calendar } = await house()
  await app.signIn('amina')
  expect((await app.get(hours)).status).toBe(403)
  expect((await app.post(`${hours}/ouvertures`, {})).status).toBe(403)
  await app.signIn('karim')
  const regular = { days: ['WE', 'SA'], rhythm: 'weekly', from: '14:00', to: '19h', since: '2026-12-01' }
  expect((await app.post(`${hours}/ouvertures`, { ...regular, to: '13:00' })).status).toBe(422)
  expect((await app.post(`${hours}/ouvertures`, { ...regular, rhythm: 'first' })).status).toBe(422)
  await sent(app, `${hours}/tenants`, { name: 'Commune', share: '40', budget: '8500', basis: 'Délibération 2026-41', since: '2026-12-01' })
  const makers = { name: 'Les Bricoleurs', share: '60', basis: 'Convention du 2 mars 2026', since: '2026-12-01' }
  expect((await app.post(`${hours}/tenants`, { ...makers, share: '61' })).status).toBe(422)
  await sent(app, `${hours}/tenants`, makers)
  const holder = (await app.inWorld(world => holdersOf(world, calendar)))[0]!.id
  await sent(app, `${hours}/ouvertures`, { ...regular, holder })
  await sent(app, `${hours}/ouvertures`, { ...regular, days: 'SU', rhythm: 'first', from: '10:00', to: '12:00' })
  const page = await text(app, hours)
  expect(page).toContain('Chaque mercredi et samedi de 14 h à 19 h')
  expect(page).toContain('Qui ouvre : Les Bricoleurs')
  expect(page).toContain('Chaque premier dimanche du mois de 10 h à 12 h')

  await app.signIn('amina')
  expect((await book(app, thing, '2026-12-09', '14:00', '15:00')).status).toBe(303)
  await app.signIn('karim')
  const closed = { kind: 'closed', first: '2026-12-07', last: '2026-12-10', reason: 'Travaux' }
  expect((await app.post(`${hours}/exceptions`, closed)).status).toBe(409)
  expect((await app.post(`${hours}/exceptions`, { ...closed, last: '2026-12-06' })).status).toBe(422)
  await sent(app, `${hours}/exceptions`, { ...closed, displaces: 'oui' })
  expect((await app.post(`${hours}/exceptions`, { kind: 'open', first: '2026-12-13', reason: 'Fête' })).status).toBe(422)
  await sent(app, `${hours}/exceptions`, { kind: 'open', first: '2026-12-14', from: '9h', to: '12h', reason: 'Portes ouvertes' })
  expect(await text(app, hours)).toContain('Ouvert le lundi 14 décembre 2026 de 9 h à 12 h : Portes ouvertes')
  expect((await book(app, thing, '2026-12-14', '9:00', '10:00')).status).toBe(303)
  expect((await book(app, thing, '2026-12-09', '16:00', '17:00')).status).not.toBe(303)
  await app.settle()
  const { rows } = await app.owner.pool.query(`select address from mail.message where text like '%Motif : Travaux%'`)
  expect(rows).toEqual([{ address: 'amina@exemple.fr' }])

  const chosen = /exceptions\/retrait"><button[^>]*value="(\d+)"/.exec(await text(app, hours))![1]!
  await sent(app, `${hours}/exceptions/retrait`, { chosen })
  expect((await app.post(`${hours}/exceptions/retrait`, { chosen })).status).toBe(404)
  expect((await book(app, thing, '2026-12-09', '16:00', '17:00')).status).toBe(303)
  app.clock = new Date('2026-12-20T09:00:00Z')
  await app.signIn('karim')
  await sent(app, `${hours}/tenants/fin`, { chosen: holder })
  const after = await text(app, hours)
  expect(after).not.toContain('Les Bricoleurs')
  expect(after).not.toContain('mercredi et samedi')
})

test('a new price has a first day and a source, and never touches the past', { timeout: 60_000 }, async () => {
  const { app, rules, thing, hours } = await house({ price: { kind: 'flat', per: 'hour', cents: 400 } })
  const next = {
    since: '2026-12-10',
    source: 'Délibération 2026-77',
    price: 'hour',
    amount: '5,50',
    least: '30',
    most: '240',
    step: '30',
    cancelUntil: '0',
  }
  await app.signIn('amina')
  expect((await app.post(rules, next)).status).toBe(403)
  await app.signIn('karim')
  await sent(app, `${hours}/ouvertures`, {
    days: ['MO', 'TU', 'WE', 'TH', 'FR'],
    rhythm: 'weekly',
    from: '9:00',
    to: '18:00',
    since: '2026-12-01',
  })
  expect((await app.post(rules, { ...next, since: '2026-11-30' })).status).toBe(422)
  expect((await app.post(rules, { ...next, source: '' })).status).toBe(422)
  expect((await app.post(rules, { ...next, amount: '' })).status).toBe(422)
  await sent(app, rules, { ...next, earlyUsed: 'oui', earlyPerson: 'oui' })
  expect((await app.post(rules, { ...next, since: '2026-12-05' })).status).toBe(422)
  await app.signIn('amina')
  const page = await text(app, rules)
  expect(page).toContain('4,00 € de l’heure')
  expect(page).toContain('5,50 € de l’heure')
  expect(page).toContain('À partir du jeudi 10 décembre 2026')
  expect(page).toContain('Délibération 2025-9')
  expect(page).not.toContain('Publier cette version')

  await app.signIn('amina')
  const price = async (day: string) => {
    const answer = await book(app, thing, day, '10:00', '12:00')
    return /Total : ([\d,]+)/.exec(await text(app, answer.headers.get('location')!))?.[1]
  }
  expect([await price('2026-12-09'), await price('2026-12-10')]).toEqual(['8,00', '11,00'])
  app.clock = new Date('2026-12-10T09:40:00Z')
  const [mine] = /\/reservations\/\d+/.exec(await text(app, '/reservations'))!
  expect(await text(app, mine)).toContain('Si c’est rendu maintenant, 1 h seront comptées')
  await sent(app, `${mine}/retour`, {})
  expect(await text(app, mine)).toContain('Reste à payer : 5,50 €')
})
