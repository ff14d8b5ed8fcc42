import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { following } from '#engines/following'
import { decide, moderation } from '#engines/moderation'
import { debate } from '#engines/debate'
import { meetings } from '#engines/meetings'
import { opinionMap, readPolisComments, readPolisVotes, voteTable } from '#engines/opinionMap'
import { paper } from '#engines/paper'
import { signInAs } from '#kernel/auth'
import { type CastName, member } from '#kernel/demonstration'
import { startApp, type TestApp, testSecrets } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { catalogue } from '#modules/catalogue'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { questions } from '#modules/questions'
import { consultations } from './index.ts'

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings],
  services: [accounts, measures, catalogue, questions, consultations, desk],
}
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

test(
  'an agent opens a consultation; somebody without account answers, changes their mind, and counts once',
  { timeout: 60_000 },
  async () => {
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
  },
)

test(
  'answers given before signing in become those of the person, once; the browser alone then answers no more',
  { timeout: 60_000 },
  async () => {
    const app = await start()
    const path = await opened(app)
    const [home, phone] = [browser(app), browser(app)]
    await home.post(`${path}/votes`, { statement: '1', vote: 'agree' })
    await home.post(`${path}/votes`, { statement: '2', vote: 'agree' })
    await app.signIn('amina')
    const session = (await app.actorOf('amina')).personId
    expect(session).not.toBeNull()
    // On her telephone, signed in, she answers otherwise, later.
    app.clock = new Date('2026-09-06T08:00:00Z')
    await app.post(`${path}/votes`, { statement: '2', vote: 'disagree' })

    // Back home, signed in on the browser that had answered without her.
    const here = await signedInBrowser(app, 'amina', home.cookie)
    expect(await here.text(`${path}/participer`)).toContain('2 réponses données sur cet appareil avant de vous connecter')
    await here.post(`${path}/votes`, { statement: '3', vote: 'pass' })
    await here.post(`${path}/rattachement`, {})
    const counted = await app.owner.pool.query(
      `select p.person_id is not null as named, p.is_verified, v.statement, v.value from consultations.vote v join consultations.participant p on p.id = v.participant_id order by v.statement`,
    )
    expect(counted.rows.map(row => [row.named, row.is_verified, row.statement, row.value])).toEqual([
      [true, true, 1, 1],
      [true, true, 2, -1],
      [true, true, 3, 0],
    ])

    await app.signIn(null)
    const refused = await home.post(`${path}/votes`, { statement: '4', vote: 'agree' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('rattachées à un compte')
    expect((await phone.post(`${path}/votes`, { statement: '1', vote: 'agree' })).status).toBe(303)

    // Her copy tells her answers; her erasure takes them away, and nobody else's.
    const exported = await app.inWorld(async world => consultations.personalData.export?.(world, session ?? ''))
    expect(JSON.stringify(exported)).toContain('"answer":"disagree"')
    await app.inWorld(world => consultations.personalData.erase(world, session ?? ''))
    const left = await app.owner.pool.query('select count(*)::int as n from consultations.vote')
    expect(left.rows[0].n).toBe(1)
  },
)

test('two first answers of one browser at the same moment make one participant, and both are kept', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  const one = browser(app)
  await one.post(`${path}/votes`, { statement: '5', vote: 'agree' })
  await app.owner.pool.query('delete from consultations.participant')
  await Promise.all(['1', '2', '3', '4'].map(statement => one.post(`${path}/votes`, { statement, vote: 'agree' })))
  const { rows } = await app.owner.pool.query(
    'select (select count(*)::int from consultations.participant) as people, (select count(*)::int from consultations.vote) as votes',
  )
  expect(rows).toEqual([{ people: 1, votes: 4 }])
})

test(
  'a statement written without account is read first; close ones are shown before; moderation takes it away again',
  { timeout: 60_000 },
  async () => {
    const app = await start()
    const path = await opened(app, { moderated: 'after' })
    const one = browser(app)
    expect((await one.post(`${path}/affirmations`, { text: 'Il faudrait un point d’eau potable.' })).status).toBe(409)
    await one.post(`${path}/votes`, { statement: '1', vote: 'agree' })
    const similar = await one.post(`${path}/affirmations`, { text: 'Le marché devrait ouvrir le vendredi.' })
    expect(similar.status).toBe(200)
    expect(await similar.text()).toContain('Des affirmations proches existent déjà')
    const sent = await one.post(`${path}/affirmations`, { text: 'Il faudrait un point d’eau potable.' })
    expect(sent.headers.get('location')).toContain('proposee=lue-avant')
    expect(await app.text(`${path}/affirmations`)).not.toContain('point d’eau')
    expect((await one.post(`${path}/votes`, { statement: '6', vote: 'agree' })).status).toBe(409)

    await app.signIn('claire')
    expect(await app.text(`${path}/affirmations`)).toContain('point d’eau')
    const claire = await app.actorOf('claire')
    const subject = `statement:${path.split('/').at(-1)}-6`
    await app.inWorld(world => decide({ ...world, actor: claire }, subject, { act: 'released', reason: 'Lue.' }))
    await app.settle()
    await app.signIn('louis')
    expect(await app.text(`${path}/affirmations`)).toContain('point d’eau')
    expect((await app.post(`${path}/votes`, { statement: '6', vote: 'agree' })).status).toBe(303)
    // Louis is verified: in this consultation, what he proposes appears at once.
    await app.post(`${path}/affirmations`, { text: 'Les vélos ont besoin d’arceaux couverts.', confirmed: 'oui' })
    expect(await app.text(`${path}/affirmations`)).toContain('arceaux couverts')

    await app.inWorld(world => decide({ ...world, actor: claire }, subject, { act: 'hidden', reason: 'Doublon moqueur.', ruleNumber: 1 }))
    await app.settle()
    await app.signIn(null)
    expect(await app.text(`${path}/affirmations`)).not.toContain('point d’eau')
  },
)

test('a sheet of paper is keyed in once, by the code it bears', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  await app.signIn('claire')
  const printed = await app.post(`${path}/feuilles`, { copies: '3' })
  const pile = await app.text(printed.headers.get('location') ?? '')
  const codes = [...pile.matchAll(/Code de ce formulaire<\/span> <strong>([0-9A-Z]{6})</g)].map(([, code]) => code ?? '')
  expect(new Set(codes).size).toBe(3)

  // At the desk, the code leads straight to the sheet: it bears no name.
  await app.signIn('helene')
  const led = await app.post('/guichet/formulaire', { code: codes[1] ?? '' })
  const keying = led.headers.get('location') ?? ''
  expect(await app.text(keying)).toContain('Saisir la feuille 2')
  expect((await app.post(keying, {})).status).toBe(422)
  const both = await Promise.all([app.post(keying, { s1: 'agree', s2: 'pass' }), app.post(keying, { s1: 'disagree' })])
  expect(both.map(response => response.status).sort()).toEqual([303, 409])
  expect((await app.post(keying, { s1: 'agree' })).status).toBe(409)
  const { rows } = await app.owner.pool.query('select channel, count(*)::int as n from consultations.participant group by 1')
  expect(rows).toEqual([{ channel: 'paper', n: 1 }])
  const again = `insert into consultations.participant (body_id, consultation_id, channel, sheet_id, joined_at)
    select body_id, consultation_id, channel, sheet_id, joined_at from consultations.participant`
  await expect(app.owner.pool.query(again)).rejects.toThrow(/participant_sheet/)
  await app.signIn('amina')
  expect((await app.get(keying)).status).toBe(403)
})

test('a group without enough people has counts only; the page says so', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  for (let n = 0; n < 4; n += 1) {
    const one = browser(app)
    for (const statement of ['1', '2', '3']) await one.post(`${path}/votes`, { statement, vote: n % 2 ? 'agree' : 'disagree' })
  }
  await app.house.workers.run('consultations.maps')
  const shown = await app.text(`${path}/resultats`)
  expect(shown).toContain('Trop peu de participants pour une carte')
  expect(shown).not.toContain('opinion-map__mark')
})

test('what is published is computed again from its bundle, byte for byte', { timeout: 90_000 }, async () => {
  const app = await startApp({ ...rooms, demo: true })
  const page = await app.text('/consultations/2/resultats')
  const link = /href="(\/consultations\/publications\/\d+\/dossier\.zip)"/.exec(page)?.[1] ?? ''
  const files = unzipSync(new Uint8Array(await (await app.get(link)).arrayBuffer()))
  const digest = /Empreinte attendue, tout le monde :[^<]*<code>([0-9a-f]{64})</.exec(page)?.[1]
  const again = await mapOf(files['votes.csv']!, files['comments.csv']!)
  expect(again.inputDigest).toBe(digest)
  expect(`${JSON.stringify(again, null, 1)}\n`).toBe(strFromU8(files['result.json']!))
  const verified = await mapOf(files['votes-verified.csv']!, files['comments.csv']!)
  expect(verified.inputDigest).not.toBe(digest)
  expect(page).toContain(verified.inputDigest)
  expect(strFromU8(files['votes.csv']!)).not.toMatch(/T\d\d:|[0-9a-f]{8}-/)
  // The town hall owed an answer, and gave it.
  expect(await app.text('/consultations/2')).toContain('boîte de retour')
})

const mapOf = async (votes: Uint8Array, comments: Uint8Array) => {
  const [cast, said] = [await readPolisVotes([votes]), await readPolisComments([comments])]
  if (!cast.ok || !said.ok) throw new Error('unreadable')
  return opinionMap({ votes: voteTable(cast.value), statements: said.value.map(({ id, moderated }) => ({ id, moderated })) })
}

test('the three files of Polis come back as they were', { timeout: 90_000 }, async () => {
  const app = await start()
  const trio = {
    comments: `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1403054214196,Wed Jun 18 08:16:54 WIB 2014,0,0,1,1,0,"Un ""marché"", le soir"\n1403054214197,Wed Jun 18 08:16:55 WIB 2014,3,7,0,0,-1,Écartée\n`,
    votes: `timestamp,datetime,comment-id,voter-id,vote\n1403057082753,Wed Jun 18 09:04:42 WIB 2014,0,1,1\n1403057082700,Wed Jun 18 09:04:41 WIB 2014,0,1,-1\n1403057082999,Wed Jun 18 09:04:43 WIB 2014,3,2,0\n`,
    'participants-votes': `participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,3\n1,0,0,1,1,0,1,\n2,,0,1,0,0,,0\n`,
  }
  await app.signIn('claire')
  const form = new FormData()
  for (const [name, value] of Object.entries({
    title: 'Une archive',
    introduction: 'Tenue ailleurs, en 2014.',
    source: 'pol.is',
    licence: 'CC BY 4.0',
  }))
    form.append(name, value)
  form.append('comments', new File([trio.comments], 'comments.csv'))
  form.append('votes', new File([trio.votes], 'votes.csv'))
  form.append('participants', new File([trio['participants-votes']], 'participants-votes.csv'))
  const kept = await app.request('http://localhost/consultations/import', {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(kept.status).toBe(303)
  const path = kept.headers.get('location') ?? ''
  for (const [name, text] of Object.entries(trio))
    expect((await app.text(`${path}/export/${name}.csv`)).replaceAll('\r\n', '\n')).toBe(text)
  expect(await app.text(path)).toContain('Source : pol.is. Licence : CC BY 4.0.')
  const counted = await app.owner.pool.query('select value from consultations.vote order by statement')
  expect(counted.rows.map(row => row.value)).toEqual([1, 0])
  expect((await app.post(`${path}/votes`, { statement: '0', vote: 'agree' })).status).toBe(409)
})

test(
  'the town hall prolongs with a reason, closes, publishes; an answer is then owed; each step is signed',
  { timeout: 60_000 },
  async () => {
    const app = await start()
    const path = await opened(app)
    await app.signIn('claire')
    expect((await app.post(`${path}/publication`)).status).toBe(409)
    expect((await app.post(`${path}/prolongation`, { closesOn: '2026-09-15', reason: 'Pour les familles en congé.' })).status).toBe(422)
    expect((await app.post(`${path}/prolongation`, { closesOn: '2026-10-15', reason: 'Pour les familles en congé.' })).status).toBe(303)
    expect(await app.text(path)).toContain('Pour les familles en congé.')
    app.clock = new Date('2026-10-16T08:00:00Z')
    await app.house.workers.run('consultations.close')
    expect((await app.post(`${path}/publication`)).status).toBe(303)
    const shown = await app.text(path)
    for (const step of ['Consultation ouverte', 'Consultation prolongée', 'Consultation close', 'Résultats publiés'])
      expect(shown).toContain(step)
    expect(await app.text('/reponses')).toContain('Que voulez-vous pour le marché')
    expect((await app.post(`${path}/publication`)).status).toBe(422)
    expect((await app.post(`${path}/publication`, { reason: 'Une affirmation avait été oubliée.' })).status).toBe(303)
    expect(await app.text(`${path}/resultats`)).toContain('Publication n° 2')
  },
)

/** The same person, on a browser that already had its token. */
const signedInBrowser = async (app: TestApp, name: CastName, token: string) => {
  const session = (await signInAs(app.house.application, member(name).id, testSecrets.signing)).split(';')[0]!
  const cookie = `${session}; ${token}`
  return {
    post: (path: string, fields: Record<string, string>) => app.post(path, fields, { cookie }),
    text: async (path: string) => (await app.get(path, { cookie })).text(),
  }
}

test(
  'the demonstration shows each state: three groups, a published result, an archive, a draft for the town hall',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ ...rooms, demo: true })
    const results = await app.text('/consultations/1/resultats')
    expect(results).toContain('Groupe C')
    expect(results).toContain('Les invendus doivent aller aux personnes qui en ont besoin')
    expect(await app.text('/consultations/1/resultats?lecture=verifies')).toContain('Habitants vérifiés seulement')
    expect(await app.text('/consultations/1/provenance')).toContain('Feuille de papier')
    expect(await app.text('/consultations/1/affirmations?tri=division')).toContain('Groupe par groupe')
    expect(await app.text('/consultations/3/resultats')).toContain('Groupe')
    expect((await app.get('/consultations/4')).status).toBe(404)
    await app.signIn('claire')
    expect(await app.text('/consultations/4')).toContain('entre les hameaux et la gare')
  },
)
