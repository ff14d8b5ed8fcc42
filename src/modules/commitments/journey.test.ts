import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { measures } from '#modules/measures'
import { notifications } from '#modules/notifications'
import { commitments, commitmentsOf, makeCommitment, recordReading } from './index.ts'

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings],
  services: [measures, catalogue, commitments, notifications],
  now: '2026-01-10T10:00:00Z',
}
const promise = {
  decisionTitle: 'Le guichet de <la poste>',
  decisionUrl: '/reponses/12',
  title: 'Attendre moins de dix minutes à la poste',
  ownerKind: 'service',
  ownerName: 'Agence postale',
  indicator: 'Temps d’attente moyen',
  unit: 'minutes',
  direction: 'at-most',
  target: '10',
  source: 'readings',
  dueOn: '2026-06-30',
}
const make = async (app: TestApp, more: Record<string, string> = {}) => {
  const made = await app.post('/engagements', { ...promise, ...more })
  expect(made.status).toBe(303)
  return made.headers.get('location') ?? ''
}
const eventsOf = async (app: TestApp, path: string) => {
  const { rows } = await app.owner.pool.query<{ event: string; data: Record<string, unknown> }>(
    'select e.event, c.data from journal.entry e join journal.content c on c.body_id = e.body_id and c.entry_id = e.id where e.subject = $1 order by e.id',
    [`commitment:${path.split('/').at(-1)}`],
  )
  return rows
}
const settle = async (app: TestApp) => {
  await app.house.workers.run('commitments.settle')
  await app.settle()
}

test('a promise is made, measured, missed the day after its last day, once, and said to those who follow the decision', async () => {
  const app = await startApp(rooms)
  await app.signIn('amina')
  expect((await app.post('/engagements', promise)).status).toBe(403)
  await app.inWorld(world =>
    import('#engines/following').then(({ follow }) => follow(world, 'answer:12', '00000000-0000-4000-8000-000000000001')),
  )

  await app.signIn('claire')
  const path = await make(app)
  expect(await app.text(path)).toContain('Le guichet de &lt;la poste>')
  app.clock = new Date('2026-05-01T10:00:00Z')
  const figure = { value: '13,5', on: '2026-05-01', source: 'Comptage au guichet' }
  expect((await app.post(`${path}/releves`, { ...figure, on: '2026-05-02' })).status).toBe(422)
  expect((await app.post(`${path}/releves`, figure)).status).toBe(303)
  const endangered = await app.text(path)
  expect(endangered).toContain('13,5')
  expect(endangered).toContain('En danger')

  app.clock = new Date('2026-06-30T21:00:00Z')
  await settle(app)
  expect(await app.text(path)).not.toContain('Engagement manqué')
  app.clock = new Date('2026-07-01T10:00:00Z')
  await Promise.all([app.house.workers.run('commitments.settle'), app.house.workers.run('commitments.settle').catch(() => {})])
  await settle(app)
  await settle(app)
  expect(await app.text(path)).toContain('Engagement manqué')

  // Two who end it at the same moment: the second is refused by the table itself.
  const ending = `insert into commitments.step (body_id, commitment_id, kind, note, taken_at, taken_on)
    select body_id, commitment_id, $1, 'Encore.', taken_at, taken_on from commitments.step where kind = 'missed'`
  for (const kind of ['missed', 'kept', 'withdrawn']) await expect(app.owner.pool.query(ending, [kind])).rejects.toThrow(/duplicate key/)

  const events = await eventsOf(app, path)
  expect(events.map(({ event }) => event)).toEqual(['commitment.made', 'commitment.measured', 'commitment.endangered', 'commitment.missed'])
  expect(events.at(-1)?.data).toMatchObject({
    title: promise.title,
    url: path,
    decision: 'answer:12',
    decisionTitle: promise.decisionTitle,
    decisionUrl: '/reponses/12',
    committee: null,
    service: null,
    measure: null,
    indicator: 'Temps d’attente moyen',
    unit: 'minutes',
    target: 10,
    measured: 13.5,
    dueOn: '2026-06-30',
  })
  await app.signIn('amina')
  expect(await app.text('/notifications')).toContain('L’engagement est manqué.')
  for (const list of ['/engagements', '/engagements?etat=kept', '/engagements?q=introuvable'])
    expect((await app.text(list)).includes(promise.title), list).toBe(!list.includes('introuvable'))
})

test('a promise whose last figure meets the target is kept; one put off keeps its first date in sight', async () => {
  const app = await startApp(rooms)
  await app.signIn('paul')
  const kept = await make(app)
  const late = await make(app, { title: 'Une seconde promesse, repoussée', decisionUrl: '/mesures/4/debat' })
  await app.post(`${kept}/releves`, { value: '10', on: '2026-01-10', source: 'Comptage' })
  expect((await app.post(`${kept}/etapes`, { kind: 'missed', note: 'Non.' })).status).toBe(422)
  const early = await app.post(`${late}/etapes`, { kind: 'delay', note: 'Travaux au guichet.', dueOn: '2026-06-01' })
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('La nouvelle date doit venir après')])
  expect((await app.post(`${late}/etapes`, { kind: 'delay', note: 'Travaux au guichet.', dueOn: '2026-12-31' })).status).toBe(303)

  app.clock = new Date('2026-07-01T10:00:00Z')
  await settle(app)
  expect(await app.text(kept)).toContain('Engagement tenu')
  const shown = await app.text(late)
  expect(shown).toContain('date promise au départ : mardi 30 juin 2026')
  expect(shown).toContain('Travaux au guichet.')
  expect((await eventsOf(app, kept)).at(-1)?.event).toBe('commitment.kept')
  app.clock = new Date('2027-01-01T10:00:00Z')
  await settle(app)
  expect((await eventsOf(app, late)).at(-1)?.data).toMatchObject({ decision: 'measure:4', measured: null, dueOn: '2026-12-31' })
  const again = await app.post(`${late}/etapes`, { kind: 'withdrawn', note: 'Trop tard.' })
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Cet engagement est terminé')])
})

test('the form refuses a promise without end, without decision, or measured by the evaluation of no service', async () => {
  const app = await startApp(rooms)
  await app.signIn('claire')
  const refusedFor = async (more: Record<string, string>) => {
    const answer = await app.post('/engagements', { ...promise, ...more })
    return [answer.status, /href="#champ-(\w+)"/.exec(await answer.text())?.[1]]
  }
  expect(await refusedFor({ dueOn: '2026-01-10' })).toEqual([422, 'dueOn'])
  expect(await refusedFor({ reviewOn: '2026-08-01' })).toEqual([422, 'reviewOn'])
  expect(await refusedFor({ decisionUrl: '/services/3' })).toEqual([422, 'decisionUrl'])
  expect(await refusedFor({ decisionUrl: '//mal.example/mesures/3' })).toEqual([422, 'decisionUrl'])
  expect(await refusedFor({ source: 'evaluation:waiting' })).toEqual([422, 'service'])
  expect(await refusedFor({ service: '999' })).toEqual([422, 'service'])
  expect(await refusedFor({ target: 'beaucoup' })).toEqual([422, 'target'])

  const link = '/engagements/nouveau?decision=vote:12&titre=Le+vote+du+comit%C3%A9&retour=/comites/3&comite=3'
  const form = await app.text(link)
  expect(form).toContain('<a href="/comites/3">Le vote du comité</a>')
  expect(form).toContain('name="committee" value="3"')
})

test('another room makes a promise and gives its figures', async () => {
  const app = await startApp(rooms)
  await app.inWorld(async world => {
    const made = await makeCommitment(world, {
      ...promise,
      decision: 'vote:7',
      decisionUrl: '/comites/2',
      committee: '2',
      service: null,
      measure: null,
      ownerKind: 'service',
      direction: 'at-most',
      target: 10,
      source: 'readings',
      reviewOn: null,
    })
    await recordReading(world, { commitment: made, on: world.today, value: 8, source: 'Enquête', url: '/enquetes/4' })
    const [found, ...others] = await commitmentsOf(world, { committee: '2' })
    expect([found?.id, found?.readings.map(({ value, url }) => [value, url]), others]).toEqual([made, [[8, '/enquetes/4']], []])
    expect(await commitmentsOf(world, { committee: '3' })).toEqual([])
  })
})

test('steps, money and a review clause are followed; who wrote, amended or supported what led to it is told of each step', async () => {
  const app = await startApp(rooms)
  await app.inWorld(async world => {
    const { interested } = await import('#engines/following')
    await interested(world, 'measure:4', cast.amina.id, 'supporter')
    await interested(world, 'amendment:9', cast.louis.id, 'author')
    await makeCommitment(world, {
      ...promise,
      decision: 'measure:4',
      decisionUrl: '/mesures/4',
      committee: null,
      service: null,
      measure: null,
      ownerKind: 'service',
      direction: 'at-most',
      target: 10,
      source: 'readings',
      reviewOn: null,
      origins: [{ subject: 'amendment:9', title: 'Un banc <devant> le guichet', url: '/mesures/4/amendements/9' }],
    })
  })
  const path = '/engagements/1'
  await app.signIn('amina')
  for (const door of ['jalons', 'jalons/etapes', 'argent', 'revoyure', 'revoyure/retour'])
    expect((await app.post(`${path}/${door}`, {})).status, door).toBe(403)

  await app.signIn('paul')
  expect((await app.post(`${path}/jalons`, { title: 'Guichet livré', dueOn: '2026-01-09' })).status).toBe(422)
  expect((await app.post(`${path}/jalons`, { title: 'Guichet livré', dueOn: '2026-02-28' })).status).toBe(303)
  const step = { milestone: '1', kind: 'delay', note: 'Grève du fournisseur.', dueOn: '2026-03-31' }
  expect((await app.post(`${path}/jalons/etapes`, { ...step, note: '' })).status).toBe(422)
  expect((await app.post(`${path}/jalons/etapes`, { ...step, milestone: '7' })).status).toBe(422)
  expect((await app.post(`${path}/jalons/etapes`, step)).status).toBe(303)
  const line = { kind: 'voted', cents: '12 000,50', on: '2026-01-10', label: 'Budget 2026, chapitre 21', source: 'Délibération 4', url: '' }
  expect((await app.post(`${path}/argent`, { ...line, cents: '0' })).status).toBe(422)
  for (const more of [
    {},
    { kind: 'spent', cents: '9000' },
    { kind: 'spent', cents: '-500', label: 'Correction : facture comptée deux fois' },
  ])
    expect((await app.post(`${path}/argent`, { ...line, ...more })).status).toBe(303)
  const clause = { kind: 'spending', on: '', amount: '80', condition: '', agenda: 'council' }
  expect((await app.post(`${path}/revoyure`, { ...clause, agenda: 'committee' })).status).toBe(422)
  expect((await app.post(`${path}/revoyure`, clause)).status).toBe(303)
  await settle(app)
  const shown = await app.text(path)
  for (const text of [
    '12\u202f000,50\u00a0€',
    '8\u202f500,00\u00a0€',
    '3\u202f500,50\u00a0€',
    'date promise au départ : samedi 28 février 2026',
  ])
    expect(shown).toContain(text)
  expect(shown).toContain('Un banc &lt;devant> le guichet')

  app.clock = new Date('2026-04-01T10:00:00Z')
  await app.post(`${path}/argent`, { ...line, kind: 'spent', cents: '1101', on: '2026-04-01' })
  for (let again = 0; again < 2; again += 1) await settle(app)
  const events = (await eventsOf(app, path)).map(({ event }) => event)
  expect(events.filter(event => event === 'commitment.milestone-late')).toHaveLength(1)
  expect(events.filter(event => event === 'commitment.returned')).toHaveLength(1)
  await app.inWorld(async world => {
    const { record } = await import('#kernel/journal')
    const decided = { title: 'Le guichet <du soir>', label: '2026-12', url: '/conseil/deliberations/5', heldOn: '2026-03-02' }
    const measures = [{ measure: '1', stage: 'decided' }]
    for (const _ of [1, 2]) await record(world, 'council.decided', { subject: 'deliberation:5', content: { ...decided, measures } })
  })
  await app.settle()
  expect((await app.owner.pool.query('select title, decided_on from commitments.decision')).rows).toEqual([
    { title: '2026-12 · Le guichet <du soir>', decided_on: '2026-03-02' },
  ])
  const dashboard = await app.text('/engagements/mandat')
  expect(dashboard).toContain('Un engagement en retard')
  for (const filter of ['?etat=kept', '?etat=shaping', '?theme=99', '?page=9'])
    expect(await app.text(`/engagements/mandat${filter}`), filter).toContain(promise.title)
  expect((await app.post(`${path}/revoyure/retour`, { clause: '1', note: 'Encore.' })).status).toBe(409)
  expect((await app.post(`${path}/jalons/etapes`, { ...step, kind: 'done', note: '', dueOn: '' })).status).toBe(303)
  expect(await app.text(path)).toContain('Faite en retard')
  await settle(app)
  for (const who of ['amina', 'louis'] as const) {
    await app.signIn(who)
    const told = await app.text('/notifications')
    for (const text of [
      'Une étape est fixée.',
      'Une étape est repoussée.',
      'Une étape est en retard.',
      'De l’argent est dépensé.',
      'La décision revient',
    ])
      expect(told, who).toContain(text)
  }
})
