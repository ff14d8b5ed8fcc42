import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { addOpening, booking, bookingsOf } from '#engines/booking'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { catalogue } from '#modules/catalogue'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { reservations } from '#modules/reservations'
import { inventedPlace } from './data/invented.ts'
import { digitalSpace } from './index.ts'
import { standard } from './place.ts'
import { savePlace, spaceFor } from './queries/space.ts'
import { addFacilitator, addThing } from './queries/things.ts'
import { validateRow } from './rules/validateRow.ts'

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings, booking],
  services: [accounts, measures, catalogue, reservations, digitalSpace, desk],
}
const soft = (text: string) => text.replaceAll('\u00a0', ' ')

/** A space open on Tuesday afternoon, where Hélène receives; it is Tuesday morning. */
const space = async () => {
  const app = await startApp({ ...rooms, now: '2026-12-01T08:00:00Z' })
  const made = await app.inWorld(async world => {
    await savePlace(world, { fields: inventedPlace, service: null })
    const { calendar } = await spaceFor(world)
    const tuesdays = { firstDay: '2026-11-01', starts: '14:00', minutes: 240, rule: 'FREQ=WEEKLY;BYDAY=TU' }
    await addOpening(world, calendar, tuesdays)
    const helene = await addFacilitator(world, { person: cast.helene.id, name: cast.helene.name, title: 'Conseillère numérique' })
    await addOpening(world, helene.calendar, tuesdays)
    const seat = await addThing(world, { kind: 'seat', name: 'Poste 2, accessible', description: '', equipment: ['adjustable-desk'] })
    const laptop = await addThing(world, { kind: 'loan', name: 'Ordinateur portable', description: '', equipment: [] })
    return { facilitator: helene.resource, seat, laptop }
  })
  return { app, ...made }
}
const at = async (app: TestApp, path: string) => soft(await app.text(path))
const sent = async (app: TestApp, path: string, fields: Record<string, string | string[]>) => {
  const answer = await app.post(path, fields)
  expect(answer.status, `${path}: ${answer.status === 303 ? '' : soft(await answer.clone().text()).slice(0, 4000)}`).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('an appointment is booked, then a mandate signed, used, and taken back by the person in one button', { timeout: 60_000 }, async () => {
  const { app, facilitator } = await space()
  const things = `/espace-numerique/choses/${facilitator}`
  expect(await at(app, '/espace-numerique')).toContain('Rencontrer Hélène Costa')
  expect(await at(app, things)).toContain('de 14 h à 14 h 30')
  await app.signIn('amina')
  const slot = { slot: '2026-12-01T13:00:00.000Z', minutes: '30', purpose: 'Ma carte grise' }
  const path = await sent(app, things, slot)
  expect(path).toMatch(/^\/reservations\/\d+$/)
  await app.signIn('louis')
  const late = await app.post(things, slot)
  expect(late.status).toBe(409)
  expect(soft(await late.text())).toContain('C’est déjà pris le mardi 1er décembre 2026 de 14 h à 14 h 30')
  expect((await app.get('/espace-numerique/accueil')).status).toBe(403)

  await app.signIn('helene')
  const appointment = `/espace-numerique/rendez-vous/${path.split('/').at(-1)}`
  expect(await at(app, '/espace-numerique/accueil')).toContain('Amina Belkacem')
  await sent(app, `${appointment}/presence`, { presence: 'came' })
  const number = path.split('/').at(-1)!
  const unsigned = await app.post('/espace-numerique/mandats', { booking: number, scopes: ['transports_mobilite', 'logement'], days: '31' })
  expect([unsigned.status, soft(await unsigned.text())]).toEqual([422, expect.stringContaining('Le mandat ne vaut que s’il est signé')])
  const mandate = await sent(app, '/espace-numerique/mandats', {
    booking: number,
    scopes: ['transports_mobilite', 'logement'],
    days: '31',
    signed: 'oui',
  })
  expect(await at(app, mandate)).toContain('En cours, jusqu’au jeudi 31 décembre 2026 inclus')
  await sent(app, `${mandate}/usages`, { scope: 'transports_mobilite', done: 'Carte grise <demandée>' })
  expect((await app.post(`${mandate}/usages`, { scope: 'justice', done: 'Autre chose' })).status).toBe(409)
  expect((await app.post(`${mandate}/retrait`, { scope: 'all' })).status).toBe(403)
  await app.settle()
  const { rows: letters } = await app.owner.pool.query(
    `select address, subject from mail.message where subject like '%votre nom%' order by subject`,
  )
  expect(letters).toEqual([
    { address: 'amina@exemple.fr', subject: 'Un mandat est enregistré à votre nom' },
    { address: 'amina@exemple.fr', subject: 'Une démarche a été faite en votre nom' },
  ])

  for (const stranger of ['louis', 'claire'] as const) {
    await app.signIn(stranger)
    expect((await app.get(mandate)).status).toBe(404)
  }
  expect((await app.get('/espace-numerique/mandats')).status).toBe(403)
  await app.signIn('amina')
  expect(await at(app, mandate)).toContain('Carte grise &lt;demandée>')
  expect(await at(app, mandate)).toContain('Hélène Costa')
  await sent(app, `${mandate}/retrait`, { scope: 'transports_mobilite' })
  expect((await app.post(`${mandate}/retrait`, { scope: 'transports_mobilite' })).status).toBe(409)
  await app.signIn('helene')
  const refused = await app.post(`${mandate}/usages`, { scope: 'transports_mobilite', done: 'Encore une fois' })
  expect([refused.status, soft(await refused.text())]).toEqual([409, expect.stringContaining('déjà repris son accord')])
  await sent(app, `${mandate}/usages`, { scope: 'logement', done: 'Dossier de logement' })

  // What was done is encrypted; nothing of the journal can be changed by the application.
  const { rows } = await app.owner.pool.query('select kind, scope, done from digital_space.mandate_line order by id')
  expect(rows.map(({ kind, scope }) => `${kind} ${scope}`)).toEqual([
    'used transports_mobilite',
    'revoked transports_mobilite',
    'used logement',
  ])
  expect(rows[0].done.toString('utf8')).not.toContain('Carte grise')
  for (const rewriting of ["update digital_space.mandate_line set kind = 'used'", 'delete from digital_space.mandate_line'])
    await expect(app.house.application.pool.query(rewriting)).rejects.toThrow(/permission denied/)
})

test('the database itself refuses what is done outside a mandate; the job ends it and tells the person', { timeout: 60_000 }, async () => {
  const { app } = await space()
  await app.signIn('amina')
  const mandate = await sent(app, '/espace-numerique/mandats', { scopes: 'argent_impots', days: '1' })
  const id = mandate.split('/').at(-1)
  const line = (at: string, kind = 'used') =>
    app.owner.pool.query(
      `insert into digital_space.mandate_line (body_id, mandate_id, kind, scope, at) values (1, ${id}, '${kind}', 'argent_impots', '${at}')`,
    )
  await line('2026-12-01T22:30:00Z')
  await expect(line('2026-12-01T23:30:00Z')).rejects.toThrow('does not hold on that day')
  await expect(
    app.owner.pool.query(
      `insert into digital_space.mandate_line (body_id, mandate_id, kind, scope, at) values (1, ${id}, 'used', 'justice', '2026-12-01T12:00:00Z')`,
    ),
  ).rejects.toThrow('foreign key')
  await line('2026-12-01T22:40:00Z', 'revoked')
  await expect(line('2026-12-01T22:50:00Z')).rejects.toThrow('taken back')

  const other = await sent(app, '/espace-numerique/mandats', { scopes: ['argent_impots', 'justice'], days: '1' })
  app.clock = new Date('2026-12-02T00:10:00Z')
  await app.house.workers.run('digitalSpace.keep')
  await app.house.workers.run('digitalSpace.keep')
  await app.settle()
  expect(await at(app, other)).toContain('Terminé le mardi 1er décembre 2026')
  expect(await at(app, other)).toContain('Le mandat arrive à son terme')
  const { rows } = await app.owner.pool.query(`select count(*)::int as n from mail.message where subject = 'Votre mandat est terminé'`)
  expect(rows[0].n).toBe(1) // the other one was taken back before

  // Five years after its end nothing of it is left; a day before, everything is.
  const purge = (before: string) => app.inWorld(async world => digitalSpace.retention[0]!.purge(world, before))
  expect([await purge('2026-12-01T00:00:00.000Z'), await purge('2026-12-02T00:00:00.000Z')]).toEqual([0, 2])
  expect((await app.owner.pool.query('select from digital_space.mandate_line')).rowCount).toBe(0)
})

test('a mandate given only on paper keeps its name encrypted, and is taken back at the desk', { timeout: 60_000 }, async () => {
  const { app } = await space()
  await app.signIn('helene')
  const nameless = await app.post('/espace-numerique/mandats', { scopes: 'logement', days: '182', signed: 'oui' })
  expect(nameless.status).toBe(422)
  expect((await app.post('/espace-numerique/mandats', { scopes: 'logement', days: '40', signed: 'oui', name: 'Fernand' })).status).toBe(422)
  const mandate = await sent(app, '/espace-numerique/mandats', { scopes: 'logement', days: '182', signed: 'oui', name: 'Fernand Besson' })
  expect(await at(app, '/espace-numerique/mandats')).toContain('Fernand Besson')
  const { rows } = await app.owner.pool.query('select paper_name, form from digital_space.mandate')
  expect(rows[0].paper_name.toString('utf8')).not.toContain('Fernand')
  expect(rows[0].form).toMatch(/^[0-9A-Z]{6}$/)
  await sent(app, `${mandate}/retrait`, { scope: 'all' })
  expect(await at(app, mandate)).toContain('Repris par la personne')
  const { rows: traces } = await app.owner.pool.query(`select count(*)::int as n from journal.entry where event = 'confidential.read'`)
  expect(traces[0].n).toBeGreaterThanOrEqual(2)
})

test('a record holds nobody, small numbers are masked, and only months that are over are published', { timeout: 60_000 }, async () => {
  const { app } = await space()
  await app.signIn('helene')
  const record = { kind: 'individual', heldOn: '2026-11-20', minutes: '30', people: '7', place: 'lieu_activite', topics: ['email'] }
  for (let n = 0; n < 6; n += 1)
    await sent(app, '/espace-numerique/activite', { ...record, topics: n < 2 ? ['sante', 'email'] : ['email'] })
  await sent(app, '/espace-numerique/activite', {
    ...record,
    kind: 'group',
    people: '9',
    title: 'Premiers pas',
    level: 'debutant',
    heldOn: '2026-12-01',
  })
  expect((await app.post('/espace-numerique/activite', { ...record, heldOn: '2026-12-02' })).status).toBe(422)
  expect((await app.post('/espace-numerique/activite', { ...record, topics: [] })).status).toBe(422)
  expect(await at(app, '/espace-numerique/accueil')).toContain('Premiers pas, 9 personnes')

  await sent(app, '/espace-numerique/activite', record)
  const { rows: last } = await app.owner.pool.query('select max(id)::text as id from digital_space.activity')
  await sent(app, `/espace-numerique/activite/${last[0].id}/retrait`, {})
  expect((await app.post(`/espace-numerique/activite/${last[0].id}/retrait`)).status).toBe(409)
  expect(await app.inWorld(async world => digitalSpace.openData[1]!.rows(world))).toEqual([])
  app.clock = new Date('2026-12-06T08:00:00Z')

  await app.signIn(null)
  const shown = await at(app, '/espace-numerique/activite')
  expect(shown).toContain('novembre 2026')
  expect(shown).not.toContain('décembre 2026')
  expect(shown.match(/masqué/g)?.length).toBeGreaterThan(0)
  const rows = await app.inWorld(async world => digitalSpace.openData[1]!.rows(world))
  expect(rows).toContainEqual({ month: '2026-11', subject: '', label: '', records: 6, people: 6, hours: 3 })
  expect(rows).toContainEqual({ month: '2026-11', subject: 'email', label: 'Courrier électronique', records: 6, people: null, hours: null })
  expect(rows).toContainEqual({ month: '2026-11', subject: 'sante', label: 'Santé', records: null, people: null, hours: null })

  // No column for a person, and the journal says neither whom nor by whom.
  const { rows: columns } = await app.owner.pool.query(
    `select column_name from information_schema.columns where table_schema = 'digital_space' and table_name like 'activity%' and data_type in ('uuid', 'timestamp with time zone')`,
  )
  expect(columns).toEqual([])
  const { rows: journal } = await app.owner.pool.query(
    `select distinct c.person_id, c.keyed_by from journal.entry e join journal.content c on c.entry_id = e.id where event = 'activity.recorded'`,
  )
  expect(journal).toEqual([{ person_id: null, keyed_by: null }])

  // A month that is published changes no more: two readings of it cannot be subtracted.
  await app.signIn('helene')
  expect((await app.post('/espace-numerique/activite', record)).status).toBe(422)
  expect((await app.post('/espace-numerique/activite/1/retrait')).status).toBe(409)
})

test('a workshop fills, the next person waits, and a cancelled one tells everybody why', { timeout: 60_000 }, async () => {
  const { app } = await space()
  await app.signIn('helene')
  const workshop = { name: 'Trier ses photos', level: 'debutant', day: '2026-12-08', from: '14:00', to: '16h', capacity: '1' }
  expect((await app.post('/espace-numerique/ateliers', { ...workshop, day: '2026-11-08' })).status).toBe(422)
  const path = await sent(app, '/espace-numerique/ateliers', workshop)
  const seance = `/reservations/seances/${path.split('/').at(-1)}`
  await app.signIn('amina')
  expect(await at(app, path)).toContain('Pour commencer, même sans avoir jamais touché un ordinateur.')
  await sent(app, seance, { places: '1' })
  await app.signIn('louis')
  await sent(app, seance, { places: '1', waits: 'oui' })
  expect(await at(app, '/espace-numerique')).toContain('complet, liste d’attente')
  expect((await app.post(`${path}/annulation`, { reason: 'Malade' })).status).toBe(403)
  await app.signIn('helene')
  expect(await at(app, path)).toContain('Amina Belkacem')
  await sent(app, `${path}/annulation`, { reason: 'La salle est inondée' })
  await app.settle()
  const { rows } = await app.owner.pool.query(`select address from mail.message where text like '%La salle est inondée%' order by address`)
  expect(rows.map(({ address }) => address)).toEqual(['amina@exemple.fr', 'louis@exemple.fr'])
})

test('a computer goes home, is late once, and comes back damaged', { timeout: 60_000 }, async () => {
  const { app, laptop } = await space()
  await app.signIn('amina')
  const path = await sent(app, `/espace-numerique/choses/${laptop}`, { day: '2026-12-01', days: '7', purpose: 'Le mien est en panne' })
  const loan = `/espace-numerique/prets/${path.split('/').at(-1)}`
  await app.signIn('karim')
  expect((await app.post(`/espace-numerique/choses/${laptop}`, { day: '2026-12-05', days: '7' })).status).toBe(409)
  await app.signIn('helene')
  expect(await at(app, '/espace-numerique/accueil')).toContain('à remettre')
  expect((await app.post(`${loan}/retour`, { state: 'fine' })).status).toBe(409)
  app.clock = new Date('2026-12-01T11:30:00Z')
  await sent(app, `${loan}/remise`, {})
  expect((await app.post(`${loan}/remise`)).status).toBe(409)
  app.clock = new Date('2026-12-08T12:10:00Z')
  for (let n = 0; n < 2; n += 1) await app.house.workers.run('digitalSpace.keep')
  await app.settle()
  const { rows } = await app.owner.pool.query(`select address, subject from mail.message where subject like '%prêté est attendu%'`)
  expect(rows).toEqual([{ address: 'amina@exemple.fr', subject: 'Un matériel prêté est attendu : Ordinateur portable' }])
  expect(await at(app, '/espace-numerique/accueil')).toContain('en retard')
  await sent(app, `${loan}/retour`, { state: 'damaged', note: 'Une touche manque' })
  expect(await at(app, loan)).toContain('Abîmé : Une touche manque')
  expect(await at(app, '/espace-numerique/accueil')).toContain('Rien à remettre ni à attendre.')
})

test('a computer that comes back before its day can be borrowed again at once, wherever it was noted', { timeout: 60_000 }, async () => {
  const { app, laptop } = await space()
  const borrow = async (name: 'amina' | 'karim', day: string) => {
    await app.signIn(name)
    return (await sent(app, `/espace-numerique/choses/${laptop}`, { day, days: '14' })).split('/').at(-1)!
  }
  const amina = await borrow('amina', '2026-12-01')
  app.clock = new Date('2026-12-01T11:30:00Z')
  await app.signIn('helene')
  await sent(app, `/espace-numerique/prets/${amina}/remise`, {})
  app.clock = new Date('2026-12-03T10:00:00Z')
  expect(await at(app, `/reservations/${amina}`)).toContain('C’est rendu')
  await sent(app, `/espace-numerique/prets/${amina}/retour`, { state: 'fine' })
  expect(await at(app, `/reservations/${amina}`)).toContain('au lieu du mardi 15 décembre 2026')

  const karim = await borrow('karim', '2026-12-04')
  app.clock = new Date('2026-12-04T12:00:00Z')
  expect((await app.post(`/reservations/${karim}/retour`)).status).toBe(409)
  await app.signIn('helene')
  await sent(app, `/espace-numerique/prets/${karim}/remise`, {})
  await sent(app, `/reservations/${karim}/retour`, {})
  expect((await app.post(`/reservations/${karim}/retour`)).status).toBe(409)
  await app.settle()
  expect(await at(app, `/espace-numerique/prets/${karim}`)).toContain('Rendu')
  app.clock = new Date('2026-12-30T12:00:00Z')
  await app.house.workers.run('digitalSpace.keep')
  await app.settle()
  const { rows } = await app.owner.pool.query(
    `select address, subject from mail.message where subject like '%prêt%' or subject like 'Bien rendu%'`,
  )
  expect(rows.map(({ address, subject }) => `${address} ${subject}`).toSorted()).toEqual([
    'amina@exemple.fr Bien rendu : Ordinateur portable',
    'karim@exemple.fr Bien rendu : Ordinateur portable',
  ])
})

test('"what we did together" is kept by nobody unless the person wants it, and then by them alone', { timeout: 60_000 }, async () => {
  const { app, facilitator } = await space()
  await app.signIn('amina')
  const path = await sent(app, `/espace-numerique/choses/${facilitator}`, { slot: '2026-12-01T13:00:00.000Z', minutes: '60' })
  const appointment = path.split('/').at(-1)!
  await app.signIn('helene')
  const text = { done: 'Ouvert le site\nDéposé le dossier', remember: 'Le <34 00>' }
  const sheet = await app.post('/espace-numerique/fiche', { ...text, booking: appointment })
  expect(sheet.status).toBe(200)
  expect(await sheet.text()).toContain('<li>Déposé le dossier</li>')
  expect((await app.owner.pool.query('select from digital_space.sheet')).rowCount).toBe(0)
  const kept = await sent(app, '/espace-numerique/fiche', { ...text, booking: appointment, keep: 'oui' })
  expect(await at(app, kept)).toContain('Le &lt;34 00>')
  app.clock = new Date('2026-12-02T08:00:00Z')
  expect((await app.get(kept)).status).toBe(404)
  await app.signIn('amina')
  expect(await at(app, '/espace-numerique/moi')).toContain('Fiche du mardi 1er décembre 2026')
  expect(await at(app, kept)).toContain('Déposé le dossier')
  await sent(app, `${kept}/suppression`, {})
  expect((await app.owner.pool.query('select from digital_space.sheet')).rowCount).toBe(0)
})

test('the place is described under the published schema, which refuses what it does not know', { timeout: 60_000 }, async () => {
  const { app } = await space()
  await app.signIn('claire')
  const fields = Object.fromEntries(
    Object.entries(inventedPlace).map(([name, value]) => [name, value.includes('|') ? value.split('|') : value]),
  )
  const wrong = await app.post('/espace-numerique/lieu', {
    ...fields,
    telephone: '01 99 00 91 65',
    code_postal: '9100',
    services: ['Coiffure'],
  })
  const said = soft(await wrong.text())
  expect(wrong.status).toBe(422)
  expect(said).toContain('Le standard national demande une autre forme.')
  expect(said).toContain('Choisissez parmi les réponses proposées.')
  await sent(app, '/espace-numerique/lieu', { ...fields, nom: 'Espace numérique du pont' })

  const csv = await app.text('/espace-numerique/lieu.csv')
  const [row, ...others] = parse(csv, { columns: true }) as Record<string, string>[] // every column of this file is text
  expect(others).toEqual([])
  expect(Object.keys(row!)).toEqual(standard.fields.map(({ name }) => name))
  expect(validateRow(standard.fields, row!)).toEqual([])
  expect(row).toMatchObject({
    nom: 'Espace numérique du pont',
    horaires: 'Tu 14:00-18:00',
    telephone: '+33199009165',
    date_maj: '2026-12-01',
  })
  const open = await app.inWorld(async world => digitalSpace.openData[0]!.rows(world))
  expect(open).toEqual([row])
})

test('an agent sets up a space from nothing: hours, a seat, a facilitator, a closure', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-12-01T08:00:00Z' })
  expect(await at(app, '/espace-numerique')).toContain('n’est pas encore réglé')
  await app.signIn('amina')
  expect((await app.get('/espace-numerique/reglages')).status).toBe(403)
  await app.signIn('claire')
  const hours = { whose: 'space', days: ['TU', 'WE'], from: '14:00', to: '18:00', since: '2026-12-01' }
  expect((await app.post('/espace-numerique/reglages/ouvertures', { ...hours, to: '13:00' })).status).toBe(422)
  await sent(app, '/espace-numerique/reglages/ouvertures', hours)
  await sent(app, '/espace-numerique/reglages/choses', { kind: 'seat', name: 'Poste 1', equipment: ['large-screen'] })
  expect((await app.post('/espace-numerique/reglages/choses', { kind: 'facilitator', person: cast.amina.id })).status).toBe(422)
  await sent(app, '/espace-numerique/reglages/choses', { kind: 'facilitator', person: cast.helene.id })
  await sent(app, '/espace-numerique/reglages/fermetures', { first: '2026-12-02', last: '2026-12-02', reason: 'Inventaire' })
  const shown = await at(app, '/espace-numerique')
  for (const text of ['Poste 1', 'grand écran', 'Hélène Costa', 'de 14 h à 18 h', 'mercredi 2 décembre 2026 : Inventaire'])
    expect(shown).toContain(text)

  await app.signIn('amina')
  const seat = /\/espace-numerique\/choses\/\d+/.exec(shown.slice(shown.indexOf('id="places"')))?.[0] ?? ''
  await sent(app, seat, { slot: '2026-12-01T13:30:00.000Z', minutes: '60' })
  expect((await app.post(seat, { slot: '2026-12-02T13:30:00.000Z', minutes: '60' })).status).toBe(409)
  const own = await app.inWorld(world => bookingsOf(world, cast.amina.id, '2026-12-01T08:00:00.000Z'))
  expect(own.map(({ thing, state }) => `${thing} ${state}`)).toEqual(['Poste 1 confirmed'])
})

test(
  'at the desk a facilitator books and has a mandate signed for somebody, and then runs nothing until they finish',
  { timeout: 60_000 },
  async () => {
    const { app, facilitator } = await space()
    await app.signIn('helene')
    await sent(app, `/guichet/personnes/${cast.jeanne.id}/saisie`, { channel: 'phone' })
    await sent(app, `/espace-numerique/choses/${facilitator}`, { slot: '2026-12-01T13:30:00.000Z', minutes: '30', purpose: 'Ma retraite' })
    expect((await app.get('/espace-numerique/accueil')).status).toBe(403)
    expect((await app.post('/espace-numerique/mandats', { scopes: 'social_sante', days: '31' })).status).toBe(422)
    const mandate = await sent(app, '/espace-numerique/mandats', { scopes: 'social_sante', days: '31', signed: 'oui' })
    expect((await app.post(`${mandate}/usages`, { scope: 'social_sante', done: 'Dossier de retraite' })).status).toBe(403)
    await sent(app, '/guichet/fin', {})
    await sent(app, `${mandate}/usages`, { scope: 'social_sante', done: 'Dossier de retraite' })
    const { rows } = await app.owner.pool.query('select mandator_id, received_by, channel from digital_space.mandate')
    expect(rows).toEqual([{ mandator_id: cast.jeanne.id, received_by: cast.helene.id, channel: 'phone' }])
    expect(await at(app, '/espace-numerique/accueil')).toContain('Ma retraite')
    await app.signIn('jeanne')
    expect(await at(app, mandate)).toContain('par téléphone')
    expect(await at(app, '/espace-numerique/moi')).toContain('Social, santé')
  },
)
