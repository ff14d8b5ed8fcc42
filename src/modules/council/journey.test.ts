import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { instantInParis } from '#engines/meetings'
import { record } from '#kernel/journal'
import { csvOf } from '#kernel/openData'
import { changeSetting } from '#kernel/settings'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { measures, populateMeasures } from '#modules/measures'
import { engines } from '../../services.ts'
import { council } from './index.ts'
import { matters } from './matters.ts'
import { openData } from './openData.ts'
import { Popolo } from './exports/popoloShape.ts'
import { scdlFaults, scdlFields, type ScdlRecord } from './rules/scdl.ts'

type Name = keyof typeof cast

const start = async () => {
  const app = await startApp({ engines, services: [measures, council], now: '2027-03-01T09:00:00Z' })
  await app.inWorld(async world => {
    await populateMeasures(world.db, world.body, { measures: 2, residents: 4, supports: 2 })
    await changeSetting(world, 'council', 'siret', '99999999800001')
    await changeSetting(world, 'council', 'prefecture', 'PREF091')
  })
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
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const read = async (app: TestApp, name: Name | null, path: string) => {
  await app.signIn(name)
  return plain(await app.text(path))
}
const refusedWith = async (response: Response, sentence: string) => {
  expect(response.status).toBe(409)
  expect(plain(await response.text())).toContain(sentence)
}

const councillors = ['jeanne', 'amina', 'louis', 'mathilde', 'karim', 'sophie', 'paul', 'nour'] as const
const mandate = (name: Name, more: Record<string, string> = {}) => ({
  person: cast[name].name,
  function: 'councillor',
  since: '2026-03-22',
  record: 'Élection du 15 mars 2026',
  ...more,
})
/** Jeanne is the mayor, Amina her first deputy; six councillors with them. */
const seated = async (app: TestApp) => {
  for (const name of councillors) {
    const held = name === 'jeanne' ? { function: 'mayor' } : name === 'amina' ? { function: 'deputy', rank: '1' } : {}
    where(await as(app, 'claire', '/conseil/composition', mandate(name, held)))
  }
}
const planned = async (app: TestApp, day: string, items: readonly Record<string, string>[]) => {
  const plan = { title: `Séance du ${day}`, day, starts: '20:00', ends: '22:00', openTo: 'anyone', place: 'Salle du conseil' }
  const meeting = where(await as(app, 'claire', '/conseil/seances', plan))
  for (const item of items) where(await as(app, 'claire', `${meeting}/ordre-du-jour`, item))
  return meeting
}
const opened = async (app: TestApp, meeting: string, day: string, present: readonly Name[]) => {
  app.clock = new Date(instantInParis(day, '20:05'))
  for (const name of present) where(await as(app, 'claire', `${meeting}/presence`, { person: cast[name].id, channel: 'room' }))
  return as(app, 'claire', `${meeting}/ouverture`)
}
const voices = (choices: Partial<Record<Name, string>>) =>
  Object.fromEntries(Object.entries(choices).map(([name, choice]) => [`voix-${cast[name as Name].id}`, choice])) // its keys are names of the cast
const items = async (app: TestApp) =>
  (await app.owner.pool.query<{ id: string; title: string }>('select id::text, title from meetings.item order by id')).rows
const latestVote = async (app: TestApp) =>
  (await app.owner.pool.query<{ id: string }>('select max(id)::text as id from meetings.vote')).rows[0]!.id
const scdl = async (app: TestApp) => {
  const set = openData.find(one => one.id === 'deliberations-scdl')!
  const csv = await app.inWorld(async world => {
    let text = ''
    for await (const line of csvOf(set, world)) text += line
    return text
  })
  const rows: string[][] = parse(csv)
  const [header = [], ...lines] = rows
  const records = lines.map((line): ScdlRecord => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])))
  return { header, records, faults: scdlFaults(header, records) }
}

test('the town hall writes down who sits; one mayor, one deputy of each rank; a mandate ends and its history stays', async () => {
  const app = await start()
  expect(await read(app, null, '/conseil/composition')).toContain('Personne ne siège encore ici')
  expect((await as(app, 'paul', '/conseil/composition', mandate('paul'))).status).toBe(403)
  await seated(app)
  expect(await read(app, null, '/conseil/composition')).toContain('8 membres en exercice pour 29 sièges')
  const second = await as(app, 'claire', '/conseil/composition', mandate('helene', { function: 'mayor' }))
  expect(second.status).toBe(422)
  expect(plain(await second.text())).toContain('Un maire est déjà en fonction')
  await expect(
    app.owner.pool.query(
      `insert into council.mandate (body_id, person_id, function, since, record, added_at) values (1, $1, 'mayor', '2026-06-01', 'x', now())`,
      [cast.helene.id],
    ),
  ).rejects.toThrow(/exclusion/)
  const unknown = await as(app, 'claire', '/conseil/composition', { ...mandate('helene'), person: 'Personne <de là>' })
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('value="Personne &lt;de là>"')
  const nour = (await app.owner.pool.query('select id::text from council.mandate where person_id = $1', [cast.nour.id])).rows[0].id
  where(await as(app, 'claire', `/conseil/composition/${nour}/fin`, { on: '2027-02-27', reason: 'Démission' }))
  expect(await read(app, null, '/conseil/composition')).toContain('7 membres en exercice')
  expect(await read(app, null, '/conseil/composition')).toContain('1 mandat passé')
  expect(await read(app, null, '/conseil/regles')).toContain('5 jours francs')
})

test('from the notice to the register: a vote by name, on a phone and keyed in, becomes a text that nobody can change', async () => {
  const app = await start()
  await seated(app)
  const meeting = await planned(app, '2027-03-11', [
    { title: 'Adopter la mesure', note: '', link: '/mesures/1' },
    { title: 'Rapport sur l’eau', note: 'Le rapport.' },
  ])
  await refusedWith(await as(app, 'claire', `${meeting}/convocation`), 'Écrivez une note explicative pour chaque point')
  await app.owner.pool.query(`update meetings.item set note = 'Une note.' where note = ''`)
  where(await as(app, 'claire', `${meeting}/convocation`))
  await refusedWith(
    await as(app, 'claire', `${meeting}/ordre-du-jour`, { title: 'De plus', note: 'x' }),
    'La convocation est partie avec l’ordre du jour',
  )

  // Four present and a proxy are not more than half of eight; five are.
  app.clock = new Date('2027-03-11T18:00:00Z')
  where(await as(app, 'nour', `${meeting}/pouvoirs`, { giver: cast.nour.id, holder: cast.paul.id }))
  await refusedWith(await as(app, 'claire', `${meeting}/pouvoirs`, { giver: cast.sophie.id, holder: cast.paul.id }), 'autant de pouvoirs')
  await refusedWith(await opened(app, meeting, '2027-03-11', ['jeanne', 'amina', 'louis', 'paul']), 'Le quorum n’est pas atteint')
  where(await opened(app, meeting, '2027-03-11', ['karim']))

  // Two of five are a quarter: hands may not be raised any more; they are not enough for a secret vote by themselves.
  const [first] = await items(app)
  for (const name of ['louis', 'karim'] as const)
    where(await as(app, name, `${meeting}/ordre-du-jour/${first!.id}/scrutin`, { person: cast[name].id, manner: 'named' }))
  await refusedWith(
    await as(app, 'nour', `${meeting}/ordre-du-jour/${first!.id}/scrutin`, { person: cast.nour.id, manner: 'named' }),
    'membres présents',
  )
  const put = { item: first!.id, question: 'Adopter la mesure <telle quelle>' }
  await refusedWith(await as(app, 'claire', `${meeting}/votes`, { ...put, manner: 'show-of-hands' }), 'demandent le scrutin public')
  await refusedWith(await as(app, 'claire', `${meeting}/votes`, { ...put, manner: 'secret' }), 'Le scrutin secret n’est ouvert')
  where(await as(app, 'claire', `${meeting}/votes`, { ...put, manner: 'named' }))
  const vote = `${meeting}/votes/${await latestVote(app)}`
  expect(await read(app, null, '/conseil/direct/1')).toContain('Scrutin public : les noms seront publiés · aucune voix pour l’instant')
  where(await as(app, 'paul', `${vote}/voix`, voices({ paul: 'for', nour: 'for', jeanne: 'against' })))
  expect(await read(app, 'paul', vote)).toContain('voix gardée : Pour')
  where(await as(app, 'claire', `${vote}/voix`, voices({ jeanne: 'for', amina: 'against', louis: 'against', karim: 'abstention' })))
  where(await as(app, 'claire', `${vote}/cloture`))
  expect(await read(app, null, '/conseil/direct/1')).toContain('3 pour, 2 contre, 1 abstention')

  // The text is drafted from the vote; nobody reads it before it is published, nor is it published before the session is over.
  const draft = `/conseil/deliberations/nouvelle?seance=1&vote=1`
  const form = await read(app, 'claire', draft)
  expect(form).toContain('Pour : 3')
  expect((await as(app, 'paul', '/conseil/deliberations', {})).status).toBe(403)
  const written = {
    seance: '1',
    vote: '1',
    point: '',
    title: 'Adopter la mesure <telle quelle>',
    text: '# Délibéré\n\nLe conseil adopte, par **3** voix.\n\n- premier\n- second',
    matter: '7.10',
    budgetYear: '2027',
    budgetName: '',
    isTransmissible: 'oui',
    measure1: '1',
    stage1: 'decided',
  }
  const half = await as(app, 'claire', '/conseil/deliberations', written)
  expect(half.status).toBe(422)
  expect(await half.text()).toContain('L’année et le nom du budget vont ensemble')
  const act = where(await as(app, 'claire', '/conseil/deliberations', { ...written, budgetName: 'Budget principal', amount: '1 250,50' }))
  await refusedWith(await as(app, 'claire', '/conseil/deliberations', { ...written, budgetName: 'Budget' }), 'déjà écrite')
  await app.signIn(null)
  expect((await app.get(act)).status).toBe(404)
  const signed = { signedBy: 'Jeanne Petit, maire', secretary: 'Karim Benali' }
  await refusedWith(await as(app, 'claire', `${act}/publication`, signed), 'La séance n’est pas close')
  where(await as(app, 'claire', `${meeting}/cloture`))
  app.clock = new Date('2027-03-15T09:00:00Z')
  where(await as(app, 'claire', `${act}/publication`, signed))

  const page = await read(app, null, act)
  expect(page).toContain('Délibération 2027-1 Adoptée')
  expect(page).toContain('7.10 finances locales : divers')
  expect(page).toMatch(/1\s?250,50\s€/u)
  expect(page).toContain('S’applique à partir du pas encore')
  const file = await app.get(`${act}/texte.pdf`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await file.arrayBuffer())
  const digest = createHash('sha256').update(bytes).digest('hex')
  expect((await app.text(act)).replaceAll('<wbr>', '').replaceAll('<wbr/>', '')).toContain(digest)
  for (const mark of ['%PDF-1.7', '/StructTreeRoot', '/Lang (fr-FR)', '/S /H1', '/S /L\n']) expect(bytes.toString('latin1')).toContain(mark)

  // The database itself refuses to change what is published: to the application, to jobs, and to its owner.
  for (const change of [
    `update council.publication set text = 'autre'`,
    `delete from council.publication`,
    `update council.deliberation set votes_for = 8, votes_against = 0, abstentions = 0`,
    `update council.deliberation set label = '2027-99'`,
  ])
    await expect(app.owner.pool.query(change)).rejects.toThrow(/never changed|keeps its number/)
  await expect(app.inWorld(world => world.db.updateTable('council.publication').set({ text: 'autre' }).execute())).rejects.toThrow(
    /permission/,
  )
  await expect(
    app.owner.pool.query(
      `insert into council.publication select body_id, deliberation_id, 2, label, title, text, signed_by, secretary, 'faux', '\\x00', digest, published_by, published_at from council.publication`,
    ),
  ).rejects.toThrow(/check constraint/)

  // A correction says why and stands beside the first text.
  await refusedWith(await as(app, 'claire', `${act}/publication`, { ...signed, reason: 'Coquille' }), 'Le texte est le même')
  where(
    await as(app, 'claire', `${act}/modification`, {
      ...written,
      budgetName: 'Budget principal',
      text: 'Le conseil adopte, par trois voix.',
    }),
  )
  expect((await as(app, 'claire', `${act}/publication`, signed)).status).toBe(422)
  where(await as(app, 'claire', `${act}/publication`, { ...signed, reason: 'Le nombre est écrit en lettres.' }))
  const again = Buffer.from(await (await app.get(`${act}/texte.pdf?version=1`)).arrayBuffer())
  expect(createHash('sha256').update(again).digest('hex')).toBe(digest)
  expect(await read(app, null, act)).toContain('Le nombre est écrit en lettres.')

  // The prefecture received it: it may be enforced. The measure follows, once.
  const early = await as(app, 'claire', `${act}/transmission`, { receivedOn: '2027-03-10', acknowledgement: 'AR-1' })
  expect(early.status).toBe(422)
  where(await as(app, 'claire', `${act}/transmission`, { receivedOn: '2027-03-15', acknowledgement: '091-999999998-20270311-1-DE' }))
  expect(await read(app, null, act)).toContain('S’applique à partir du lundi 15 mars 2027')
  expect(await read(app, null, act)).toContain('samedi 15 mai 2027')
  await app.settle()
  const stages = await app.owner.pool.query(`select stage, reason from measures.stage where measure_id = 1 order by id desc`)
  expect(stages.rows.filter(row => row.stage === 'decided')).toHaveLength(1)
  expect(stages.rows[0].reason).toContain('délibération 2027-1')
  const told = await app.owner.pool.query(`select person_id from following.notification where subject = 'council:1' and url = $1`, [act])
  expect(told.rows.map(row => row.person_id)).toContain(cast.sophie.id)
  expect(await read(app, null, '/mesures/1')).toContain('2027-1 · Adopter la mesure')

  // The list is published within a week, and says so.
  expect(await read(app, null, '/conseil/listes/1')).toContain('Elle doit paraître le jeudi 18 mars 2027')
  where(await as(app, 'claire', '/conseil/listes/1'))
  await refusedWith(await as(app, 'claire', '/conseil/listes/1'), 'déjà publiée')
  const list = await read(app, null, '/conseil/listes/1')
  expect(list).toContain('1. Adopter la mesure Adoptée 3 pour, 2 contre, 1 abstention 2027-1')
  expect(list).toContain('2. Rapport sur l’eau Le conseil prend acte')
  expect(await read(app, null, '/conseil/registre')).toContain('2027-1 Adopter la mesure')

  const { records, faults } = await scdl(app)
  expect(faults).toEqual([])
  expect(records).toMatchObject([
    {
      DELIB_ID: '2027-1',
      DELIB_MATIERE_CODE: '7.10',
      VOTE_EFFECTIF: '8',
      VOTE_REEL: '6',
      VOTE_POUR: '3',
      PREF_ID: 'PREF091',
      PREF_DATE: '2027-03-15',
    },
  ])
  const popolo = Popolo.parse(await (await app.get('/conseil/votes.popolo.json')).json())
  const [event] = popolo.motions[0]!.vote_events
  expect(event!.result).toBe('pass')
  expect(event!.votes.map(one => one.option).toSorted()).toEqual(['abstain', 'no', 'no', 'yes', 'yes', 'yes'])
  expect(JSON.stringify(popolo)).not.toContain(cast.paul.id)
})

test('a notice shortened for urgency is ruled upon first; the mayor leaves while her accounts are judged; minutes are approved next time', async () => {
  const app = await start()
  await seated(app)
  const meeting = await planned(app, '2027-03-04', [{ title: 'Compte financier unique', note: 'Les comptes.' }])
  app.clock = new Date('2027-03-02T09:00:00Z')
  expect((await as(app, 'claire', `${meeting}/convocation`)).status).toBe(422)
  where(await as(app, 'claire', `${meeting}/convocation`, { reason: 'Une digue menace de céder.' }))
  where(await opened(app, meeting, '2027-03-04', ['jeanne', 'amina', 'louis', 'mathilde', 'karim', 'sophie']))
  const put = { item: '1', question: 'Approuver les comptes', manner: 'show-of-hands', presidedBy: cast.amina.id, chairLeaves: 'oui' }
  await refusedWith(await as(app, 'claire', `${meeting}/votes`, put), 'doit d’abord se prononcer sur l’urgence')
  await refusedWith(await as(app, 'claire', `${meeting}/urgence`, { for: '9', against: '0', abstention: '0' }), 'plus de bulletins')
  where(await as(app, 'claire', `${meeting}/urgence`, { for: '5', against: '1', abstention: '0' }))
  await refusedWith(await as(app, 'claire', `${meeting}/votes`, { ...put, presidedBy: cast.paul.id }), 'n’est pas présente')
  where(await as(app, 'claire', `${meeting}/votes`, put))
  const vote = `${meeting}/votes/1`
  await refusedWith(await as(app, 'jeanne', `${vote}/voix`, voices({ jeanne: 'for' })), 'ne prend pas part à ce vote')
  // Two against two and one abstention: the deputy who presides was for.
  where(
    await as(
      app,
      'claire',
      `${vote}/voix`,
      voices({ amina: 'for', louis: 'for', mathilde: 'against', karim: 'against', sophie: 'abstention' }),
    ),
  )
  where(await as(app, 'claire', `${vote}/cloture`))
  const result = await read(app, null, vote)
  for (const said of ['Adopté', 'celle de la personne qui préside l’emporte', 'Ce vote est présidé par Amina Belkacem', 'L2121-14'])
    expect(result).toContain(said)

  // A nomination is secret, unless everyone agrees.
  const nomination = { item: '1', question: 'Désigner Karim', manner: 'show-of-hands', nomination: 'oui' }
  await refusedWith(await as(app, 'claire', `${meeting}/votes`, nomination), 'Une nomination se vote en secret')
  where(await as(app, 'claire', `${meeting}/votes`, { ...nomination, manner: 'secret' }))
  where(
    await as(app, 'claire', `${meeting}/votes/2/depouillement`, {
      'all-for': '3',
      'all-against': '3',
      'all-abstention': '0',
      'all-blank': '0',
    }),
  )
  where(await as(app, 'claire', `${meeting}/votes/2/cloture`))
  expect(await read(app, null, `${meeting}/votes/2`)).toContain('Partage des voix')
  where(await as(app, 'claire', `${meeting}/cloture`))
  const draft = await read(app, 'claire', `${meeting}/proces-verbal`)
  for (const said of ['Une digue menace de céder.', 'elle est reconnue', 'Le vote est présidé par Amina Belkacem'])
    expect(draft).toContain(said)
  where(await as(app, 'claire', `${meeting}/proces-verbal`, { text: '# Présents\n\n- Jeanne & Amina\n\nLes comptes <sont> approuvés.' }))

  await app.signIn(null)
  expect((await app.get('/conseil/proces-verbaux/1')).status).toBe(404)
  const next = await planned(app, '2027-03-25', [{ title: 'Suite', note: 'Une note.' }])
  where(await as(app, 'claire', `${next}/convocation`))
  where(await opened(app, next, '2027-03-25', ['jeanne', 'amina', 'louis', 'mathilde', 'karim']))
  where(await as(app, 'claire', `${next}/approbation`, { meeting: '1', remarks: '' }))
  expect(await read(app, null, `${meeting}/proces-verbal`)).toContain('Les comptes &lt;sont&gt; approuvés.')
  const akn = await app.text('/conseil/proces-verbaux/1')
  expect(akn).toContain('<heading>Présents</heading><content><p>Jeanne &amp; Amina</p><p>Les comptes &lt;sont&gt; approuvés.</p></content>')
  // Late from the eighth day on, and for good.
  expect(await read(app, null, '/conseil/listes/1')).toContain('Elle devait paraître le jeudi 11 mars 2027 : 14 jours de retard')
})

test('two clerks at once get two numbers, without a gap; one vote makes one deliberation', async () => {
  const app = await start()
  await seated(app)
  const many = Array.from({ length: 6 }, (_, at) => ({ title: `Point ${at + 1}`, note: 'Une note.' }))
  const meeting = await planned(app, '2027-03-11', many)
  where(await as(app, 'claire', `${meeting}/convocation`))
  where(await opened(app, meeting, '2027-03-11', councillors))
  where(await as(app, 'claire', `${meeting}/votes`, { item: '1', question: 'Adopter', manner: 'show-of-hands' }))
  where(await as(app, 'claire', `${meeting}/votes/1/voix`, voices({ jeanne: 'for', amina: 'for' })))
  where(await as(app, 'claire', `${meeting}/votes/1/cloture`))
  where(await as(app, 'claire', `${meeting}/cloture`))
  const written = { title: 'Une délibération', text: 'Le conseil adopte.', matter: '5.2', isTransmissible: 'oui' }
  const sent: Promise<Response>[] = []
  for (const [at, name] of (['claire', 'ines', 'claire', 'ines', 'claire'] as const).entries()) {
    await app.signIn(name)
    sent.push(app.post('/conseil/deliberations', { seance: '1', vote: '', point: String(at + 2), ...written }))
  }
  for (const name of ['claire', 'ines'] as const) {
    await app.signIn(name)
    sent.push(app.post('/conseil/deliberations', { seance: '1', vote: '1', point: '', ...written }))
  }
  const statuses = (await Promise.all(sent)).map(answer => answer.status)
  expect(statuses.slice(0, 5)).toEqual([303, 303, 303, 303, 303])
  expect(statuses.slice(5).toSorted()).toEqual([303, 409])
  const { rows } = await app.owner.pool.query<{ label: string }>('select label from council.deliberation order by number')
  expect(rows.map(row => row.label)).toEqual([1, 2, 3, 4, 5, 6].map(n => `2027-${n}`))
})

test('the SCDL file of three hundred deliberations is valid against its schema', async () => {
  const app = await start()
  // Sizes, texts and days of every kind; a fixed sequence, so that a failure can be read again.
  let state = 20270311
  const below = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n
  const titles = [
    '=SOMME(A1)',
    'Une virgule, un "guillemet"',
    'Deux\nlignes',
    'Œuvre d’été : 1 000 €',
    '-12 % de déchets',
    'Ħ, emoji 🌳 et <balise>',
  ]
  for (let n = 1; n <= 300; n += 1) {
    const sitting = 7 + below(60)
    const votesFor = below(sitting + 1)
    const against = below(sitting - votesFor + 1)
    const abstentions = below(sitting - votesFor - against + 1)
    const noted = below(6) === 0
    const outcome = noted ? 'noted' : below(5) === 0 ? 'rejected' : 'carried'
    const year = 2024 + below(4)
    const heldOn = `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    const budget = below(2) === 0 ? ['', ''] : [below(2) === 0 ? `${year}` : `${year}/${year + 2}`, 'Budget principal, investissement']
    const counts = noted ? [null, null, null, null] : [sitting, votesFor, against, abstentions]
    const { rows } = await app.owner.pool.query(
      `insert into council.deliberation (body_id, meeting_id, item_id, vote_id, held_on, year, number, label, title, text, matter, outcome,
        sitting, votes_for, votes_against, abstentions, budget_year, budget_name, drafted_at, changed_at)
       values (1, 1, $1, $2, $3, $4, $5, $6, $7, 'Texte', $8, $9, $10, $11, $12, $13, $14, $15, now(), now()) returning id`,
      [
        n,
        noted ? null : n,
        heldOn,
        year,
        n,
        `${year}-${n}`,
        titles[below(titles.length)],
        matters[below(matters.length)]!.code,
        outcome,
        ...counts,
        ...budget,
      ],
    )
    await app.owner.pool.query(
      `insert into council.publication (body_id, deliberation_id, version, label, title, text, signed_by, secretary, file, digest, published_at)
       values (1, $1, 1, 'x', 'x', 'x', 'x', 'x', $2, encode(sha256($2::bytea), 'hex'), now())`,
      [rows[0].id, Buffer.from(`fichier ${n}`)],
    )
    if (below(3) > 0)
      await app.owner.pool.query(
        `insert into council.transmission (body_id, deliberation_id, received_on, acknowledgement, noted_at) values (1, $1, $2::date + $3::int, 'AR', now())`,
        [rows[0].id, heldOn, below(9)],
      )
  }
  const { header, records, faults } = await scdl(app)
  expect(faults).toEqual([])
  expect(header).toEqual(scdlFields.map(field => field.name))
  const kept = await app.owner.pool.query(`select count(*)::int as n from council.deliberation where outcome <> 'rejected'`)
  expect(records).toHaveLength(kept.rows[0].n)
  expect(records.length).toBeGreaterThan(200)
  expect(new Set(records.map(one => one.DELIB_MATIERE_CODE)).size).toBeGreaterThan(40)
  expect(records.some(one => one.DELIB_MATIERE_CODE === '7.10')).toBe(true)
  expect(records.some(one => one.PREF_DATE !== '') && records.some(one => one.PREF_DATE === '')).toBe(true)

  // Without the number by which the State knows the commune, there is no valid file: it is empty rather than wrong.
  await app.inWorld(world => changeSetting(world, 'council', 'siret', ''))
  expect((await scdl(app)).records).toEqual([])
})

test('a promise that comes back waits for the next session that is not convened yet, and is put on its agenda once', async () => {
  const app = await start()
  await seated(app)
  const promised = {
    title: 'Le marché <couvert>',
    url: '/engagements/3',
    decision: 'deliberation:1',
    decisionTitle: 'Le marché',
    committee: null,
    dueOn: '2027-02-01',
  }
  const clause = { ...promised, agenda: 'council', because: 'Si une étape a 30 jours de retard, la décision revient.', note: '' }
  const say = (event: string, content: Record<string, unknown>) =>
    app.inWorld(world => record(world, event, { subject: 'commitment:3', content }))
  await say('commitment.missed', promised)
  await say('commitment.missed', { ...promised, committee: '2', title: 'Celui d’un comité' })
  await say('commitment.missed', { ...promised, decision: 'vote:4', title: 'Celui d’un groupe' })
  await say('commitment.returned', clause)
  await say('commitment.returned', { ...clause, agenda: 'committee' })
  await app.settle()
  expect(await items(app)).toEqual([])
  const waiting = await read(app, null, '/conseil')
  expect(waiting).toContain('À inscrire à la prochaine séance')
  expect(waiting.split('Le marché &lt;couvert>')).toHaveLength(3)
  const meeting = await planned(app, '2027-03-25', [])
  for (let again = 0; again < 2; again += 1) await app.settle()
  const titles = (await items(app)).map(({ title }) => title)
  expect(titles).toEqual(['Engagement non tenu : Le marché <couvert>', 'Clause de revoyure : Le marché <couvert>'])
  expect(await read(app, 'jeanne', meeting)).toContain('Inscrit d’office')
  expect(await read(app, null, '/conseil')).not.toContain('À inscrire à la prochaine séance')
})
