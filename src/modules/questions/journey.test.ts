import { describe, expect, test } from 'vitest'
import { answers, answersSet } from '#engines/answers'
import { following } from '#engines/following'
import { decide, type Decision, moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp, type TestApp } from '#kernel/testing'
import { mailbox } from '#modules/mailbox'
import { notifications } from '#modules/notifications'
import { questions } from './index.ts'

const rooms = { engines: [paper, moderation, following, answers], services: [questions, notifications, mailbox] }
const bench = { title: 'Les bancs seront-ils remis avant le printemps ?', text: 'Trois bancs <ont été> enlevés après la crue.' }
const refusal = {
  verdict: 'refused',
  text: 'Nous ne remettrons pas les bancs avant la fin des travaux.',
  signedFunction: 'Responsable de la participation',
}

const ask = async (app: TestApp, fields: Record<string, string> = bench) => {
  const asked = await app.post('/questions', fields)
  expect(asked.status).toBe(303)
  return asked.headers.get('location') ?? ''
}
const move = (app: TestApp, instant: string) => (app.clock = new Date(instant))
/** The address that a letter gives for leaving, from the mailbox of the demonstration. */
const leavingAddress = async (app: TestApp, subject: string) => {
  const list = await app.text('/courrier')
  const letter = [...list.matchAll(/href="(\/courrier\/[0-9a-f-]{36})">([^<]*)</g)].find(([, , title]) => title?.includes(subject))
  const shown = await app.text(letter?.[1] ?? '/courrier/none')
  return { shown, path: /href="http:\/\/localhost(\/courriers\/arreter\/[^"]+)"/.exec(shown)?.[1] ?? '' }
}

test(
  'a question is asked, answered late, appealed, answered again; its author is told and leaves in one click',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ ...rooms, now: '2026-09-01T08:00:00Z' })
    await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing") // or the database keeps its letters to itself
    await app.signIn('amina')
    await app.post('/compte/courriers', { rhythm: 'immediately' })
    const question = await ask(app)

    await app.signIn(null)
    expect(await app.text(question)).toContain('Trois bancs &lt;ont été&gt; enlevés')
    expect(await app.text('/reponses')).toContain('Attendue dans 60 jours')

    // The last day is not late; the next one is, for everybody to see, and the elected member is written to once.
    move(app, '2026-10-31T20:00:00Z')
    await app.house.workers.run('answers.escalate')
    expect(await app.text('/reponses')).toContain('Attendue aujourd’hui')
    expect(await app.text('/courrier')).not.toContain('Réponse en retard')
    move(app, '2026-10-31T23:30:00Z')
    expect(await app.text('/reponses')).toContain('En retard d’un jour')
    await app.house.workers.run('answers.escalate')
    await app.house.workers.run('answers.escalate')
    await app.settle()
    expect((await app.text('/courrier')).match(/Réponse en retard/g)).toHaveLength(1)
    expect(await app.text('/courrier')).toContain('paul@exemple.fr')
    expect(await app.text('/reponses/1')).toContain('a été prévenu du retard')

    // An agent refuses with reasons, and signs.
    await app.signIn('claire')
    expect(await app.text('/reponses/1/reponse')).toContain('value="Responsable de la participation"')
    expect((await app.post('/reponses/1/reponse', refusal)).status).toBe(303)
    expect((await app.post('/reponses/1/reponse', refusal)).status).toBe(409)
    await app.settle()
    await app.house.workers.run('following.digests')
    await app.signIn('amina')
    expect(await app.text(question)).toContain('Claire Nguyen, Responsable de la participation')
    expect(await app.text('/notifications')).toContain('La mairie a répondu : refusé.')

    // A neighbour who did not support it may not appeal; its author may, once.
    await app.signIn('louis')
    expect((await app.post('/reponses/1/appel', { reason: 'Cela ne me convient pas du tout.' })).status).toBe(403)
    await app.signIn('amina')
    const appealed = await app.post('/reponses/1/appel', { reason: 'Deux bancs sur trois sont hors de la zone des travaux.' })
    expect(appealed.status).toBe(303)
    expect((await app.post('/reponses/1/appel', { reason: 'Deux bancs sur trois sont hors de la zone des travaux.' })).status).toBe(409)

    // Somebody else answers the appeal.
    await app.signIn('claire')
    const again = await app.post('/reponses/2/reponse', { ...refusal, verdict: 'taken-up' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('une autre personne')
    await app.signIn('paul')
    expect(
      (
        await app.post('/reponses/2/reponse', {
          ...refusal,
          verdict: 'partly',
          text: 'Deux bancs reviennent en mars.',
          signedFunction: 'Adjoint',
        })
      ).status,
    ).toBe(303)
    move(app, '2026-11-01T09:00:00Z')
    await app.settle()
    await app.house.workers.run('following.digests')

    // The letter names the news, and its link leaves without signing in.
    await app.signIn(null)
    const { shown, path } = await leavingAddress(app, 'Les bancs seront-ils remis')
    expect(shown).toContain('La mairie a répondu')
    expect(await app.text(path)).toContain('Ne plus recevoir de nouvelles de ce sujet')
    const { rows: before } = await app.owner.pool.query('select * from following.leave')
    expect(before).toHaveLength(0)
    const left = await app.post(
      path,
      { 'List-Unsubscribe': 'One-Click' },
      { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    )
    expect(left.status).toBe(200)
    const { rows: after } = await app.owner.pool.query('select subject from following.leave')
    expect(after).toEqual([{ subject: 'question:1' }])
    expect((await app.post(`${path}x`)).status).toBe(404)
  },
)

test('"to be studied" promises a day, and that day is due like any other', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-09-01T08:00:00Z' })
  await app.signIn('amina')
  await ask(app)
  await app.signIn('paul')
  const studied = { ...refusal, verdict: 'to-be-studied' }
  expect((await app.post('/reponses/1/reponse', studied)).status).toBe(422)
  expect((await app.post('/reponses/1/reponse', { ...studied, reviewOn: '01/10/2026' })).status).toBe(303)
  expect(await app.text('/reponses/2')).toContain('jeudi 1er octobre 2026')
  expect((await app.post('/reponses/2/reponse', { ...studied, reviewOn: '2026-12-01' })).status).toBe(422)
  move(app, '2026-10-02T08:00:00Z')
  expect(await app.text('/reponses')).toContain('En retard d’un jour')
})

test('a first question of someone not yet verified waits to be read; the clock starts when it is', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-09-01T08:00:00Z' })
  await app.signIn('nour')
  const question = await ask(app)
  expect((await app.get(question)).status).toBe(200)
  await app.signIn('louis')
  expect((await app.get(question)).status).toBe(404)
  expect(await app.text('/questions')).not.toContain(bench.title)
  expect(await app.text('/reponses')).not.toContain(bench.title)

  move(app, '2026-09-05T08:00:00Z')
  const claire = await app.actorOf('claire')
  const moderate = (decision: Decision) => app.inWorld(world => decide({ ...world, actor: claire }, 'question:1', decision))
  expect(await moderate({ act: 'released', reason: 'Lue.' })).toEqual({ ok: true })
  await app.settle()
  expect((await app.get(question)).status).toBe(200)
  expect(await app.text('/reponses')).toContain(bench.title)
  expect(await app.text('/reponses/1')).toContain('mercredi 4 novembre 2026')

  // Hidden, its words are nowhere; the clock remains.
  expect(await moderate({ act: 'hidden', reason: 'Nom d’une personne.', ruleNumber: 1 })).toEqual({ ok: true })
  await app.settle()
  for (const path of [question, '/questions', '/reponses', '/reponses/1', '/api/v1/questions', '/api/v1/reponses'])
    expect(await app.text(path)).not.toContain(bench.title)
  expect(await app.text('/reponses')).toContain('un texte retiré par la modération')
})

describe('what was typed', () => {
  test('is kept when something is missing, and a visitor is asked to sign in', async () => {
    const app = await startApp(rooms)
    expect((await app.post('/questions', bench)).status).toBe(401)
    await app.signIn('amina')
    const refused = await app.post('/questions', { title: 'Court', text: bench.text })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Court"')
  })

  test('is not answered by a resident, nor by another commune', async () => {
    const app = await startApp({ ...rooms, demo: true })
    await app.signIn('amina')
    expect((await app.post('/reponses/1/reponse', refusal)).status).toBe(403)
    await app.signIn('odile')
    const elsewhere = await app.request('http://orsigny.localhost/reponses/1', { headers: { host: 'orsigny.localhost' } })
    expect(elsewhere.status).toBe(404)
  })
})

test('the demonstration shows each state', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, demo: true })
  const awaited = await app.text('/reponses')
  expect(awaited).toMatch(/En retard de 22 jours/)
  expect(awaited).toContain('La bibliothèque peut-elle ouvrir')
  expect(await app.text('/reponses?etat=donnees')).toContain('Retenu en partie')
  expect(await app.text('/questions')).toContain('fontaine du lavoir')
  const api = await (await app.get('/api/v1/reponses?etat=donnees')).json()
  expect(api.answers.map((one: { daysLate: number; answer: { verdict: string } }) => [one.daysLate, one.answer.verdict])).toEqual([
    [0, 'refused'],
    [0, 'partly'],
  ])
  expect((await (await app.get('/api/v1/questions')).json()).questions).toHaveLength(4)
  const lines: Record<string, unknown>[] = []
  await app.inWorld(async world => {
    for await (const line of await answersSet.rows(world)) lines.push(line)
  })
  expect(lines.map(line => [line['sorte'], line['decision'], line['jours_de_retard']])).toEqual([
    ['first', null, 0],
    ['first', 'partly', 0],
    ['first', null, 22],
    ['first', 'refused', 0],
    ['appeal', null, 0],
  ])
})
