import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { following } from '#engines/following'
import { moderation } from '#engines/moderation'
import { debate } from '#engines/debate'
import { meetings } from '#engines/meetings'
import { paper } from '#engines/paper'
import { startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { catalogue } from '#modules/catalogue'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { questions } from '#modules/questions'
import { consultations } from './index.ts'

const rooms = { engines: [paper, moderation, debate, following, answers, meetings], services: [accounts, measures, catalogue, questions, consultations, desk] }
const seeds = [
  'Le marché devrait ouvrir le vendredi soir.',
  'Il faut garder la place du marché sans voitures.',
  'Les producteurs d’ici devraient avoir les meilleures places.',
  'Le prix des emplacements doit rester le même.',
  'Le marché couvert doit être rénové avant tout.',
]
const draft = {
  title: 'Que voulez-vous pour le marché ?',
  introduction: 'Le marché va être rénové. Dites ce qui compte pour vous.',
  organiser: 'Val-sur-Yvette',
  purpose: 'Préparer le cahier des charges de la rénovation.',
  followUp: 'Le conseil répondra à chaque point partagé, en mars.',
  resultsAt: 'Sur cette page',
  moderated: 'before',
  whoAdds: 'anyone',
  opensOn: '2026-09-01',
  closesOn: '2026-09-30',
  seeds: seeds.join('\n'),
}

/** A browser of its own: it keeps the cookies it is given. */
const browser = (app: TestApp) => {
  let cookie = ''
  const keep = (response: Response) => {
    const given = response.headers.getSetCookie().find(one => one.includes('appareil='))
    if (given) cookie = given.split(';')[0]!
    return response
  }
  return {
    get cookie() {
      return cookie
    },
    post: async (path: string, fields: Record<string, string>) => keep(await app.post(path, fields, { cookie })),
    text: async (path: string) => keep(await app.get(path, { cookie })).text(),
  }
}

const opened = async (app: TestApp, changes: Partial<typeof draft> = {}) => {
  await app.signIn('claire')
  const made = await app.post('/consultations', { ...draft, ...changes })
  expect(made.status).toBe(303)
  const path = (made.headers.get('location') ?? '').replace('/conduite', '')
  expect((await app.post(`${path}/ouverture`)).status).toBe(303)
  await app.signIn(null)
  return path
}
const start = () => startApp({ ...rooms, now: '2026-09-05T08:00:00Z' })

test('an agent opens a consultation; somebody without account answers, changes their mind, and counts once', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.signIn('amina')
  expect((await app.post('/consultations', draft)).status).toBe(403)
  await app.signIn('claire')
  const short = await app.post('/consultations', { ...draft, seeds: seeds.slice(0, 4).join('\n') })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('au moins 5 affirmations')
  const path = await opened(app)

  const one = browser(app)
  expect(await one.text(`${path}/participer`)).toContain('0 sur 5')
  const voted = await one.post(`${path}/votes`, { statement: '1', vote: 'agree' })
  expect(voted.status).toBe(303)
  expect(await one.text(voted.headers.get('location') ?? '')).toContain('1 sur 5')
  await one.post(`${path}/votes`, { statement: '2', vote: 'pass' })
  await one.post(`${path}/votes`, { statement: '1', vote: 'disagree', back: 'mes-reponses' })
  await one.post(`${path}/votes`, { statement: '1', vote: 'disagree' })
  expect(await one.text(`${path}/mes-reponses`)).toContain('Pas d’accord')
  const { rows } = await app.owner.pool.query('select statement, value from consultations.vote order by statement')
  expect(rows).toEqual([
    { statement: 1, value: -1 },
    { statement: 2, value: 0 },
  ])
  const earlier = await app.owner.pool.query('select statement, value from consultations.earlier_vote')
  expect(earlier.rows).toEqual([{ statement: 1, value: 1 }])
  const journal = await app.owner.pool.query(
    `select c.person_id, c.data from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'statement.voted' order by e.id`,
  )
  expect(journal.rows).toEqual([1, 2, 1].map(statement => ({ person_id: null, data: { statement } })))

  // Another browser is somebody else; a browser that refuses the token is told why it is stopped.
  const other = browser(app)
  await other.post(`${path}/votes`, { statement: '1', vote: 'agree' })
  expect((await app.owner.pool.query('select count(*)::int as n from consultations.participant')).rows[0].n).toBe(2)
  expect(await app.text(`${path}/participer?suite=1`)).toContain('refusé le témoin')

  // A statement that does not exist, an answer that does not either, and a consultation that is closed.
  expect((await one.post(`${path}/votes`, { statement: '77', vote: 'agree' })).status).toBe(409)
  expect((await one.post(`${path}/votes`, { statement: '1', vote: 'peut-être' })).status).toBe(422)
  app.clock = new Date('2026-09-30T21:30:00Z')
  expect((await one.post(`${path}/votes`, { statement: '3', vote: 'agree' })).status).toBe(303)
  app.clock = new Date('2026-09-30T22:30:00Z')
  const late = await one.post(`${path}/votes`, { statement: '4', vote: 'agree' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Cette consultation est close')
})

test('the demonstration shows each state', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, demo: true })
  for (const id of [1, 2, 3, 4]) for (const page of ['', '/resultats', '/affirmations', '/provenance', '/participer']) if (id !== 4 || page === '') { const r = await app.get(`/consultations/${id}${page}`); console.log(id, page, r.status) }
})
