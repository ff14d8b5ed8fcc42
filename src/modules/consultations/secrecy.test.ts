import { expect, test } from 'vitest'
import type { Actor } from '#kernel/people'
import { startApp, type TestApp } from '#kernel/testing'
import { engines, services } from '../../services.ts'
import { consultations } from './index.ts'
import { attachDevice } from './queries/participants.ts'
import { keySheet, printRun, printSheets, sheetById } from './queries/sheets.ts'
import { exportFiles } from './results/exportFiles.ts'

const seeds = [
  'Ouvrir le vendredi soir.',
  'Garder la place sans voitures.',
  'Aider les producteurs d’ici.',
  'Garder les prix.',
  'Rénover la halle.',
]
const draft = {
  title: 'Que voulez-vous pour le marché ?',
  introduction: 'Le marché va être rénové. Dites ce qui compte pour vous.',
  organiser: 'Val-sur-Yvette',
  purpose: 'Préparer le cahier des charges de la rénovation.',
  followUp: 'Le conseil répondra à chaque point partagé, en mars.',
  moderated: 'before',
  whoAdds: 'anyone',
  opensOn: '2026-09-01',
  closesOn: '2026-09-30',
  seeds: seeds.join('\n'),
}
const start = () => startApp({ engines, services, now: '2026-09-05T08:00:00Z' })
const opened = async (app: TestApp) => {
  await app.signIn('claire')
  const path = ((await app.post('/consultations', draft)).headers.get('location') ?? '').replace('/conduite', '')
  expect((await app.post(`${path}/ouverture`)).status).toBe(303)
  await app.signIn(null)
  return path
}
const vote = (app: TestApp, path: string, fields: Record<string, string>, cookie = '') => app.post(`${path}/votes`, fields, { cookie })
const openCounts = (app: TestApp) =>
  app.inWorld(async world => {
    const counts = []
    for await (const row of await consultations.openData[1]!.rows(world)) counts.push(row['d_accord'])
    return counts
  })

test('figures never say what one person answered: few people, few residents, one more voter', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  for (let n = 0; n < 4; n += 1) await vote(app, path, { statement: '1', vote: 'agree' })
  await app.house.workers.run('consultations.maps')
  expect(await app.text(`${path}/affirmations`)).toContain('Trop peu de participants pour donner des nombres')
  expect(await openCounts(app)).toEqual([null, null, null, null, null])

  app.clock = new Date('2026-09-06T08:00:00Z')
  for (let n = 0; n < 6; n += 1) await vote(app, path, { statement: '1', vote: 'agree' })
  await app.house.workers.run('consultations.maps')
  expect(await openCounts(app)).toEqual([10, null, null, null, null])

  // One verified resident: everyone's figures wait for others, and the residents' reading says nothing of her.
  app.clock = new Date('2026-09-07T08:00:00Z')
  await app.signIn('amina')
  await app.post(`${path}/votes`, { statement: '2', vote: 'disagree' })
  await app.signIn(null)
  await app.house.workers.run('consultations.maps')
  expect(await openCounts(app)).toEqual([10, null, null, null, null])
  app.clock = new Date('2026-09-08T08:00:00Z')
  for (let n = 0; n < 5; n += 1) await vote(app, path, { statement: '1', vote: 'pass' })
  await app.house.workers.run('consultations.maps')
  expect((await openCounts(app)).slice(0, 2)).toEqual([10, 0])
  const residents = await app.text(`${path}/affirmations?lecture=verifies`)
  expect(residents).toContain('Trop peu de participants pour donner des nombres')
  expect(residents).not.toContain('Groupe par groupe')
  expect(await app.text(`${path}/resultats?lecture=verifies`)).not.toMatch(/[0-9a-f]{64}/)
})

test('after the last day, the answers of a browser do not become those of a resident', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  await vote(app, path, { statement: '1', vote: 'agree' })
  app.clock = new Date('2026-10-01T08:00:00Z')
  const amina = await app.actorOf('amina')
  const { rows } = await app.owner.pool.query('select device_key from consultations.participant')
  const id = path.split('/').at(-1) ?? ''
  const attached = await app.inWorld(world =>
    attachDevice({ ...world, actor: amina }, id, rows[0].device_key, { id: amina.personId ?? '', isVerified: true }),
  )
  expect(attached).toBe(0)
  const named = await app.owner.pool.query('select from consultations.participant where person_id is not null or is_verified')
  expect(named.rows).toHaveLength(0)
})

test('a sheet keyed while an agent acts for somebody is not written under their name', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  const [claire, amina] = [await app.actorOf('claire'), await app.actorOf('amina')]
  const forAmina: Actor = { ...amina, onBehalf: { keyedBy: claire.personId ?? '', keyedByName: claire.name, channel: 'desk', form: null } }
  await app.inWorld(async world => {
    const run = await printRun(world, await printSheets(world, path.split('/').at(-1) ?? '', 1, [{ number: 1, text: 'Une.' }]))
    const sheet = await sheetById(world, run?.list[0]?.id ?? '0')
    if (sheet) await keySheet({ ...world, actor: forAmina }, sheet, [{ statement: 1, vote: 1 }])
  })
  const { rows } = await app.owner.pool.query(
    `select p.keyed_by, c.person_id from consultations.participant p, journal.entry e join journal.content c on c.body_id = e.body_id and c.entry_id = e.id where e.event = 'sheet.keyed'`,
  )
  expect(rows).toEqual([{ keyed_by: claire.personId, person_id: claire.personId }])
})

test('a statement that a spreadsheet would compute is written as a text', async () => {
  const { comments } = await exportFiles(
    [],
    [{ number: 1, text: '=HYPERLINK("https://exemple.fr")', state: 'visible', at: '2026-09-05T08:00:00Z' }],
    5,
  )
  expect(comments).toContain(`"'=HYPERLINK(`)
})

test('an import says which statement comes twice or is too long, whatever the number of lines', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.signIn('claire')
  const sent = async (lines: readonly string[]) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      title: 'Archive',
      introduction: 'Tenue ailleurs, en 2014.',
      source: 'pol.is',
      licence: 'CC BY',
    }))
      form.append(name, value)
    form.append('comments', new File([['comment-id,moderated,comment-body', ...lines].join('\n')], 'comments.csv'))
    form.append('votes', new File(['timestamp,datetime,comment-id,voter-id,vote\n1,x,1,1,1\n'], 'votes.csv'))
    const headers = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    return app.request('http://localhost/consultations/import', { method: 'POST', body: form, headers })
  }
  const many = Array.from({ length: 60_000 }, (_, n) => `${n},1,Une affirmation`)
  const twice = await sent([...many, '07,1,Encore'])
  expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('« 07 » est écrite deux fois')])
  const long = await sent([`1,1,${'x'.repeat(4001)}`])
  expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('dépasse 4')])
})
