import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { sql } from '#kernel/db'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { roll } from '#modules/roll'
import { ballots } from './index.ts'
import { recount } from './results/recount.ts'

const start = () =>
  startApp({
    engines: [paper, moderation, debate, following, answers, meetings],
    services: [accounts, roll, measures, ballots, desk],
    now: '2026-11-20T08:00:00.000Z',
  })
const frame = {
  title: 'Quel horaire pour la piscine ?',
  introduction: 'La piscine ne peut ouvrir qu’un soir de plus. **Lequel ?**',
  purpose: 'Le conseil municipal décidera de l’horaire en décembre.',
  organiser: 'Val-sur-Yvette',
  opensOn: '2026-11-21',
  opensHour: '9 h',
  closesOn: '2026-11-28',
  closesHour: '20:00',
  secrecy: 'public',
}
const closed = new Date('2026-11-28T19:00:00.000Z')

/** A rule, a vote with these questions, announced. Returns its address. */
const announce = async (app: TestApp, fields: Record<string, string> = {}, questions: readonly Record<string, string>[] = [yesNo]) => {
  await app.signIn('claire')
  const rule = (
    await app.post('/liste-de-participation/regles', { name: 'Habitants', explanation: 'Qui vit ici décide ici.', residence: 'verified' })
  ).headers.get('location')!
  await app.post(`${rule}/publication`)
  const drafted = await app.post('/votes', { ...frame, rule: rule.split('/').at(-1)!, ...fields })
  const path = drafted.headers.get('location')!.replace('/conduite', '')
  for (const question of questions) expect((await app.post(`${path}/questions`, question)).status).toBe(303)
  expect((await app.post(`${path}/annonce`)).status).toBe(303)
  return path
}
const yesNo = { title: 'Faut-il ouvrir la piscine le jeudi soir ?', kind: 'yes-no' }
const judgment = { title: 'Que pensez-vous de chaque soir ?', kind: 'judgment', options: 'Mardi\nJeudi | après le marché\nVendredi' }

const tick = (app: TestApp) => app.house.workers.run('ballots.clock')
const at = (app: TestApp, instant: string) => void (app.clock = new Date(instant))
const vote = (app: TestApp, path: string, fields: Record<string, string | string[]>) =>
  app.post(`${path}/voter`, { act: 'cast', ...fields })

test('from a draft to a published result: residents vote, change their mind, and find their ballot', async () => {
  const app = await start()
  await app.signIn('claire')
  const path = await announce(app)
  expect((await app.post(`${path}/questions`, yesNo)).status).toBe(409)
  await app.signIn('amina')
  expect((await vote(app, path, { q1: '1' })).status).toBe(409)

  at(app, '2026-11-21T08:00:00.000Z')
  await tick(app)
  expect(await app.text(path)).toContain('Ce vote n’est pas secret')
  expect((await app.post(`${path}/voter`, { act: 'draft', q1: '1' })).status).toBe(303)
  expect(await app.text(`${path}/voter`)).toContain('Brouillon : pas encore déposé')
  expect(await app.text(path)).toContain('Votre bulletin n’est pas encore déposé')

  expect((await vote(app, path, { q1: '1' })).headers.get('location')).toBe(`${path}/mon-bulletin`)
  const receipt = await app.text(`${path}/mon-bulletin`)
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)![0]
  expect(receipt).toContain('Oui')
  await vote(app, path, { q1: '2' })
  const changed = await app.text(`${path}/mon-bulletin`)
  expect(changed).toContain(number)
  expect(changed).toContain('Non')

  for (const [name, q1] of [
    ['louis', '1'],
    ['karim', '1'],
    ['sophie', 'blank'],
  ] as const) {
    await app.signIn(name)
    expect((await vote(app, path, { q1 })).status).toBe(303)
  }
  await app.signIn('nour')
  expect((await vote(app, path, { q1: '1' })).status).toBe(403)
  expect(await app.text(path)).toContain('Votre domicile n’est pas vérifié')

  app.clock = closed
  await app.signIn('jeanne')
  expect((await vote(app, path, { q1: '1' })).status).toBe(409)
  await tick(app)
  expect((await app.get(`${path}/resultats`)).status).toBe(404)
  at(app, '2026-11-28T19:01:00.000Z')
  await tick(app)

  const results = await app.text(`${path}/resultats`)
  expect(results).toContain('« Oui » arrive en tête : 2 voix')
  expect(results).toContain('3 bulletins exprimés, 1 blanc')
  expect(await app.text(`${path}/bulletins?numero=${number}`)).toContain('Non')
  expect(await app.text(`${path}/bulletins?numero=AAAA-AAAA-AAAA`)).toContain('Ce numéro n’est pas dans la liste')
  const csv = await app.text(`${path}/bulletins.csv`)
  expect(csv.split('\n')[0]).toBe('bulletin,q1_1,q1_2')
  expect(csv).toContain(`${number},,1`)
  const bundle = JSON.parse(await app.text(`${path}/depouillement.json`))
  expect(bundle.ballots).toHaveLength(4)
  expect(results).toContain(bundle.digest)
  expect(results).toContain('bin/yvette compute recount vote-')
  expect(recount(bundle)).toMatchObject({
    ok: true,
    ballots: 4,
    isSame: true,
    isSameDigest: true,
    isOneBallotEach: true,
    result: bundle.result,
  })
  const stuffed = { ...bundle, ballots: [...bundle.ballots, bundle.ballots[0]] }
  expect(recount(stuffed)).toMatchObject({ ok: true, ballots: 5, isSame: false, isSameDigest: false, isOneBallotEach: false })
})

test('nobody sees a partial result: a request reads its own ballot only, and the link is destroyed at the count', async () => {
  const app = await start()
  const path = await announce(app)
  at(app, '2026-11-22T08:00:00.000Z')
  for (const name of ['amina', 'louis', 'karim'] as const) {
    await app.signIn(name)
    await vote(app, path, { q1: '1' })
  }
  const seenBy = (person: string) =>
    app.house.application.transact({ body: 1, person }, async db => {
      await sql`select set_config('yvette.person', ${person}, true)`.execute(db)
      return (await sql`select person_id from ballots.entry`.execute(db)).rows
    })
  expect(await seenBy(cast.claire.id)).toEqual([])
  expect(await seenBy(cast.amina.id)).toEqual([{ person_id: cast.amina.id }])
  await app.signIn('claire')
  const run = await app.text(`${path}/conduite`)
  expect(run).toContain('Aucun résultat partiel n’existe')

  app.clock = new Date('2026-11-28T19:02:00.000Z')
  await tick(app)
  await tick(app)
  expect((await app.owner.pool.query('select count(*)::int as n from ballots.entry')).rows).toEqual([{ n: 0 }])
  const { rows } = await app.owner.pool.query('select pseudonym from ballots.counted')
  expect(rows).toHaveLength(3)
  const written = await app.owner.pool.query(`select string_agg(c.data::text, ' ') as told from journal.content c`)
  for (const { pseudonym } of rows) expect(written.rows[0].told).not.toContain(pseudonym)
})

test('paper and station: the first channel closes the others, a sheet is entered twice, and both counts are published', async () => {
  const app = await start()
  const path = await announce(app, { hasPaper: 'oui' }, [judgment])
  at(app, '2026-11-22T08:00:00.000Z')
  await app.signIn('amina')
  expect((await vote(app, path, { 'q1-1': '5', 'q1-2': '0', 'q1-3': '2' })).status).toBe(303)
  await app.signIn('louis')
  await vote(app, path, { 'q1-1': '1', 'q1-2': '1' })

  await app.signIn('claire')
  const station = `${path}/bureau`
  expect(await app.text(`${station}?nom=karim`)).toContain(`personne=${cast.karim.id}`)
  expect((await app.post(`${station}/marques`, { person: cast.karim.id, channel: 'station' })).status).toBe(303)
  expect((await app.post(`${station}/marques`, { person: cast.karim.id, channel: 'station' })).status).toBe(409)
  expect((await app.post(`${station}/marques`, { person: cast.nour.id, channel: 'station' })).status).toBe(403)
  expect((await app.post(`${station}/marques`, { person: cast.louis.id, channel: 'station' })).status).toBe(409)
  expect(await app.text(`${station}?personne=${cast.louis.id}`)).toContain('A déjà voté en ligne')
  expect((await app.post(`${station}/revocation`, { person: cast.louis.id, reason: '' })).status).toBe(422)
  expect((await app.post(`${station}/revocation`, { person: cast.louis.id, reason: 'Préfère le papier.' })).status).toBe(303)
  expect((await app.post(`${station}/marques`, { person: cast.louis.id, channel: 'station' })).status).toBe(303)
  await app.signIn('karim')
  expect(await (await vote(app, path, { 'q1-1': '0' })).text()).toContain('Vous avez déjà voté au bureau de vote')

  app.clock = new Date('2026-11-28T19:02:00.000Z')
  await tick(app)
  await app.signIn('claire')
  expect(await app.text(`${path}/feuille-de-depouillement`)).toContain('Vendredi')
  const table = (
    await app.post(`${path}/depouillement`, { place: 'Mairie, table 1', scrutineers: 'Amina Belkacem, Louis Marchand' })
  ).headers.get('location')!
  const sheet = {
    papiers: '2',
    nuls: '0',
    'q1-1-m0': '0',
    'q1-1-m4': '2',
    'q1-2-m1': '2',
    'q1-3-m2': '1',
    'q1-3-m3': '1',
  }
  expect((await app.post(table, { ...sheet, 'q1-1-m4': '3' })).status).toBe(422)
  expect((await app.post(table, sheet)).status).toBe(303)
  expect((await app.post(table, sheet)).status).toBe(409)
  expect((await app.post(`${path}/publication`)).status).toBe(409)
  await app.signIn('marc')
  expect(await app.text(table)).not.toContain('value="2"')
  expect((await app.post(table, { ...sheet, 'q1-3-m2': '2', 'q1-3-m3': '' })).status).toBe(303)
  expect(await app.text(table)).toContain('Les deux saisies diffèrent')
  expect((await app.post(`${path}/publication`)).status).toBe(409)
  expect((await app.post(table, sheet)).status).toBe(422)
  expect((await app.post(table, { ...sheet, reason: 'Relu avec les scrutateurs.' })).status).toBe(303)
  expect((await app.post(`${path}/publication`)).headers.get('location')).toBe(`${path}/resultats`)
  const results = await app.text(`${path}/resultats`)
  expect(results).toContain('« Jeudi » l’emporte avec la mention majoritaire « Très bien »')
  expect(results).toContain('Relu avec les scrutateurs.')
  expect(results).toContain('Autant de bulletins de papier que de personnes notées : 2')
})

test('a ballot is checked: too many choices, too many points, a rank that does not exist', async () => {
  const app = await start()
  const path = await announce(app, {}, [
    { title: 'Quels deux chemins refaire ?', kind: 'choice', most: '2', options: 'Lavoir\nMoulin\nGare' },
    { title: 'Comment partager dix points ?', kind: 'points', most: '10', options: 'Bancs\nArbres' },
    { title: 'Dans quel ordre ?', kind: 'ranking', options: 'Nord\nSud\nEst' },
  ])
  at(app, '2026-11-22T08:00:00.000Z')
  await app.signIn('amina')
  const wrong = await vote(app, path, { q1: ['1', '2', '3'], 'q2-1': '6', 'q2-2': '5', 'q3-1': '4' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('Choisissez au plus 2 propositions')
  expect(page).toContain('Répartissez au plus 10 points')
  expect(page).toContain('Indiquez un nombre parmi ceux proposés')
  expect((await vote(app, path, { q1: ['1', '3'], 'q2-1': '6', 'q2-2': '4', 'q3-1': '1', 'q3-2': '1' })).status).toBe(303)
  expect(await app.text(`${path}/mon-bulletin`)).toContain('Lavoir · Gare')
})

test('a vote is cancelled with its reason, and its ballots go uncounted', async () => {
  const app = await start()
  const path = await announce(app)
  at(app, '2026-11-22T08:00:00.000Z')
  await app.signIn('amina')
  await vote(app, path, { q1: '1' })
  await app.signIn('claire')
  expect((await app.post(`${path}/annulation`, { reason: '' })).status).toBe(422)
  expect((await app.post(`${path}/annulation`, { reason: 'La question était ambiguë.' })).status).toBe(303)
  await tick(app)
  expect((await app.owner.pool.query('select count(*)::int as n from ballots.entry')).rows).toEqual([{ n: 0 }])
  await app.signIn('amina')
  expect(await app.text(path)).toContain('La question était ambiguë.')
  expect((await vote(app, path, { q1: '1' })).status).toBe(409)
})

test('somebody without a screen votes at the desk, through the same form, and may still change it there', async () => {
  const app = await start()
  const path = await announce(app)
  at(app, '2026-11-22T08:00:00.000Z')
  expect((await app.post(`/guichet/personnes/${cast.jeanne.id}/saisie`, { channel: 'desk' })).status).toBe(303)
  expect((await vote(app, path, { q1: '1' })).status).toBe(303)
  expect((await vote(app, path, { q1: '2' })).status).toBe(303)
  await app.post('/guichet/fin')
  const { rows } = await app.owner.pool.query('select person_id, channel, keyed_by from roll.mark')
  expect(rows).toEqual([{ person_id: cast.jeanne.id, channel: 'desk', keyed_by: cast.claire.id }])
  await app.signIn('jeanne')
  expect(await app.text(path)).toContain('Votre bulletin est déposé')
})

test('an agent who acts for somebody never reads the ballot they cast, nor their draft', async () => {
  const app = await start()
  const path = await announce(app)
  at(app, '2026-11-22T08:00:00.000Z')
  await app.signIn('amina')
  await vote(app, path, { q1: '2' })
  await app.post(`${path}/voter`, { act: 'draft', q1: '1' })
  await app.signIn('claire')
  await app.post(`/guichet/personnes/${cast.amina.id}/saisie`, { channel: 'desk' })
  expect((await app.get(`${path}/mon-bulletin`)).status).toBe(303)
  const page = await app.text(`${path}/voter`)
  expect(page).toContain('Déposé')
  expect(page).not.toContain('checked')
})

test('a tie is said, and settled by a public lot that anyone can see', async () => {
  const app = await start()
  const path = await announce(app, {}, [{ title: 'Quel chemin refaire d’abord ?', kind: 'approval', options: 'Lavoir\nMoulin\nGare' }])
  at(app, '2026-11-22T08:00:00.000Z')
  await app.signIn('amina')
  await vote(app, path, { q1: ['1', '3'] })
  app.clock = new Date('2026-11-28T19:02:00.000Z')
  await tick(app)
  await app.signIn('claire')
  const results = await app.text(`${path}/resultats`)
  expect(results).toContain('Égalité entre « Lavoir », « Gare »')
  expect(results).toContain('parmi=Lavoir&amp;parmi=Gare')
  expect((await app.post(`${path}/departage`, { question: '1', option: '2', lot: '/tirages/3' })).status).toBe(422)
  expect((await app.post(`${path}/departage`, { question: '1', option: '3', lot: 'https://exemple.fr/tirage' })).status).toBe(303)
  expect((await app.post(`${path}/departage`, { question: '1', option: '1', lot: '/tirages/4' })).status).toBe(409)
  expect(await app.text(`${path}/resultats`)).toContain('Départagé par tirage au sort public : Gare')
})
