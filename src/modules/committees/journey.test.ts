import { expect, test } from 'vitest'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { record } from '#kernel/journal'
import { catalogue } from '#modules/catalogue'
import { measures } from '#modules/measures'
import { engines } from '../../services.ts'
import { committees } from './index.ts'

type Name = keyof typeof cast

const start = async () => {
  const app = await startApp({ engines, services: [measures, catalogue, committees], now: '2027-01-04T09:00:00Z' })
  await app.owner.pool.query(
    `insert into catalogue.service (body_id, name, purpose, run_by, run_by_name, changed_at) values (1, 'Restauration scolaire', 'Repas', 'delegate', 'Les Tables réunies', now())`,
  )
  return app
}
const as = async (app: TestApp, name: Name | null, path: string, fields: Record<string, string | readonly string[]> = {}) => {
  await app.signIn(name)
  return app.post(path, fields)
}
const where = (response: Response) => {
  expect(response.status).toBe(303)
  return response.headers.get('location')!
}
const read = async (app: TestApp, name: Name | null, path: string) => {
  await app.signIn(name)
  return (await app.text(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const founding = {
  model: 'committee',
  kind: 'services',
  name: 'Comité de la cantine',
  purpose: 'Juger les repas avec celles et ceux qui les mangent.',
  service: '1',
  act: 'Délibération 2027-01',
  actOn: '2027-01-03',
  actUrl: '',
}
const found = async (app: TestApp) => {
  where(await as(app, 'claire', '/comites', founding))
  return '/comites/1'
}
/** Seats of the model: 1 to 3 users appointed, 4 user drawn, 5 and 6 agents, 7 and 8 elected members. */
const seat = (app: TestApp, number: number, name: Name, more: Record<string, string> = {}) =>
  as(app, 'claire', `/comites/1/sieges/${number}/mandat`, {
    person: cast[name].name,
    since: '2027-01-04',
    until: '',
    record: 'Arrêté 2027-12',
    ...more,
  })
const filled = async (app: TestApp) => {
  const committee = await found(app)
  for (const [number, name] of [
    [1, 'amina'],
    [2, 'louis'],
    [3, 'jeanne'],
    [5, 'claire'],
    [6, 'marc'],
    [7, 'paul'],
  ] as const)
    where(await seat(app, number, name))
  return committee
}
const plan = { place: 'Salle du Lavoir', address: '', link: '', openTo: 'anyone', seats: '', starts: '19h', ends: '21:00' }
const convened = async (app: TestApp, title: string, day: string) => {
  const meeting = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title, day }))
  where(await as(app, 'claire', `${meeting}/ordre-du-jour`, { title: 'Le bio dans l’assiette', note: '' }))
  where(await as(app, 'claire', `${meeting}/convocation`, { reason: '' }))
  return meeting
}
const opened = async (app: TestApp, meeting: string, day: string, ...present: readonly Name[]) => {
  app.clock = new Date(`${day}T18:00:00Z`)
  for (const name of present) where(await as(app, name, `${meeting}/presence`, { person: cast[name].id, channel: 'room' }))
  where(await as(app, 'claire', `${meeting}/ouverture`))
}
const voteOn = async (app: TestApp, meeting: string, question: string) => {
  await app.signIn('claire')
  const item = /<option value="(\d+)"/.exec(await app.text(`${meeting}/seance`))![1]!
  where(await as(app, 'claire', `${meeting}/votes`, { item, question, manner: 'named' }))
  await app.signIn('claire')
  return [...(await app.text(`${meeting}/seance`)).matchAll(/href="([^"]+\/votes\/\d+)"/g)].at(-1)![1]!
}
const voices = (choices: Partial<Record<Name, string>>) =>
  Object.fromEntries(Object.entries(choices).map(([name, choice]) => [`voix-${cast[name as Name].id}`, choice!]))

test('the town hall creates a committee from its act; anyone reads who sits, how they were chosen, and what is vacant', async () => {
  const app = await start()
  expect(await read(app, null, '/comites')).toContain('Aucun comité pour l’instant')
  expect((await as(app, 'amina', '/comites', founding)).status).toBe(403)
  const missing = await as(app, 'claire', '/comites', { ...founding, act: '' })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('Comité de la cantine')
  expect((await as(app, 'claire', '/comites', { ...founding, kind: 'theme' })).status).toBe(422)

  const committee = await found(app)
  expect((await seat(app, 1, 'amina', { person: 'Nul Inconnu' })).status).toBe(422)
  where(await seat(app, 1, 'amina', { person: 'amina@exemple.fr' }))
  expect((await seat(app, 1, 'louis')).status).toBe(422)
  expect((await seat(app, 2, 'amina')).status).toBe(422)
  expect((await seat(app, 4, 'karim', { record: '' })).status).toBe(422)
  where(await seat(app, 4, 'karim', { record: 'Tirage du 2 janvier 2027 sur la liste électorale, en public' }))
  const page = await read(app, null, committee)
  expect(page).toMatch(/Usager Amina Belkacem désigné Arrêté 2027-12 lundi 4 janvier 2027 sans terme fixé/)
  expect(page).toContain('Karim Benali tiré au sort Tirage du 2 janvier 2027')
  expect(page).toContain('Siège vacant')
  expect(page).toContain('Délibération 2027-01, le dimanche 3 janvier 2027')
  expect(page).toContain('2 sièges d’usagers sont vacants')
})

test('a resident applies for a vacant seat, is answered with a reason, sits, and is replaced by a substitute when leaving', async () => {
  const app = await start()
  const committee = await found(app)
  expect((await as(app, 'nour', `${committee}/candidature`, { motive: 'Je viens d’arriver.' })).status).toBe(409)
  expect((await as(app, 'jeanne', `${committee}/candidature`, { motive: '' })).status).toBe(422)
  where(await as(app, 'jeanne', `${committee}/candidature`, { motive: 'Mes enfants <mangent> là.' }))
  expect((await as(app, 'jeanne', `${committee}/candidature`, { motive: 'Encore' })).status).toBe(409)
  expect(await read(app, null, committee)).not.toContain('Mes enfants')
  expect((await as(app, 'amina', `${committee}/candidatures/1/decision`, { decision: 'accepted', reason: 'x', seat: '1' })).status).toBe(
    403,
  )
  expect((await as(app, 'claire', `${committee}/candidatures/1/decision`, { decision: 'accepted', reason: '', seat: '1' })).status).toBe(
    409,
  )
  where(await as(app, 'claire', `${committee}/candidatures/1/decision`, { decision: 'accepted', reason: 'Bienvenue.', seat: '1' }))
  expect(await read(app, null, committee)).toContain('Jeanne Petit')
  await app.settle()
  const { rows } = await app.owner.pool.query('select what from following.notification where person_id = $1 order by event', [
    cast.jeanne.id,
  ])
  expect(rows.map(row => row.what.fr)).toEqual(['Votre candidature est acceptée. Bienvenue.', 'Un siège vous est confié : Usager.'])

  where(await seat(app, 1, 'sophie', { substitute: 'oui' }))
  expect(await read(app, null, committee)).toContain('Suppléance : Sophie Lambert')
  app.clock = new Date('2027-02-01T09:00:00Z')
  where(await as(app, 'claire', `${committee}/mandats/2/appel`))
  const after = await read(app, null, committee)
  expect(after).toMatch(/Usager Sophie Lambert/)
  expect(after).toContain('Jeanne Petit, Usager, du lundi 4 janvier 2027 au dimanche 31 janvier 2027 (Suppléant appelé à siéger)')
  where(await as(app, 'claire', `${committee}/mandats/3/fin`, { on: '2027-02-10', reason: 'Déménagement' }))
  app.clock = new Date('2027-02-12T09:00:00Z')
  expect(await read(app, null, committee)).toContain(
    'Sophie Lambert, Usager, du lundi 1er février 2027 au mercredi 10 février 2027 (Déménagement)',
  )
})

test('rules change with a day and a reason: a meeting follows those of its own day, and the earlier ones stay readable', async () => {
  const app = await start()
  const committee = await filled(app)
  expect(await read(app, null, `${committee}/regles`)).toContain('10 jours francs')
  await app.signIn('claire')
  const html = await app.text(`${committee}/regles/modification`)
  const fields = fieldsOf(html)
  expect((await as(app, 'amina', `${committee}/regles/modification`, fields)).status).toBe(403)
  const noSeat = await as(app, 'claire', `${committee}/regles/modification`, { ...fields, castingVote: 'oui', reason: 'x' })
  expect(noSeat.status).toBe(422)
  expect(await noSeat.text()).toContain('une voix prépondérante n’a pas de sens')
  expect((await as(app, 'claire', `${committee}/regles/modification`, { ...fields, since: '2026-12-31', reason: 'x' })).status).toBe(422)
  where(
    await as(app, 'claire', `${committee}/regles/modification`, {
      ...fields,
      scope: 'overall',
      'quorum-elected': '',
      since: '2027-02-01',
      reason: 'Les élus sont peu nombreux.',
      source: 'Délibération 2027-04',
    }),
  )
  const before = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title: 'Avant', day: '2027-01-25' }))
  const after = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title: 'Après', day: '2027-02-25' }))
  const rules = await app.inWorld(async world => {
    const { assemblyOf, meetingsWorld, sessionOf } = await import('#engines/meetings')
    const assembly = (await assemblyOf(meetingsWorld(world), 'committee:1'))!
    const scope = async (url: string) =>
      (await sessionOf(meetingsWorld(world), assembly, url.split('/').at(-1)!))!.assembly.charter.vote.majority.scope
    return [await scope(before), await scope(after)]
  })
  expect(rules).toEqual(['each-college', 'overall'])
  const page = await read(app, null, `${committee}/regles`)
  expect(page).toContain('De nouvelles règles entreront en vigueur le lundi 1er février 2027 : Les élus sont peu nombreux.')
  expect(page).toContain('dans chaque collège')
  app.clock = new Date('2027-02-02T09:00:00Z')
  expect(await read(app, null, `${committee}/regles`)).toContain('En vigueur depuis le lundi 1er février 2027')
})

test('adopted by all together but not in one college: refused; a withdrawal is recorded; those who lost it say why', async () => {
  const app = await start()
  await filled(app)
  const meeting = await convened(app, 'Les repas', '2027-01-25')
  where(await as(app, 'jeanne', `${meeting}/pouvoirs`, { giver: cast.jeanne.id, holder: cast.amina.id }))
  expect((await as(app, 'louis', `${meeting}/pouvoirs`, { giver: cast.louis.id, holder: cast.paul.id })).status).toBe(409)
  await opened(app, meeting, '2027-01-25', 'claire', 'marc', 'amina', 'louis', 'paul')

  const refusedVote = await voteOn(app, meeting, 'Passer à la moitié de bio ?')
  where(await as(app, 'amina', `${refusedVote}/voix`, voices({ amina: 'for', jeanne: 'for' })))
  where(await as(app, 'claire', `${refusedVote}/voix`, voices({ louis: 'for', paul: 'for', claire: 'against', marc: 'against' })))
  where(await as(app, 'claire', `${refusedVote}/cloture`))
  const refused = await read(app, null, refusedVote)
  expect(refused).toContain('Rejeté')
  expect(refused).toContain('Tous collèges ensemble, la majorité y était ; elle manque dans : agents.')

  const vote = await voteOn(app, meeting, 'Passer au tiers de bio ?')
  where(await as(app, 'marc', `${vote}/deport`, { person: cast.marc.id, reason: 'Sa sœur est maraîchère' }))
  where(await as(app, 'claire', `${vote}/voix`, voices({ amina: 'for', jeanne: 'for', louis: 'against', paul: 'for', claire: 'for' })))
  where(await as(app, 'claire', `${vote}/cloture`))
  const carried = await read(app, null, vote)
  expect(carried).toContain('Adopté')
  expect(carried).toContain('Marc Lefort (Sa sœur est maraîchère)')

  expect((await as(app, 'amina', `${vote}/minorite`, { text: 'J’ai gagné.' })).status).toBe(409)
  expect((await as(app, 'louis', `${vote}/minorite`, { text: '' })).status).toBe(422)
  where(await as(app, 'louis', `${vote}/minorite`, { text: 'Le prix des repas <va> monter.' }))
  expect((await as(app, 'louis', `${vote}/minorite/1/signature`)).status).toBe(409)
  await app.signIn(null)
  expect(await app.text(vote)).toContain('Le prix des repas &lt;va&gt; monter.')
  where(await as(app, 'amina', `${refusedVote}/minorite`, { text: 'La moitié était possible.' }))
  where(await as(app, 'paul', `${refusedVote}/minorite/2/signature`))
  expect(await read(app, null, refusedVote)).toContain('Avec Paul Aubry')

  await app.signIn('claire')
  const html = await app.text(vote)
  expect(html).toContain('/engagements/nouveau?decision=vote%3A2')
  expect(html).toContain('comite=1')
  expect(await read(app, 'amina', vote)).not.toContain('Faire de cette décision un engagement')

  where(await as(app, 'claire', `${meeting}/cloture`))
  where(await as(app, 'claire', `${meeting}/proces-verbal`, { text: 'Procès-verbal des **repas**.' }))
  app.clock = new Date('2027-02-10T18:00:00Z')
  expect((await as(app, 'louis', `${vote}/minorite`, { text: 'Trop tard.' })).status).toBe(409)

  const next = await convened(app, 'La suite', '2027-02-25')
  await opened(app, next, '2027-02-25', 'claire', 'amina', 'louis', 'paul')
  where(await as(app, 'claire', `${next}/approbation`, { meeting: meeting.split('/').at(-1)!, remarks: '' }))
  const minutes = await read(app, null, `${meeting}/proces-verbal`)
  expect(minutes).toContain('Approuvé le')
  expect(minutes).toContain('Rapport minoritaire')
  expect(minutes).toContain('va> monter'.replace('>', '&gt;'))
  expect(await read(app, null, '/comites/1/decisions')).toMatch(
    /Passer au tiers de bio \? Les repas.*un déport · avec un rapport minoritaire Adopté/,
  )
})

test('a majority of members puts an item on the agenda whatever the chair thinks', async () => {
  const app = await start()
  await filled(app)
  const meeting = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title: 'Séance', day: '2027-02-01' }))
  where(await as(app, 'amina', `${meeting}/ordre-du-jour`, { title: 'Le bruit au réfectoire', note: '' }))
  const asked = async () => (await app.owner.pool.query('select position from meetings.item order by id desc limit 1')).rows[0].position
  where(await as(app, 'louis', `${meeting}/ordre-du-jour/1/appui`))
  where(await as(app, 'jeanne', `${meeting}/ordre-du-jour/1/appui`))
  expect(await asked()).toBeNull()
  where(await as(app, 'paul', `${meeting}/ordre-du-jour/1/appui`))
  expect(await asked()).toBe(1)
})

const missed = (more: Record<string, unknown> = {}) => ({
  title: 'Moins de dix minutes d’attente',
  url: '/engagements/3',
  decision: 'vote:1',
  decisionTitle: 'Deux services au lieu d’un',
  decisionUrl: '/comites/1/reunions/1/votes/1',
  committee: '1',
  service: '1',
  measure: null,
  indicator: 'Attente à midi',
  unit: 'minutes',
  target: 10,
  measured: 17,
  dueOn: '2027-01-02',
  ...more,
})
const say = (app: TestApp, content: Record<string, unknown>) =>
  app.inWorld(world => record(world, 'commitment.missed', { subject: 'commitment:3', content }))
const agenda = async (app: TestApp, meeting: string) =>
  (
    await app.owner.pool.query('select title, note, by_rule from meetings.item where meeting_id = $1 and by_rule <> $2', [
      meeting.split('/').at(-1),
      '',
    ])
  ).rows

test('a promise not kept comes back on the agenda of the next meeting, once, and says why; members are told', async () => {
  const app = await start()
  await filled(app)
  const meeting = await convened(app, 'Les repas', '2027-01-25')
  await app.settle()
  await say(app, missed())
  await app.settle()
  await app.settle()
  const clause = { agenda: 'committee', because: 'Si une étape a 30 jours de retard, la décision revient.', note: '' }
  for (const place of ['committee', 'council'])
    await app.inWorld(world =>
      record(world, 'commitment.returned', { subject: 'commitment:3', content: missed({ ...clause, agenda: place }) }),
    )
  await app.settle()
  expect(await agenda(app, meeting)).toHaveLength(2)
  const page = await read(app, null, meeting)
  expect(page).toContain('Clause de revoyure : Moins de dix minutes')
  expect(page).toContain('Si une étape a 30 jours de retard')
  expect(page).toContain('Engagement non tenu : Moins de dix minutes d’attente')
  expect(page).toContain('Objectif : 10 minutes. Résultat : 17 minutes. Échéance : samedi 2 janvier 2027.')
  expect(page).toContain('Inscrit d’office')
  await app.signIn(null)
  expect(await app.text(meeting)).toContain('href="/engagements/3"')
  const { rows } = await app.owner.pool.query(
    `select what from following.notification where person_id = $1 and what->>'fr' like '%d’office%'`,
    [cast.amina.id],
  )
  expect(rows).toHaveLength(2)
})

test('without a meeting it waits where everyone sees it, and is placed when one is planned; a meeting called off gives it back', async () => {
  const app = await start()
  const committee = await filled(app)
  await say(app, missed({ committee: null }))
  await say(app, missed({ committee: null, service: null, title: 'Sans comité' }))
  await say(app, missed({ committee: '99', title: 'Comité inconnu' }))
  await say(app, { title: '' })
  await app.settle()
  const waiting = await read(app, null, committee)
  expect(waiting).toContain('Points à inscrire à la prochaine réunion')
  expect(waiting).toContain('Moins de dix minutes d’attente')
  expect(waiting).not.toContain('Sans comité')
  const first = await convened(app, 'Première', '2027-01-25')
  await app.settle()
  expect(await agenda(app, first)).toHaveLength(1)
  expect(await read(app, null, committee)).not.toContain('Points à inscrire')
  where(await as(app, 'claire', `${first}/annulation`, { reason: 'Neige' }))
  await app.settle()
  expect(await read(app, null, committee)).toContain('Points à inscrire')
  const second = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title: 'Seconde', day: '2027-02-01' }))
  await app.settle()
  expect(await agenda(app, second)).toHaveLength(1)
  const failures = await app.owner.pool.query('select reason from journal.failure')
  expect(failures.rows).toEqual([])
})

test('the consultative commission: optional here and why; its yearly file says what is present and what is missing', async () => {
  const app = await start()
  expect(await read(app, null, '/comites/ccspl')).toContain('La commission n’est pas obligatoire ici')
  expect((await app.get('/comites/ccspl/2027')).status).toBe(404)

  where(await as(app, 'claire', '/comites', { ...founding, model: 'ccspl', kind: 'ccspl', name: 'CCSPL' }))
  const again = await as(app, 'claire', '/comites', { ...founding, model: 'ccspl', kind: 'ccspl', name: 'Une autre' })
  expect(again.status).toBe(422)
  const file = '/comites/ccspl/2027'
  expect(await read(app, null, file)).toMatch(/Les rapports de l’année sont examinés 0 sur 1 manquant/)
  expect(await read(app, null, file)).toContain('Rapport du délégataire : Restauration scolaire')
  const line = { kind: 'delegate-report', title: 'Rapport 2026', service: '1', documentUrl: '', receivedOn: '2027-05-20', opinion: '' }
  expect((await as(app, 'amina', `${file}/pieces`, line)).status).toBe(403)
  where(await as(app, 'claire', `${file}/pieces`, line))
  expect(await read(app, null, file)).toContain('reçu, à examiner')
  const meeting = where(await as(app, 'claire', '/comites/1/reunions', { ...plan, title: 'Examen', day: '2027-02-01' }))
    .split('/')
    .at(-1)!
  where(await as(app, 'claire', `${file}/pieces`, { ...line, item: '1', meeting, opinion: 'noted' }))
  expect(await read(app, null, file)).toMatch(/Les rapports de l’année sont examinés 1 sur 1 présent/)
  where(await as(app, 'claire', `${file}/presentation`, { presentedOn: '2027-06-15', act: 'Délibération 2027-40' }))
  await app.signIn(null)
  expect(await app.text(`${file}/dossier.md`)).toContain('| Rapport 2026 | Rapport du délégataire |')
  expect(await app.text(`${file}/dossier.csv`)).toContain('2027,delegate-report,Rapport 2026,Restauration scolaire,2027-05-20')
})

/** The values that a page's last form would send as it is. */
const fieldsOf = (html: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const [, tag] of html.matchAll(/<(input[^>]+)>/g)) {
    const name = /name="([^"]+)"/.exec(tag!)?.[1]
    if (!name || (tag!.includes('type="checkbox"') && !/\schecked/.test(tag!)) || tag!.includes('type="hidden"')) continue
    fields[name] = /value="([^"]*)"/.exec(tag!)?.[1] ?? ''
  }
  for (const [, name, options] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /<option[^>]*value="([^"]*)"[^>]*\sselected/.exec(options!)?.[1] ?? ''
  return fields
}

test('the link to a meeting of members is given to them alone, on its page and in calendars', async () => {
  const app = await start()
  const committee = await found(app)
  where(await seat(app, 1, 'amina'))
  const link = 'https://visio.exemple.fr/comite-de-la-cantine'
  const members = { ...plan, title: 'Préparation', day: '2027-02-10', openTo: 'members', link }
  const meeting = where(await as(app, 'claire', `${committee}/reunions`, members))
  for (const path of [meeting, `${meeting}/reunion.ics`, `${committee}/reunions/agenda.ics`])
    expect(await read(app, null, path)).not.toContain('visio.exemple.fr')
  expect(await read(app, 'nour', meeting)).not.toContain(link)
  for (const name of ['amina', 'claire'] as const) expect(await read(app, name, meeting)).toContain(link)
  const open = where(await as(app, 'claire', `${committee}/reunions`, { ...members, title: 'Publique', openTo: 'anyone' }))
  expect(await read(app, null, open)).toContain(link)
})
