import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp, type TestApp } from '#kernel/testing'
import { measures } from '#modules/measures'
import { notifications } from '#modules/notifications'
import { instruments } from './index.ts'

const rooms = {
  engines: [paper, moderation, debate, following, answers],
  services: [measures, instruments, notifications],
  now: '2026-10-05T10:00:00Z',
}
const asked = {
  kind: 'consultation',
  title: 'Consulter sur <la médiathèque>',
  text: 'Nous demandons que les électeurs soient consultés avant de changer les horaires.',
  days: '60',
}
const open = async (app: TestApp, more: Record<string, string> = {}) => {
  const made = await app.post('/demarches-citoyennes/petitions', { ...asked, ...more })
  expect(made.status).toBe(303)
  return made.headers.get('location') ?? ''
}
const electors = (app: TestApp, n: string) =>
  app.post('/demarches-citoyennes/electeurs', { electors: n, on: '2026-10-01', source: 'Service des élections' })
const signing = { declares: 'oui' }

test('a petition is signed once by each verified resident, one petition a quarter, and its names are nowhere', async () => {
  const app = await startApp(rooms)
  await app.signIn('nour')
  expect((await app.post('/demarches-citoyennes/petitions', asked)).status).toBe(403)
  await app.signIn('amina')
  const path = await open(app)
  const other = await open(app, { title: 'Un second sujet pour le conseil', kind: 'deliberation' })
  expect(await app.text(path)).toContain('Consulter sur &lt;la médiathèque>')

  expect((await app.post(`${path}/signature`, {})).status).toBe(422)
  expect((await app.post(`${path}/signature`, signing)).status).toBe(303)
  expect((await app.post(`${path}/signature`, signing)).status).toBe(409)
  const second = await app.post(`${other}/signature`, signing)
  expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('vendredi 1er janvier 2027')])
  await app.signIn('nour')
  expect((await app.post(`${path}/signature`, signing)).status).toBe(403)

  // Taken back, the signature is free again, here or elsewhere; and the table itself refuses two in a quarter.
  await app.signIn('amina')
  await app.post(`${path}/signature/retrait`)
  expect((await app.post(`${other}/signature`, signing)).status).toBe(303)
  const twice = `insert into instruments.signature select body_id, $1, person_id, period, signed_at, channel, keyed_by from instruments.signature`
  await expect(app.owner.pool.query(twice, [path.split('/').at(-1)])).rejects.toThrow(/duplicate key/)

  app.clock = new Date('2027-01-01T10:00:00Z')
  expect((await app.post(`${path}/signature`, signing)).status).toBe(409)
  await app.signIn('louis')
  const shown = await app.text(other)
  expect(shown).toContain('1 signature')
  expect(shown).toContain('Signatures closes')
  await app.signIn('claire')
  expect((await app.get(`${other}/signataires`)).status).toBe(403)
})

test(
  'a petition that reaches its threshold is handed to the mayor, checked against the register, answered, and those who signed are told',
  { timeout: 120_000 },
  async () => {
    const app = await startApp(rooms)
    await app.signIn('amina')
    const path = await open(app)
    await app.post(`${path}/signature`, signing)
    expect((await app.post(`${path}/remise`)).status).toBe(409)
    await app.signIn('claire')
    expect((await electors(app, '0')).status).toBe(422)
    expect((await electors(app, '21')).status).toBe(303)

    await app.signIn('amina')
    expect(await app.text(path)).toContain('1 signature sur 3')
    expect((await app.post(`${path}/remise`)).status).toBe(409)
    for (const who of ['louis', 'jeanne', 'karim'] as const) {
      await app.signIn(who)
      expect((await app.post(`${path}/signature`, signing)).status).toBe(303)
      expect((await app.post(`${path}/remise`)).status).toBe(403)
    }
    await app.signIn('amina')
    expect((await app.post(`${path}/remise`)).status).toBe(303)
    expect((await app.post(`${path}/remise`)).status).toBe(409)
    expect(await app.text(path)).toContain('au plus tard le vendredi 4 décembre 2026')
    await app.signIn('sophie')
    expect((await app.post(`${path}/signature`, signing)).status).toBe(409)

    await app.signIn('claire')
    const names = await app.text(`${path}/signataires`)
    for (const name of ['Amina Belkacem', 'Karim Benali']) expect(names).toContain(name)
    const answer = {
      kind: 'answered',
      on: '2026-10-05',
      note: 'Le conseil organise la consultation.',
      outcome: 'accepted',
      valid: '',
      url: '',
    }
    expect((await app.post(`${path}/suites`, answer)).status).toBe(422)
    const check = { ...answer, kind: 'checked', note: '', outcome: '', valid: '5' }
    expect((await app.post(`${path}/suites`, check)).status).toBe(422)
    expect((await app.post(`${path}/suites`, { ...check, valid: '3' })).status).toBe(303)
    expect((await app.post(`${path}/suites`, { ...answer, outcome: '' })).status).toBe(422)
    expect((await app.post(`${path}/suites`, answer)).status).toBe(303)
    expect((await app.post(`${path}/suites`, answer)).status).toBe(422)
    expect((await app.get(`${path}/signataires`)).status).toBe(403)
    await app.settle()

    // More electors since: what was judged stays judged.
    await electors(app, '9000')
    await app.signIn('louis')
    const shown = await app.text(path)
    expect(shown).toContain('4 signatures sur 3')
    expect(shown).toContain('Le conseil municipal accepte')
    expect(shown).not.toContain('Karim Benali')
    const told = await app.text('/notifications')
    for (const text of ['La pétition est remise au maire.', 'Le conseil municipal a répondu.']) expect(told).toContain(text)
  },
)

test('the assistant computes the dates for anyone, and says what forbids a day', async () => {
  const app = await startApp(rooms)
  const ask = (query: string, kind = 'referendum') => app.text(`/demarches-citoyennes/assistant/${kind}?${query}`)
  const plain = await ask('councilOn=2026-12-14&transmittedOn=2026-12-15')
  for (const text of ['Premier dimanche possible : dimanche 21 février 2027', 'au plus tard le mardi 22 décembre 2026', 'LO1112-3'])
    expect(plain).toContain(text)
  const forbidden = await ask('councilOn=2026-12-14&transmittedOn=2026-12-15&wishedOn=2027-04-10')
  for (const text of ['n’est pas possible', 'dimanche 11 avril 2027', 'Élection présidentielle de 2027']) expect(forbidden).toContain(text)
  expect(await ask('councilOn=2026-12-14', 'consultation')).not.toContain('campagne est ouverte')
  expect(await ask('councilOn=2027-01-04&wishedOn=2027-01-10', 'participation')).toContain('plus court que celui')
  expect(await ask('councilOn=hier')).not.toContain('Premier dimanche possible')
  expect((await app.get('/demarches-citoyennes/assistant/tirage')).status).toBe(404)
  expect(plain).not.toContain('Ouvrir un dossier avec ces dates')
})

test('a file keeps its versions, prints its papers, gives its dates to a diary, and its result binds or not', async () => {
  const app = await startApp(rooms)
  const file = {
    kind: 'referendum',
    title: 'La <grande> place aux piétons',
    question: 'Approuvez-vous que la grande place soit réservée aux piétons ?',
    area: '',
    councilOn: '2026-12-14',
    transmittedOn: '',
    wishedOn: '',
    lastOn: '',
    measure: '',
    petition: '',
  }
  await app.signIn('amina')
  expect((await app.post('/demarches-citoyennes/dossiers', file)).status).toBe(403)
  await app.signIn('claire')
  await electors(app, '7001')
  expect((await app.post('/demarches-citoyennes/dossiers', { ...file, measure: '999' })).status).toBe(422)
  expect((await app.post('/demarches-citoyennes/dossiers', { ...file, councilOn: '9999-12-31' })).status).toBe(422)
  const made = await app.post('/demarches-citoyennes/dossiers', file)
  expect(made.status).toBe(303)
  const path = made.headers.get('location') ?? ''
  expect((await app.post(`${path}/liste`, { item: 'deliberation' })).status).toBe(303)
  expect((await app.post(`${path}/liste`, { item: 'autre' })).status).toBe(422)
  expect((await app.post(path, { ...file, wishedOn: '2027-03-14' })).status).toBe(303)

  const paper = await app.text(`${path}/pieces/deliberation`)
  for (const text of ['La &lt;grande> place', 'dimanche 14 mars 2027', '3\u202f501 votants', '[à compléter : bureaux'])
    expect(paper).toContain(text)
  expect((await app.get(`${path}/pieces/regles`)).status).toBe(404)
  const ics = await app.text(`${path}/calendrier.ics`)
  expect(ics).toContain('DTSTART;VALUE=DATE:20270314')
  expect(await app.text(`${path}/calendrier.ics`)).toBe(ics)
  const shown = await app.text(path)
  for (const text of ['n° 2', '1 sur 10', 'Où Yvette s’arrête']) expect(shown).toContain(text)

  const count = { registered: '7001', voters: '3501', blank: '101', yes: '1800', no: '1600', source: 'Procès-verbal' }
  expect((await app.post(`${path}/resultat`, count)).status).toBe(422)
  app.clock = new Date('2027-03-15T08:00:00Z')
  expect((await app.post(`${path}/resultat`, { ...count, no: '1700' })).status).toBe(422)
  expect((await app.post(`${path}/resultat`, count)).status).toBe(303)
  expect(await app.text(path)).toContain('Adopté : le résultat oblige la commune')
  await app.post(`${path}/resultat`, { ...count, voters: '3500', yes: '1799' })
  expect(await app.text(path)).toContain('ce n’est qu’un avis')
})
