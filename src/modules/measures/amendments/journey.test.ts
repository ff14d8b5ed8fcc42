import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp, type TestApp } from '#kernel/testing'
import { importProgramme, measures } from '../index.ts'
import type { Here } from './schema.ts'

const start = async () => {
  const app = await startApp({
    engines: [answers, debate, following, meetings, moderation, paper],
    services: [measures],
    now: '2026-11-03T09:00:00Z',
  })
  const [measure] = await app.inWorld(async (world: Here) => {
    const { measures: made } = await importProgramme(
      world,
      '# Vivre ici\n\n## Marché\n\n- Ouvrir un marché de nuit\n  La commune ouvre un marché de nuit chaque été.',
      { name: 'p.md', publish: true },
    )
    return made
  })
  await app.owner.pool.query('delete from measures.version_paragraph where measure_id = $1', [measure])
  const texts = [
    'La commune ouvre un marché de nuit chaque été.',
    'Les étals sont réservés aux producteurs voisins.',
    'Un bilan public est rendu chaque année.',
  ]
  for (const [position, text] of texts.entries()) {
    await app.owner.pool.query(
      `insert into measures.version_paragraph (body_id, measure_id, version, position, paragraph, text) values (1, $1, 1, $2, $3, $4)`,
      [measure, position, `v1-${position + 1}`, text],
    )
  }
  return { app, path: `/mesures/${measure}` }
}
type Who = Parameters<TestApp['signIn']>[0]

const propose = async (app: TestApp, who: Who, path: string, fields: Record<string, string | string[]>) => {
  await app.signIn(who)
  const filed = await app.post(`${path}/amendements`, {
    version: '1',
    gesture: 'rewrite',
    paragraph: 'v1-1',
    reason: 'Pour les familles.',
    ...fields,
  })
  expect(filed.status).toBe(303)
  return filed.headers.get('location')!
}
const idOf = (address: string) => address.split('/').at(-1)!
const events = async (app: TestApp) =>
  (await app.owner.pool.query("select event from journal.entry where event like 'amendment.%' order by id")).rows.map(row => row.event)

test('two residents amend one paragraph, the group accepts the first and arbitrates the other; the text credits both', async () => {
  const { app, path } = await start()
  const amina = await propose(app, 'amina', path, { text: 'La commune ouvre un marché de nuit <couvert> chaque été et chaque hiver.' })
  const louis = await propose(app, 'louis', path, { text: 'La commune ouvre un marché de jour chaque été.' })
  const karim = await propose(app, 'karim', path, { text: 'La commune et les commerçants ouvrent un marché de nuit chaque été.' })
  expect(await app.text(amina)).toContain('&lt;couvert>')

  await app.signIn('claire')
  const accepted = await app.post(`${amina}/decision`, { outcome: 'accept', reason: 'Bonne idée.' })
  expect(accepted.status).toBe(303)
  expect(await app.text(amina)).toContain('Accepté')
  expect(await app.text(`${path}/versions/2`)).toContain('Amina Belkacem')

  // Other words of the same paragraph: merged by the machine.
  expect((await app.post(`${karim}/decision`, { outcome: 'accept', reason: 'Les deux vont ensemble.' })).status).toBe(303)
  expect(await app.text(`${path}/versions/3`)).toContain(
    'La commune et les commerçants ouvrent un marché de nuit &lt;couvert&gt; chaque été et chaque hiver.',
  )
  expect(await app.text(karim)).toContain('Fusionné')

  // The same words: a conflict, shown to the group with both wishes.
  const refused = await app.post(`${louis}/decision`, { outcome: 'accept', reason: 'Voyons.' })
  expect(refused.status).toBe(409)
  const table = await refused.text()
  expect(table).toContain('Conflit')
  expect(table).toContain('Voyons.')
  const merged = await app.post(`${path}/fusion`, {
    amendment: idOf(louis),
    version: '3',
    'text-v1-1': 'Un marché de jour et de nuit, été comme hiver.',
    reason: 'Les deux moments.',
  })
  expect(merged.headers.get('location')).toBe(`${path}/versions/4`)
  const version = await app.text(`${path}/versions/4`)
  for (const words of ['Un marché de jour et de nuit', 'Amina Belkacem', 'Karim Benali', 'Louis Marchand', 'Les deux moments.'])
    expect(version).toContain(words)
  expect(await app.text(louis)).toContain('Ce que le groupe a tranché')
  expect(await app.text(`${path}/versions/1`)).toContain('La commune ouvre un marché de nuit chaque été.')
  const compared = await app.text(`${path}/comparer?de=1&a=4`)
  expect(compared).toContain('<ins>')
  expect(await events(app)).toEqual([
    'amendment.filed',
    'amendment.filed',
    'amendment.filed',
    'amendment.accepted',
    'amendment.merged',
    'amendment.merged',
  ])
})

test('two amendments to one paragraph are settled together: version 2 credits both', async () => {
  const { app, path } = await start()
  const amina = await propose(app, 'amina', path, { text: 'La commune ouvre un marché de soirée chaque été.' })
  const louis = await propose(app, 'louis', path, { text: 'La commune ouvre un marché de jour chaque été.' })
  await app.signIn('paul')
  expect(await app.text(amina)).toContain(`Amendement ${idOf(louis)} (Louis Marchand)`)
  const table = await app.text(`${path}/fusion?amendement=${idOf(amina)}&amendement=${idOf(louis)}`)
  expect(table).toContain('Conflit')
  const form = { amendment: [idOf(amina), idOf(louis)], version: '1', 'text-v1-1': 'La commune ouvre un marché de jour et de soirée.' }
  expect((await app.post(`${path}/fusion`, { ...form, reason: '' })).status).toBe(422)
  expect((await app.post(`${path}/fusion`, { ...form, reason: 'Les deux.' })).status).toBe(303)
  const version = await app.text(`${path}/versions/2`)
  for (const words of ['marché de jour et de soirée', 'Amina Belkacem', 'Louis Marchand']) expect(version).toContain(words)
  expect((await app.post(`${path}/fusion`, { ...form, reason: 'Encore.' })).status).toBe(409)
})

test('passages are added and removed; what was typed is kept when something is to be corrected', async () => {
  const { app, path } = await start()
  const added = await propose(app, 'amina', path, {
    gesture: 'addition',
    paragraph: 'v1-3',
    text: 'Une navette circule.\n\nElle est gratuite.',
  })
  const removed = await propose(app, 'louis', path, { gesture: 'removal', paragraph: ['v1-1', 'v1-2'] })
  const wrong = await app.post(`${path}/amendements`, {
    version: '1',
    gesture: 'rewrite',
    paragraph: 'v1-2',
    text: 'Les étals sont ouverts à tous.',
    reason: '',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Les étals sont ouverts à tous.</textarea>')
  const same = await app.post(`${path}/amendements`, {
    version: '1',
    gesture: 'rewrite',
    paragraph: 'v1-2',
    text: 'Les étals sont réservés aux producteurs voisins.',
    reason: 'Rien.',
  })
  expect(same.status).toBe(422)
  expect(
    (await app.post(`${path}/amendements`, { version: '1', gesture: 'rewrite', paragraph: 'v9-9', text: 'x', reason: 'Forgé.' })).status,
  ).toBe(422)
  expect(
    (await app.post(`${path}/amendements`, { version: '77', gesture: 'rewrite', paragraph: 'v1-2', text: 'x', reason: 'Forgé.' })).status,
  ).toBe(422)

  await app.signIn('claire')
  for (const one of [added, removed])
    expect((await app.post(`${one}/decision`, { outcome: 'accept', reason: 'D’accord.' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select paragraph, text from measures.version_paragraph where version = 3 order by position')
  expect(rows).toEqual([
    { paragraph: 'v1-3', text: 'Un bilan public est rendu chaque année.' },
    { paragraph: `a${idOf(added)}-1`, text: 'Une navette circule.' },
    { paragraph: `a${idOf(added)}-2`, text: 'Elle est gratuite.' },
  ])
})

test('an author improves, then withdraws; every wording stays; nobody else may', async () => {
  const { app, path } = await start()
  const mine = await propose(app, 'amina', path, { text: 'La commune ouvre un marché chaque soir.' })
  await app.signIn('louis')
  expect((await app.post(`${mine}/amelioration`, { text: 'Non.', reason: 'Non non.' })).status).toBe(403)
  expect((await app.post(`${mine}/retrait`)).status).toBe(403)
  expect((await app.post(`${mine}/decision`, { outcome: 'accept', reason: 'Moi.' })).status).toBe(403)
  await app.signIn('amina')
  expect(
    (await app.post(`${mine}/amelioration`, { text: 'La commune ouvre un marché chaque soir d’été.', reason: 'Plus précis.' })).status,
  ).toBe(303)
  const better = await app.text(mine)
  expect(better).toContain('Rédaction 1')
  expect(better).toContain('Plus précis.')
  expect((await app.post(`${mine}/retrait`, { reason: 'Une autre idée.' })).status).toBe(303)
  expect(await app.text(mine)).toContain('Retiré par son auteur')
  await app.signIn('claire')
  expect((await app.post(`${mine}/decision`, { outcome: 'accept', reason: 'Trop tard.' })).status).toBe(409)
  expect(await events(app)).toEqual(['amendment.filed', 'amendment.improved', 'amendment.withdrawn'])
})

test('a support counts once and can be taken back', async () => {
  const { app, path } = await start()
  const one = await propose(app, 'amina', path, { text: 'La commune ouvre un marché chaque soir.' })
  await app.signIn('louis')
  for (const _ of [1, 2]) expect((await app.post(`${one}/soutien`)).status).toBe(303)
  expect(await app.text(`${path}/amendements`)).toContain('1 soutien')
  await app.post(`${one}/soutien/retrait`)
  expect(await app.text(`${path}/amendements`)).toContain('pas encore de soutien')
  expect(await events(app)).toEqual(['amendment.filed', 'amendment.supported', 'amendment.unsupported'])
})

test('two members decide at once: one wins, the other is told so', async () => {
  const { app, path } = await start()
  const one = await propose(app, 'amina', path, { text: 'La commune ouvre un marché chaque soir.' })
  await app.signIn('claire')
  const decisions = await Promise.all(
    ['accept', 'refuse', 'accept'].map(outcome => app.post(`${one}/decision`, { outcome, reason: 'Ma décision.' })),
  )
  expect(decisions.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  const { rows } = await app.owner.pool.query('select count(*)::int as n from measures.amendment_decision')
  expect(rows[0].n).toBe(1)
})

test('every page can be read, and printed as a form', async () => {
  const { app, path } = await start()
  const one = await propose(app, 'amina', path, { text: 'La commune ouvre un marché chaque soir.' })
  await app.signIn(null)
  for (const address of [
    '/amendements',
    '/amendements?etat=tous',
    '/amendements/nouveau',
    '/amendements/nouveau?geste=modifier&paragraphe=v1-1&paragraphe=v1-2',
    '/amendements/nouveau?geste=ajouter',
    '/versions',
    '/versions/1',
    '/comparer',
  ]) {
    await app.text(`${path}${address}`)
  }
  expect(await app.text(`${path}/amendements/nouveau?geste=modifier&paragraphe=v1-2`)).toContain('paper__code')
  expect(await app.text(`${one}/debat`)).toContain('Amendement')
  for (const address of ['/versions/9', '/comparer?de=1&a=9', '/amendements/999999'])
    expect((await app.get(`${path}${address}`)).status).toBe(404)
  expect((await app.get(`${path}/fusion?amendement=${idOf(one)}`)).status).not.toBe(200)
})
