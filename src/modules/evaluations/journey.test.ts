import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { surveys } from '#engines/surveys'
import { startApp, type TestApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { commitments } from '#modules/commitments'
import { measures } from '#modules/measures'
import { notifications } from '#modules/notifications'
import { evaluations } from './index.ts'

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings, surveys],
  services: [measures, catalogue, commitments, evaluations, notifications],
  now: '2026-03-02T10:00:00Z',
}
const post = { name: 'Agence postale', purpose: 'Courrier et colis.', runBy: 'commune', face: 'post' }
const dates = { opensOn: '2026-03-02', closesOn: '2026-03-15', recurrence: 'quarter' }
const good = { satisfaction: 'good', comprehension: '4', waiting: '12', contact_tried: 'desk', contact_reached: 'yes' }

/** A service and its open campaign. */
const opened = async (app: TestApp, more: Record<string, string> = {}) => {
  await app.signIn('claire')
  const service = (await app.post('/services/nouveau', post)).headers.get('location')!.split('/').at(-1)!
  const made = await app.post('/evaluations', { service, ...dates, ...more })
  expect(made.status).toBe(303)
  return { service, path: made.headers.get('location')! }
}
/** Answers from one telephone that has never been here. */
const answerOnce = async (app: TestApp, path: string, fields: Record<string, string | readonly string[]> = good) => {
  const first = await app.get(`${path}/repondre`, { cookie: '' })
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { status: (await app.post(`${path}/repondre`, fields, { cookie })).status, cookie }
}
const turn = async (app: TestApp, instant: string) => {
  app.clock = new Date(instant)
  await app.house.workers.run('evaluations.turn')
  await app.house.workers.run('commitments.settle')
  await app.settle()
}
const eventsNamed = async (app: TestApp, event: string) =>
  (
    await app.owner.pool.query<{ data: Record<string, unknown>; person: string | null }>(
      'select c.data, c.person_id as person from journal.entry e join journal.content c on c.body_id = e.body_id and c.entry_id = e.id where e.event = $1 order by e.id',
      [event],
    )
  ).rows

test('a telephone answers once a day, without a name anywhere', async () => {
  const app = await startApp(rooms)
  const { path } = await opened(app)
  const { status, cookie } = await answerOnce(app, path)
  expect(status).toBe(303)
  const again = await app.post(`${path}/repondre`, good, { cookie })
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('déjà donné votre avis')])
  expect(await (await app.get(`${path}/repondre`, { cookie })).text()).toContain('déjà donné votre avis')
  app.clock = new Date('2026-03-03T10:00:00Z')
  expect((await app.post(`${path}/repondre`, good, { cookie })).status).toBe(303)

  const missing = await app.post(`${path}/repondre`, { waiting: 'beaucoup', words: 'Mon <avis>' }, { cookie: '' })
  const shown = await missing.text()
  expect([missing.status, shown.includes('Mon &lt;avis>'), shown.includes('href="#champ-satisfaction"')]).toEqual([422, true, true])
  const { rows } = await app.owner.pool.query('select answers, channel, received_on from questionnaires.response')
  expect(rows).toHaveLength(2)
  expect(rows[0].answers).toEqual({ satisfaction: 'good', comprehension: 4, waiting: 12, contact_tried: ['desk'], contact_reached: 'yes' })
  const { rows: said } = await app.owner.pool.query(`select e.event from journal.entry e where e.event like 'evaluation.%'`)
  expect(said.map(({ event }) => event)).toEqual(['evaluation.opened'])
})

test('nothing is shown under the threshold, and figures change only with enough newcomers', async () => {
  const app = await startApp(rooms)
  const { path, service } = await opened(app)
  for (let n = 0; n < 4; n += 1) await answerOnce(app, path)
  await turn(app, '2026-03-09T10:00:00Z')
  await app.signIn(null)
  expect(await app.text(path)).toContain('Les chiffres paraîtront dès que 5 personnes auront répondu.')
  for (let n = 0; n < 3; n += 1) await answerOnce(app, path, { satisfaction: 'bad', waiting: '30' })
  await turn(app, '2026-03-10T10:00:00Z')
  expect(await app.text(path)).toContain('57\u00a0%')
  await answerOnce(app, path, { satisfaction: 'very_bad', waiting: '400' })
  await turn(app, '2026-03-18T10:00:00Z')
  const results = await app.text(`/evaluations/service/${service}`)
  expect(results).toContain('57\u00a0%') // one more answer, and closing, change no figure
  expect(results).toContain('19,7\u00a0min')
  expect(results).not.toContain('8 réponses')
  const csv = await app.inWorld(async world => {
    const rows = []
    for (const set of evaluations.openData) for await (const row of await set.rows(world)) rows.push(row)
    return rows
  })
  expect(csv).toContainEqual(expect.objectContaining({ indicateur: 'satisfaction', valeur: 57, reponses: 7 }))
  expect(csv.every(row => !('reponses' in row) || row.reponses === 0 || Number(row.reponses) >= 3)).toBe(true)
})

test('words are masked, read, then published or refused with a reason; what was written goes after a while', async () => {
  const app = await startApp(rooms)
  const { path, service } = await opened(app)
  await answerOnce(app, path, { ...good, words: 'Merci à Mme Roussel, appelez-moi au 06 12 34 56 78.' })
  await answerOnce(app, path, { ...good, words: 'L’agent du matin est incapable.' })
  const page = `/evaluations/service/${service}`
  await app.signIn(null)
  expect((await app.get('/evaluations/paroles')).headers.get('location')).toContain('/connexion')
  expect(await app.text(page)).not.toContain('Merci à')

  await app.signIn('claire')
  const list = await app.text('/evaluations/paroles')
  expect(list).toContain('Merci à [masqué], appelez-moi au [masqué].')
  const [first, second] = [...list.matchAll(/href="(\/evaluations\/paroles\/\d+)"/g)].map(found => found[1]!)
  expect(await app.text(first!)).toContain('06 12 34 56 78')
  const leak = await app.post(first!, { verdict: 'published', text: 'Appelez-moi au 06 12 34 56 78.' })
  expect([leak.status, await leak.text()]).toEqual([422, expect.stringContaining('un numéro de téléphone')])
  expect((await app.post(first!, { verdict: 'published', text: 'Merci à [masqué].' })).status).toBe(303)
  expect((await app.post(first!, { verdict: 'published', text: 'Deux fois' })).status).toBe(409)
  expect((await app.post(second!, { verdict: 'refused' })).status).toBe(422)
  await app.post(second!, { verdict: 'refused', reason: 'Vise une personne que l’on reconnaît.' })
  expect((await app.post(`${first}/reponse`, { text: 'Merci, nous le lui dirons.' })).status).toBe(303)
  await app.signIn(null)
  const shown = await app.text(page)
  expect([shown.includes('Merci à [masqué].'), shown.includes('nous le lui dirons'), shown.includes('incapable')]).toEqual([
    true,
    true,
    false,
  ])
  expect(shown).toContain('2 paroles reçues, 1 publiée, 1 refusée')

  app.clock = new Date('2026-06-20T10:00:00Z')
  await app.house.workers.run('retention')
  const { rows } = await app.owner.pool.query('select original, proposed from evaluations.word')
  expect(rows).toEqual([
    { original: null, proposed: '[masqué]' },
    { original: null, proposed: '[masqué]' },
  ])
  expect(await app.text(page)).toContain('Merci à [masqué].')
})

test('the tablet of the counter takes one opinion after another, from its own address alone, until it is stopped', async () => {
  const app = await startApp(rooms)
  const { path } = await opened(app, { fr1: 'Les horaires vous conviennent-ils ?', kind1: 'yes-no' })
  const started = await app.post(`${path}/bornes`, { place: 'Guichet 1' })
  const tablet = started.headers.get('location')!
  await app.signIn(null)
  const first = await app.text(tablet)
  expect([first.includes('Très bien'), first.includes('1 sur 4'), /<nav|connexion/.test(first)]).toEqual([true, true, false])
  const later = await app.get(`${tablet}?etape=2&satisfaction=good`)
  expect([later.headers.get('refresh'), await later.text()]).toEqual([
    `60; url=${tablet}`,
    expect.stringContaining('name="satisfaction" value="good"'),
  ])
  expect((await app.get(tablet.replace(/.$/, last => (last === '0' ? '1' : '0')))).status).toBe(404)

  const sent = await app.post(tablet, { satisfaction: 'very_bad', waiting: '30', local_1: 'no', verbatim: 'non' })
  expect(sent.headers.get('location')).toBe(`${tablet}/merci`)
  expect((await app.get(`${tablet}/merci`)).headers.get('refresh')).toBe(`8; url=${tablet}`)
  expect((await app.post(tablet, { satisfaction: 'bad' })).status).toBe(429) // nobody answers that fast
  app.clock = new Date('2026-03-02T10:00:10Z')
  expect((await app.post(tablet, { satisfaction: 'bad' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select answers, channel from questionnaires.response order by answers')
  expect(rows.map(({ channel }) => channel)).toEqual(['counter', 'counter'])
  expect(rows.map(row => row.answers)).toContainEqual({ satisfaction: 'very_bad', waiting: 30, local_1: 'no' })

  await app.signIn('claire')
  const stop = /action="([^"]+\/arret)"/.exec(await app.text(path))![1]!
  await app.post(stop)
  expect(await app.text(tablet)).toContain('ne prend plus d’avis')
  expect((await app.post(tablet, { satisfaction: 'bad' })).status).toBe(409)
})

test('paper is keyed in at the desk, and a numbered sheet counts once', async () => {
  const app = await startApp(rooms)
  const { path } = await opened(app)
  const printed = await app.post(`${path}/feuilles`, { count: '2' })
  const sheets = await app.text(printed.headers.get('location')!)
  expect([sheets.includes('Feuille n° 2'), sheets.includes('Souhaitez-vous nous en dire plus')]).toEqual([true, true])
  await app.signIn('helene')
  const keyed = await app.post(`${path}/saisie`, { ...good, channel: 'paper', sheet: '1', words: 'Écrit à la main.' })
  expect(keyed.headers.get('location')).toBe(`${path}/saisie?fait=1`)
  expect((await app.post(`${path}/saisie`, { ...good, channel: 'paper', sheet: '1' })).status).toBe(422)
  expect((await app.post(`${path}/saisie`, { ...good, channel: 'paper', sheet: '9' })).status).toBe(422)
  expect((await app.post(`${path}/saisie`, { ...good, channel: 'phone' })).status).toBe(303)
  await app.signIn('amina')
  expect((await app.post(`${path}/saisie`, { ...good, channel: 'phone' })).status).toBe(403)
  const { rows } = await app.owner.pool.query('select channel from questionnaires.response order by channel')
  expect(rows.map(({ channel }) => channel)).toEqual(['paper', 'phone'])
  const { rows: words } = await app.owner.pool.query('select original, channel from evaluations.word')
  expect(words).toEqual([{ original: 'Écrit à la main.', channel: 'paper' }])
})

test('a campaign closes by itself, feeds the promise, opens the next one; a missed promise says so; a change is told to followers', async () => {
  const app = await startApp(rooms)
  const { path, service } = await opened(app)
  const promised = await app.post('/engagements', {
    decision: 'vote:12',
    decisionTitle: 'Réorganiser le guichet',
    decisionUrl: '/comites/3',
    committee: '3',
    title: 'Attendre moins de dix minutes',
    service,
    ownerKind: 'service',
    ownerName: 'Agence postale',
    indicator: 'Temps d’attente moyen',
    unit: 'minutes',
    direction: 'at-most',
    target: '10',
    source: 'evaluation:waiting',
    dueOn: '2026-03-15',
  })
  await app.signIn('amina')
  await app.inWorld(world =>
    import('#engines/following').then(({ follow }) => follow(world, `service:${service}`, '00000000-0000-4000-8000-000000000001')),
  )
  for (let n = 0; n < 6; n += 1) await answerOnce(app, path, { satisfaction: n < 3 ? 'good' : 'bad', waiting: String(10 + n) })
  await turn(app, '2026-03-16T06:00:00Z')
  await turn(app, '2026-03-16T07:00:00Z')

  const commitment = await app.text(promised.headers.get('location')!)
  expect([commitment.includes('12,5\u00a0minutes'), commitment.includes('Engagement manqué')]).toEqual([true, true])
  expect(await eventsNamed(app, 'commitment.missed')).toEqual([
    { person: null, data: expect.objectContaining({ committee: '3', decision: 'vote:12', service, measured: 12.5, target: 10 }) },
  ])
  const { rows: campaigns } = await app.owner.pool.query('select opens_on, closes_on, follows_id from evaluations.campaign order by id')
  expect(campaigns.map(({ opens_on: from, closes_on: to }) => [from, to])).toEqual([
    ['2026-03-02', '2026-03-15'],
    ['2026-06-02', '2026-06-15'],
  ])
  expect((await answerOnce(app, path)).status).toBe(409)

  await app.signIn('claire')
  const change = {
    title: 'Un second guichet le samedi',
    text: 'Deux agents tiennent le guichet.',
    said: 'Trop d’attente.',
    on: '2026-03-16',
    indicator: 'waiting',
  }
  expect((await app.post(`/evaluations/service/${service}/changements`, { ...change, on: '2026-03-20' })).status).toBe(422)
  expect((await app.post(`/evaluations/service/${service}/changements`, change)).status).toBe(303)
  await app.settle()
  await app.signIn('amina')
  const news = await app.text('/notifications')
  expect([news.includes('Un second guichet le samedi'), news.includes('L’engagement est manqué.')]).toEqual([true, true])
  const told = await app.inWorld(world => evaluations.outcomes(world, { service, measure: null, limit: 10 }))
  expect(told[0]).toMatchObject({ title: change.title, said: { text: 'Trop d’attente.' }, done: { on: '2026-03-16' }, measured: null })
})

test('the country is compared with only once the town hall has loaded its figures, with their date and source', async () => {
  const app = await startApp(rooms)
  const { path, service } = await opened(app)
  for (let n = 0; n < 5; n += 1) await answerOnce(app, path, { satisfaction: n < 3 ? 'good' : 'bad' })
  await turn(app, '2026-03-16T06:00:00Z')
  const page = `/evaluations/service/${service}`
  expect(await app.text(page)).toContain('n’ont pas encore été chargés')
  await app.signIn('claire')
  const figure = { indicator: 'satisfaction', value: '76,5', scope: 'Toutes les démarches', source: 'Baromètre', on: '2025-12-31', url: '' }
  expect((await app.post('/evaluations/national', { ...figure, indicator: 'clarity' })).status).toBe(422)
  expect((await app.post('/evaluations/national', { ...figure, url: 'javascript:alert(1)' })).status).toBe(422)
  expect((await app.post('/evaluations/national', figure)).status).toBe(303)
  const shown = await app.text(page)
  expect([shown.includes('60\u00a0%'), shown.includes('76,5\u00a0%'), shown.includes('Baromètre, mercredi 31 décembre 2025')]).toEqual([
    true,
    true,
    true,
  ])
})

test('the poster carries a short address that leads to the questions', async () => {
  const app = await startApp(rooms)
  const { path } = await opened(app)
  const poster = await app.text(`${path}/affiche`)
  const short = /localhost(\/e\/[0-9A-Z]{6})/.exec(poster)![1]!
  await app.signIn(null)
  expect((await app.get(short)).headers.get('location')).toBe(`${path}/repondre`)
  expect((await app.get('/e/AAAAAA')).status).toBe(404)
  await app.signIn('amina')
  expect((await app.get(`${path}/affiche`)).status).toBe(403)
})

test('the invented life holds: campaigns, words, changes, and a promise that the figures missed', { timeout: 120_000 }, async () => {
  const app = await startApp({ engines: rooms.engines, services: rooms.services, demo: true })
  const { rows } = await app.owner.pool.query(`select
    (select count(*)::int from evaluations.campaign) as campaigns, (select count(*)::int from questionnaires.response) as answers,
    (select count(*)::int from evaluations.publication) as publications, (select count(*)::int from evaluations.change) as changes,
    (select array_agg(kind order by kind) from commitments.step where kind in ('kept', 'missed')) as ended`)
  expect(rows[0]).toEqual({ campaigns: 8, answers: 157, publications: 8, changes: 3, ended: ['kept', 'missed', 'missed'] })
  expect(await app.text('/evaluations')).toContain('Agence postale communale')
})

test('a machine that invents a telephone at each request is stopped, whoever is signed in, and nobody is written down', async () => {
  const app = await startApp(rooms)
  const { path } = await opened(app)
  await app.signIn('amina')
  await answerOnce(app, path, { ...good, words: 'Merci.' })
  const { rows } = await app.owner.pool.query('select kind, acts from moderation.pace_without_account order by kind')
  expect(rows).toEqual([
    { kind: 'evaluation', acts: 1 },
    { kind: 'evaluation-words', acts: 1 },
  ])
  expect((await app.owner.pool.query(`select from moderation.pace where kind like 'evaluation%'`)).rows).toHaveLength(0)
  await app.owner.pool.query(`update moderation.pace_without_account set acts = 300 where kind = 'evaluation-words'`)
  expect((await answerOnce(app, path, { ...good, words: 'Encore.' })).status).toBe(429)
  expect((await answerOnce(app, path)).status).toBe(303)
  await app.owner.pool.query(`update moderation.pace_without_account set acts = 5000 where kind = 'evaluation'`)
  expect((await answerOnce(app, path)).status).toBe(429)
  expect((await app.owner.pool.query('select from questionnaires.response')).rows).toHaveLength(2)
})
