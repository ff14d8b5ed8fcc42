import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { electionOf, equalShares, readPabulib } from '#engines/equalShares'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { surveys } from '#engines/surveys'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { catalogue } from '#modules/catalogue'
import { commitments } from '#modules/commitments'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { notifications } from '#modules/notifications'
import { population } from '#modules/population'
import { portal } from '#modules/portal'
import { roll } from '#modules/roll'
import { budgets } from './index.ts'

const start = () =>
  startApp({
    engines: [paper, moderation, debate, following, answers, meetings, surveys],
    services: [accounts, population, measures, catalogue, commitments, roll, budgets, notifications, portal, desk],
    now: '2027-01-05T09:00:00Z',
  })

const form = {
  title: 'Budget participatif 2027',
  summary: 'Trente mille euros.',
  envelope: '30 000',
  ceiling: '',
  sectors: 'Bourg\nPlateau',
  ideasFrom: '2027-01-05',
  ideasUntil: '2027-01-31',
  studyUntil: '2027-02-28',
  voteFrom: '2027-03-01',
  voteUntil: '2027-03-15',
  proposeRule: '',
  voteRule: '',
  voteKind: 'approval',
  mostChoices: '',
  points: '',
  method: 'equal-shares',
  note: '',
}

const opened = async (app: TestApp, changes: Partial<typeof form> = {}) => {
  await app.signIn('claire')
  const made = await app.post('/budgets', { ...form, ...changes })
  expect(made.status).toBe(303)
  const path = made.headers.get('location')!.replace('/conduite', '')
  expect((await app.post(`${path}/publication`)).status).toBe(303)
  return path
}
const propose = async (app: TestApp, path: string, title: string, more: Record<string, string> = {}) => {
  const sent = await app.post(`${path}/idees`, { title, text: `${title}, pour tous et dès cet été.`, isNew: 'oui', ...more })
  expect(sent.status).toBe(303)
  return sent.headers.get('location')!
}
const study = (app: TestApp, idea: string, euros: number) =>
  app.post(`${idea}/etude`, {
    outcome: 'admissible',
    reason: 'Faisable sur un terrain communal.',
    saidAs: 'Voirie',
    lines: `Travaux : ${euros}`,
  })
const numberOf = (idea: string) => idea.split('/').at(-1)!

test('an agent publishes the rules; what has begun no longer changes', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.signIn('amina')
  expect((await app.post('/budgets', form)).status).toBe(403)
  await app.signIn('claire')
  expect((await app.post('/budgets', { ...form, voteFrom: '2027-02-28' })).status).toBe(422)
  const made = await app.post('/budgets', form)
  const path = made.headers.get('location')!.replace('/conduite', '')
  await app.signIn(null)
  expect((await app.get(path)).status).toBe(404)
  await app.signIn('claire')
  await app.post(`${path}/publication`)
  expect((await app.post(`${path}/regles`, { ...form, envelope: '40 000' })).status).toBe(422) // no reason given
  expect((await app.post(`${path}/regles`, { ...form, envelope: '40 000', note: 'Le conseil a ajouté 10 000 €.' })).status).toBe(303)
  await app.signIn(null)
  expect(await app.text(`${path}/regles`)).toContain('Le conseil a ajouté 10 000 €.')
  app.clock = new Date('2027-03-02T09:00:00Z')
  await app.signIn('claire')
  const late = await app.post(`${path}/regles`, { ...form, envelope: '50 000', note: 'Encore.' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Cette règle est figée')
})

test('an idea is proposed, looked at beside its like, studied, refused, appealed, adapted, merged', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  expect((await app.post('/budgets/carte/lieux', { name: 'Le Lavoir', point: '48,7012 2,1915' })).status).toBe(303)
  const place = /name="namedPlace"[\s\S]*?value="(\d+)"[^>]*>Le Lavoir/.exec(await app.text(`${path}/idees/nouvelle`))![1]!

  await app.signIn('amina')
  const fountain = await propose(app, path, 'Une fontaine <à boire> au lavoir', { namedPlace: place })
  const page = await app.text(fountain)
  expect(page).toContain('Une fontaine &lt;à boire> au lavoir')
  expect(page).toContain('place-map__mark')

  await app.signIn('louis')
  const alike = await app.post(`${path}/idees`, { title: 'Une fontaine à boire au lavoir', text: 'Pour boire en été, au lavoir.' })
  expect(alike.status).toBe(200)
  expect(await alike.text()).toContain('Ces idées ressemblent à la vôtre')
  const twin = await propose(app, path, 'Une fontaine à boire au lavoir')
  expect((await app.post(`${fountain}/modification`, { title: 'Autre chose', text: 'Un texte assez long pour passer.' })).status).toBe(403)

  await app.signIn('claire')
  expect(
    (await app.post(`${fountain}/etude`, { outcome: 'admissible', reason: 'Faisable sans peine.', saidAs: 'Voirie', lines: 'rien' }))
      .status,
  ).toBe(422)
  await app.post(`${fountain}/etude`, { outcome: 'inadmissible', reason: 'Le terrain est en zone inondable.', saidAs: 'Voirie', lines: '' })
  await app.signIn('amina')
  expect(await app.text(fountain)).toContain('Le terrain est en zone inondable.')
  expect((await app.post(`${fountain}/recours`, { appeal: 'Elle serait sur la place, hors de l’eau.' })).status).toBe(303)
  expect((await app.post(`${fountain}/recours`, { appeal: 'Et encore une fois, pour voir.' })).status).toBe(409)
  await app.signIn('claire')
  expect((await app.post(`${fountain}/recours/reponse`, { decision: 'reopened', answer: 'Vous avez raison, nous revoyons.' })).status).toBe(
    303,
  )
  await app.post(`${fountain}/etude`, { outcome: 'to-adapt', reason: 'Dites où sur la place exactement.', saidAs: 'Voirie', lines: '' })
  await app.signIn('amina')
  expect(
    (
      await app.post(`${fountain}/modification`, {
        title: 'Une fontaine sur la place du lavoir',
        text: 'Contre le mur nord, près du banc.',
      })
    ).status,
  ).toBe(303)
  expect(await app.text(fountain)).toContain('Version 1 : Une fontaine')

  await app.signIn('claire')
  expect((await app.post(`${twin}/fusion`, { into: numberOf(twin), mergeReason: 'La même chose.' })).status).toBe(422)
  expect((await app.post(`${twin}/fusion`, { into: numberOf(fountain), mergeReason: 'Les deux demandent la même fontaine.' })).status).toBe(
    303,
  )
  expect((await study(app, fountain, 5000)).status).toBe(303)
  await app.signIn(null)
  const final = await app.text(fountain)
  for (const said of ['Amina Belkacem, Louis Marchand', 'Recevable', 'Travaux']) expect(final).toContain(said)
  expect(await app.text(twin)).toContain(`href="${fountain}"`)
  await app.settle()
  await app.signIn('louis')
  expect(await app.text('/notifications')).toContain('Étudiée')
})

test('a ballot is a draft until it is cast, then changes until the close; nobody votes twice', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, { voteKind: 'knapsack', envelope: '10 000' })
  await app.signIn('amina')
  const [one, two, three] = [
    await propose(app, path, 'Des bancs'),
    await propose(app, path, 'Une halle'),
    await propose(app, path, 'Un verger'),
  ]
  await app.signIn('claire')
  for (const [idea, cost] of [
    [one, 4000],
    [two, 7000],
    [three, 5000],
  ] as const)
    await study(app, idea, cost)
  expect((await app.get(`${path}/vote`)).status).toBe(409)
  app.clock = new Date('2027-03-02T09:00:00Z')

  await app.signIn('louis')
  await app.post(`${path}/vote`, { projects: [numberOf(one), numberOf(three)], act: 'save' })
  const draft = await app.text(`${path}/vote`)
  expect(draft).toContain('Brouillon : ce bulletin n’est pas déposé')
  expect(draft).toMatch(/2 projets : 9.000.€ sur 10.000.€/)
  expect(await app.text('/')).toContain('il n’est pas déposé')
  const dear = await app.post(`${path}/vote`, { projects: [numberOf(one), numberOf(two)], act: 'cast' })
  expect(dear.status).toBe(422)
  expect(await dear.text()).toContain('dépassent l’enveloppe')
  const review = await app.post(`${path}/vote`, { projects: numberOf(two), act: 'review' })
  expect(await review.text()).toContain('Ce bulletin n’est pas encore déposé')
  expect((await app.post(`${path}/vote`, { projects: numberOf(two), act: 'cast' })).status).toBe(303)
  expect(await app.text(`${path}/vote`)).toContain('Votre bulletin est déposé')
  expect((await app.post(`${path}/vote`, { projects: [numberOf(one), numberOf(three)], act: 'cast' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select choices from budgets.ballot')
  expect(rows).toEqual([{ choices: { [numberOf(one)]: 1, [numberOf(three)]: 1 } }])
  expect((await app.owner.pool.query('select from budgets.draft')).rowCount).toBe(0)

  // At the desk: a person who voted on line gets no paper ballot until the electronic one is cancelled.
  await app.signIn('claire')
  await app.post(`/guichet/personnes/${cast.louis.id}/saisie`, { channel: 'desk', code: '' })
  expect((await app.post(`${path}/vote/papier`)).status).toBe(409)
  expect((await app.post(`${path}/vote/annulation`, { because: 'Préfère voter sur papier.' })).status).toBe(303)
  const handed = await app.post(`${path}/vote/papier`)
  const code = /Bulletin ([0-9A-Z]{6}) :/.exec(await handed.text())![1]!
  expect((await app.post(`${path}/vote`, { projects: numberOf(two), act: 'cast' })).status).toBe(409)
  await app.post('/guichet/fin')
  const keyed = { code, projects: numberOf(two) }
  expect((await app.post(`${path}/bulletins-papier/saisie`, keyed)).status).toBe(303)
  expect((await app.post(`${path}/bulletins-papier/saisie`, keyed)).status).toBe(409)
  await app.signIn('helene')
  expect((await app.post(`${path}/bulletins-papier/saisie`, { code, projects: numberOf(one) })).status).toBe(303)
  expect(await app.text(`${path}/bulletins-papier`)).toContain('une troisième tranche')
  await app.signIn('marc')
  expect((await app.post(`${path}/bulletins-papier/saisie`, keyed)).status).toBe(303)
  const { rows: counted } = await app.owner.pool.query('select choices, person_id, channel from budgets.ballot')
  expect(counted).toEqual([{ choices: { [numberOf(two)]: 1 }, person_id: null, channel: 'paper' }])
})

test('from the count to a commitment: both counts, no name left, a lot for the tie, a measure', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, { envelope: '10 000' })
  await app.signIn('amina')
  const ideas = []
  for (const title of ['Des bancs', 'Une halle', 'Un verger']) ideas.push(await propose(app, path, title))
  const [benches, hall, orchard] = ideas as [string, string, string]
  await app.signIn('claire')
  await study(app, benches, 6000)
  await study(app, hall, 6000)
  await study(app, orchard, 4000)
  app.clock = new Date('2027-03-02T09:00:00Z')
  for (const [name, chosen] of [
    ['amina', [benches, orchard]],
    ['louis', [benches, orchard]],
    ['karim', [hall, orchard]],
    ['sophie', [hall, orchard]],
  ] as const) {
    await app.signIn(name)
    expect((await app.post(`${path}/vote`, { projects: chosen.map(numberOf), act: 'cast' })).status).toBe(303)
  }
  app.clock = new Date('2027-03-16T09:00:00Z')
  expect((await app.post(`${path}/vote`, { projects: numberOf(hall), act: 'cast' })).status).toBe(409)
  expect((await app.get(`${path}/resultats`)).status).toBe(404)
  await app.house.workers.run('budgets.count')
  const { rows } = await app.owner.pool.query('select count(*)::int as n, count(person_id)::int as named from budgets.ballot')
  expect(rows).toEqual([{ n: 4, named: 0 }])
  await app.signIn(null)
  const results = await app.text(`${path}/resultats`)
  for (const said of ['Résultat provisoire', 'Parts égales', 'Plus de voix d’abord', 'Il manquait']) expect(results).toContain(said)

  await app.signIn('claire')
  expect((await app.post(`${hall}/mesure`)).status).toBe(409)
  expect(await app.text(`${path}/conduite`)).toMatch(/À égalité[\s\S]*[0-9a-f]{64}/)
  expect((await app.post(`${path}/tirage`, { seed: '12 44 3 27 8', note: 'Conseil du 18 mars, devant le public.' })).status).toBe(303)
  expect((await app.post(`${path}/tirage`, { seed: '1 2 3', note: 'Une autre fois, pour voir.' })).status).toBe(409)
  const settled = await app.text(`${path}/resultats`)
  expect(settled).not.toContain('Résultat provisoire')
  expect(settled).toContain('12 44 3 27 8')
  expect(await app.text(`${path}/methode`)).toContain('Un verger')

  const won = (await app.text(orchard)).includes('Ce projet est financé')
  expect(won).toBe(true)
  const made = await app.post(`${orchard}/mesure`)
  expect(made.status).toBe(303)
  expect((await app.post(`${orchard}/mesure`)).status).toBe(409)
  const project = await app.text(orchard)
  const measure = /href="\/mesures\/(\d+)"/.exec(project)![1]!
  const commit = /href="(\/engagements\/nouveau\?[^"]*)"/.exec(project)![1]!.replaceAll('&amp;', '&')
  expect(await app.text(commit)).toContain('lauréat de')
  expect(await app.text(`/mesures/${measure}`)).toContain(`href="${orchard}"`)
})

test('the file of the ballots gives the same winners elsewhere, and comes back as an archive', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, { envelope: '20 000' })
  await app.signIn('amina')
  const ideas: string[] = []
  for (const title of ['Des bancs; à l’ombre', 'Une halle', 'Un "verger"', 'Un lavoir']) ideas.push(await propose(app, path, title))
  await app.signIn('claire')
  for (const [at, cost] of [6000, 14_000, 5000, 3000].entries()) await study(app, ideas[at]!, cost)
  app.clock = new Date('2027-03-02T09:00:00Z')
  const ballots = [[1], [1], [1], [0, 2], [0, 3], [2, 3], [1, 3]]
  for (const [at, name] of (['amina', 'louis', 'karim', 'sophie', 'jeanne', 'mathilde', 'helene'] as const).entries()) {
    await app.signIn(name)
    await app.post(`${path}/vote`, { projects: ballots[at]!.map(one => numberOf(ideas[one]!)), act: 'cast' })
  }
  app.clock = new Date('2027-03-16T09:00:00Z')
  await app.house.workers.run('budgets.count')
  await app.signIn(null)
  const written = await app.text(`${path}/bulletins.pb`)
  expect(written).not.toContain(cast.amina.id)
  const read = readPabulib(written)
  const election = read.ok ? electionOf(read.value) : read
  if (!election.ok) throw new Error(JSON.stringify(election))
  const { rows } = await app.owner.pool.query('select content from budgets.count')
  const replayed = equalShares(election.value, { greedyTies: 'rule' })
  expect(replayed.inputDigest).toBe(rows[0].content.inputDigest)
  expect([...replayed.selected].sort()).toEqual([...(election.value.selected ?? [])].sort())
  expect(replayed.selected.length).toBeGreaterThan(1)
  expect(await computed(written)).toMatchObject({ selected: replayed.selected, inputDigest: replayed.inputDigest })

  await app.signIn('claire')
  const body = new FormData()
  body.set('title', 'Le même, repris')
  body.set('file', new File([written], 'ancien.pb'))
  const sent = await app.request('http://localhost/budgets/archives', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(sent.status).toBe(303)
  const archive = sent.headers.get('location')!
  await app.signIn(null)
  expect(await app.text(archive)).toContain('ancien.pb')
  const again = readPabulib(await app.text(`${archive}/bulletins.pb`))
  if (!read.ok || !again.ok) throw new Error('The archive cannot be read again.')
  expect(again.value.projects).toEqual(read.value.projects)
  const choices = (file: typeof again.value) => file.votes.rows.map(row => row[2]).sort()
  expect(choices(again.value)).toEqual(choices(read.value))
  await app.signIn('claire')
  const bad = new FormData()
  bad.set('file', new File(['rien'], 'rien.pb'))
  const refused = await app.request('http://localhost/budgets/archives', {
    method: 'POST',
    body: bad,
    headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(refused.status).toBe(422)
})

test('points are shared out, counted both ways, and written as points', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.signIn('claire')
  expect((await app.post('/budgets', { ...form, voteKind: 'points' })).status).toBe(422)
  const path = await opened(app, { envelope: '10 000', voteKind: 'points', points: '5' })
  await app.signIn('amina')
  const [one, two] = [await propose(app, path, 'Des bancs'), await propose(app, path, 'Une halle')]
  await app.signIn('claire')
  await study(app, one, 6000)
  await study(app, two, 7000)
  app.clock = new Date('2027-03-02T09:00:00Z')
  const [first, second] = [`p${numberOf(one)}`, `p${numberOf(two)}`]
  await app.signIn('louis')
  expect((await app.post(`${path}/vote`, { [first]: '3', [second]: '3', act: 'cast' })).status).toBe(422)
  expect((await app.post(`${path}/vote`, { [first]: '1', [second]: '4', act: 'cast' })).status).toBe(303)
  await app.signIn('karim')
  expect((await app.post(`${path}/vote`, { [first]: '2', act: 'cast' })).status).toBe(303)
  app.clock = new Date('2027-03-16T09:00:00Z')
  await app.house.workers.run('budgets.count')
  const { rows } = await app.owner.pool.query('select content from budgets.count')
  expect(rows[0].content.shares.selected).toEqual([numberOf(one)]) // two people gave it something
  expect(rows[0].content.greedy.selected).toEqual([numberOf(two)]) // it has more points
  const written = await app.text(`${path}/bulletins.pb`)
  expect(written).toContain('vote_type;cumulative')
  expect(written).toMatch(new RegExp(`;${numberOf(two)},${numberOf(one)};4,1$`, 'm'))
})

/** What the command written on the results page says of the file. */
const computed = async (file: string): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), 'yvette-budget-'))
  try {
    await writeFile(join(folder, 'budget.pb'), file)
    const words = ['compute', 'equal-shares', '--greedy-ties', 'rule']
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/yvette', ...words, join(folder, 'budget.pb')])
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
