import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { engines } from '../../../services.ts'
import { meetings as meetingsEngine } from '#engines/meetings'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { measures } from '../index.ts'

const programme = readFileSync(new URL('../data/programme.md', import.meta.url), 'utf8')
const evening = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`)

/** The programme published by the agent, who also takes the pen of its first measure. */
const start = async () => {
  const app = await startApp({ engines, services: [measures], now: '2027-01-04T09:00:00Z' })
  await app.signIn('claire')
  const imported = await app.post('/programme/import', { text: programme, format: 'auto' })
  await app.post(`${imported.headers.get('location')}/publication`)
  const measure = /href="(\/mesures\/\d+)"/.exec(await app.text('/mesures'))![1]!
  await app.post(`${measure}/reperes`, { pilot: cast.claire.id, service: 'participation', closesOn: '' })
  return { app, group: `${measure}/groupe`, meetings: `${measure}/reunions` }
}
const as = async (app: TestApp, name: keyof typeof cast | null, path: string, fields: Record<string, string> = {}) => {
  await app.signIn(name)
  return app.post(path, fields)
}
const where = (response: Response) => {
  expect(response.status).toBe(303)
  return response.headers.get('location')!
}
const read = async (app: TestApp, name: keyof typeof cast | null, path: string) => {
  await app.signIn(name)
  const html = await app.text(path)
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const requestOf = async (app: TestApp, group: string) => {
  await app.signIn('claire')
  return /demandes\/(\d+)\/decision/.exec(await app.text(group))![1]!
}
const join = async (app: TestApp, group: string, name: keyof typeof cast) => {
  await as(app, name, `${group}/demandes`, { motive: 'Je veux aider.' })
  const request = await requestOf(app, group)
  where(await as(app, 'claire', `${group}/demandes/${request}/decision`, { decision: 'accepted', reason: '' }))
}
const plan = { place: 'Salle du Lavoir', address: '', link: '', openTo: 'anyone', seats: '', starts: '19h', ends: '21:00' }
const planMeeting = async (app: TestApp, meetings: string, title: string, day: string) => {
  const meeting = where(await as(app, 'claire', meetings, { ...plan, title, day }))
  where(await as(app, 'claire', `${meeting}/ordre-du-jour`, { title: 'Choisir les horaires', note: '' }))
  where(await as(app, 'claire', `${meeting}/convocation`, { reason: '' }))
  return meeting
}
const arrive = async (app: TestApp, meeting: string, ...names: readonly (keyof typeof cast)[]) => {
  for (const name of names) where(await as(app, name, `${meeting}/presence`, { person: cast[name].id, channel: 'room' }))
}
const latestVote = async (app: TestApp, meeting: string) => {
  await app.signIn('claire')
  return [...(await app.text(`${meeting}/seance`)).matchAll(/href="([^"]+\/votes\/\d+)"/g)].at(-1)![1]!
}
const openVote = async (app: TestApp, meeting: string, question: string, manner = 'named') => {
  await app.signIn('claire')
  const item = /<option value="(\d+)"/.exec(await app.text(`${meeting}/seance`))![1]!
  where(await as(app, 'claire', `${meeting}/votes`, { item, question, manner }))
  return latestVote(app, meeting)
}

test('residents join the group of a measure: asked, answered with a reason, left', async () => {
  const { app, group } = await start()
  expect(await read(app, null, group)).toContain('Le groupe n’est pas encore formé')
  expect((await as(app, null, `${group}/demandes`, {})).status).toBe(401)

  where(await as(app, 'amina', `${group}/demandes`, { motive: 'Je tiens un stand <le samedi>.' }))
  expect((await as(app, 'amina', `${group}/demandes`, {})).status).toBe(409)
  expect(await read(app, 'amina', group)).toContain('Votre demande attend une réponse')
  const request = await requestOf(app, group)
  expect(await app.text(group)).toContain('Je tiens un stand &lt;le samedi>.')
  expect((await as(app, 'louis', `${group}/demandes/${request}/decision`, { decision: 'accepted' })).status).toBe(403)
  expect((await as(app, 'claire', `${group}/demandes/${request}/decision`, { decision: 'refused' })).status).toBe(409)
  where(
    await as(app, 'claire', `${group}/demandes/${request}/decision`, {
      decision: 'refused',
      reason: 'Le groupe est complet jusqu’en mars.',
    }),
  )
  expect(await read(app, 'amina', group)).toContain('Le groupe est complet jusqu’en mars.')
  await app.settle()
  const told = await app.owner.pool.query('select what from following.notification where person_id = $1 order by event', [cast.amina.id])
  expect(told.rows.map(row => row.what.fr)).toEqual([expect.stringContaining('Le groupe est complet jusqu’en mars.')])

  await join(app, group, 'amina')
  await join(app, group, 'paul')
  const composition = await read(app, null, group)
  expect(composition).toMatch(/Usagers \(1\)\s+Amina Belkacem.*Agents \(1\)\s+Claire Nguyen, tient la plume.*Élus \(1\)\s+Paul Aubry/)
  where(await as(app, 'amina', `${group}/depart`))
  expect(await read(app, null, group)).toContain('Usagers (0)')
  expect((await as(app, 'claire', `${group}/depart`)).status).toBe(409)

  await app.settle()
  const { rows } = await app.owner.pool.query(`select event from journal.entry where event like 'group.%' order by id`)
  expect(rows.map(row => row.event)).toEqual([
    'group.asked',
    'group.request-refused',
    'group.asked',
    'group.request-accepted',
    'group.opened',
    'group.piloted',
    'group.joined',
    'group.asked',
    'group.request-accepted',
    'group.joined',
    'group.left',
  ])
})

test('a group meets: quorum missed, then reached; a proxy, a withdrawal, a tie; minutes approved at the next meeting and published', async () => {
  const { app, group, meetings } = await start()
  for (const name of ['amina', 'louis', 'jeanne', 'karim', 'paul'] as const) await join(app, group, name)
  const voice = (name: keyof typeof cast, choice: string) => ({ [`voix-${cast[name].id}`]: choice })

  // A notice of seven days is asked: six are refused, and the page counts them.
  const soon = where(await as(app, 'claire', meetings, { ...plan, title: 'Trop tôt', day: '2027-01-10' }))
  await as(app, 'claire', `${soon}/ordre-du-jour`, { title: 'Un point', note: '' })
  expect(await read(app, 'claire', `${soon}/convocation`)).toContain('à partir du lundi 11 janvier 2027')
  expect((await as(app, 'claire', `${soon}/convocation`, {})).status).toBe(409)
  where(await as(app, 'claire', `${soon}/annulation`, { reason: 'Le délai manquait.' }))
  expect((await as(app, 'amina', meetings, { ...plan, title: 'x', day: '2027-01-20' })).status).toBe(403)
  expect((await as(app, 'claire', meetings, { ...plan, title: '', day: '2027-01-20', ends: '18:00' })).status).toBe(422)

  // Convened in time: members get a letter, everyone a calendar.
  const first = await planMeeting(app, meetings, 'Première réunion', '2027-01-12')
  await app.settle()
  const letters = await app.owner.pool.query(
    `select address, text from mail.message where subject = 'Convocation : Première réunion' order by address`,
  )
  expect(letters.rows.map(row => row.address)).toEqual(
    ['amina', 'claire', 'jeanne', 'karim', 'louis', 'paul'].map(name => `${name}@exemple.fr`),
  )
  expect(letters.rows[0].text).toContain('1. Choisir les horaires')
  const feed = await (await app.get(`${first}/reunion.ics`)).text()
  expect(feed).toContain('DTSTART;TZID=Europe/Paris:20270112T190000')

  // Two of six: the quorum is missed, and a second meeting is convened with three days.
  app.clock = evening('2027-01-12', '19:00')
  await arrive(app, first, 'claire', 'amina')
  expect((await as(app, 'claire', `${first}/ouverture`)).status).toBe(409)
  expect(await read(app, 'claire', `${first}/presence`)).toMatch(/Ensemble 6 2 0 3 1/)
  where(await as(app, 'claire', `${first}/ajournement`))
  app.clock = evening('2027-01-13', '10:00')
  const change = where(await as(app, 'claire', `${first}/seconde-convocation`))
  const second = change.replace('/modification', '')
  where(await as(app, 'claire', change, { ...plan, title: 'Seconde réunion', day: '2027-01-16' }))
  where(await as(app, 'claire', `${second}/convocation`, {}))

  // Amina and Paul come, Louis gives his voice to Amina; nobody carries two.
  app.clock = evening('2027-01-16', '18:50')
  where(await as(app, 'louis', `${second}/pouvoirs`, { giver: cast.louis.id, holder: cast.amina.id }))
  expect((await as(app, 'jeanne', `${second}/pouvoirs`, { giver: cast.jeanne.id, holder: cast.amina.id })).status).toBe(409)
  expect((await as(app, 'jeanne', `${second}/pouvoirs`, { giver: cast.karim.id, holder: cast.paul.id })).status).toBe(403)
  await arrive(app, second, 'claire', 'amina', 'paul', 'karim')
  where(await as(app, 'claire', `${second}/ouverture`))
  await app.signIn('paul')
  expect((await app.get(`${second}/seance`)).status).toBe(403)

  // A tie: Claire and Karim for, Amina and Louis (by proxy) against, Paul withdraws.
  const tied = await openVote(app, second, 'Ouvrir dès 7 heures ?')
  where(await as(app, 'paul', `${tied}/voix`, voice('paul', 'for')))
  where(await as(app, 'paul', `${tied}/deport`, { person: cast.paul.id, reason: 'Mon frère y tient un stand' }))
  expect((await as(app, 'paul', `${tied}/voix`, voice('paul', 'for'))).status).toBe(409)
  where(await as(app, 'claire', `${tied}/voix`, { ...voice('claire', 'for'), ...voice('karim', 'for') }))
  where(
    await as(app, 'amina', `${tied}/voix`, { ...voice('amina', 'against'), ...voice('louis', 'against'), ...voice('karim', 'against') }),
  )
  where(await as(app, 'claire', `${tied}/cloture`))
  const result = await read(app, null, tied)
  expect(result).toContain('Partage des voix : rien n’est adopté')
  expect(result).toMatch(/Ensemble 2 2 0 0 3/)
  expect(result).toContain('Paul Aubry (Mon frère y tient un stand)')
  expect((await as(app, 'amina', `${tied}/voix`, voice('amina', 'for'))).status).toBe(409)

  // A secret vote keeps papers only.
  const secret = await openVote(app, second, 'Confier la suite à Karim ?', 'secret')
  expect((await as(app, 'amina', `${secret}/voix`, voice('amina', 'for'))).status).toBe(409)
  expect(
    (await as(app, 'claire', `${secret}/depouillement`, { 'all-for': '9', 'all-against': '0', 'all-abstention': '0', 'all-blank': '0' }))
      .status,
  ).toBe(409)
  where(await as(app, 'claire', `${secret}/depouillement`, { 'all-for': '3', 'all-against': '1', 'all-abstention': '', 'all-blank': '1' }))
  where(await as(app, 'claire', `${secret}/cloture`))
  expect((await app.owner.pool.query(`select from meetings.ballot where manner = 'secret'`)).rowCount).toBe(0)
  expect(await read(app, null, secret)).toContain('Adopté')

  // Minutes drafted from the session; a visitor does not see them yet.
  app.clock = evening('2027-01-16', '20:45')
  where(await as(app, 'claire', `${second}/cloture`))
  await app.signIn('claire')
  const draft = areaOf(await app.text(`${second}/proces-verbal`), 'text')
  expect(draft).toContain('Louis Marchand, qui a confié sa voix à Amina Belkacem')
  expect(draft).toContain('Paul Aubry se déporte (Mon frère y tient un stand)')
  expect(draft).toContain('Jeanne Petit')
  where(await as(app, 'claire', `${second}/proces-verbal`, { text: `${draft}\n\nJeanne avait prévenu.` }))
  await app.signIn(null)
  expect((await app.get(`${second}/proces-verbal`)).status).toBe(404)

  // The next meeting approves them: published for everyone.
  app.clock = evening('2027-01-20', '10:00')
  const third = await planMeeting(app, meetings, 'Troisième réunion', '2027-01-28')
  app.clock = evening('2027-01-28', '19:00')
  expect((await as(app, 'claire', `${third}/approbation`, { meeting: second.split('/').at(-1)!, remarks: '' })).status).toBe(409)
  await arrive(app, third, 'claire', 'amina', 'jeanne')
  where(await as(app, 'claire', `${third}/ouverture`))
  where(
    await as(app, 'claire', `${third}/approbation`, {
      meeting: second.split('/').at(-1)!,
      remarks: 'Jeanne demande que son message soit cité.',
    }),
  )
  expect((await as(app, 'claire', `${second}/proces-verbal`, { text: 'Autre chose' })).status).toBe(409)
  const published = await read(app, null, `${second}/proces-verbal`)
  expect(published).toContain('Jeanne avait prévenu.')
  expect(published).toContain('Jeanne demande que son message soit cité.')
  const news = await app.inWorld(world => meetingsEngine.changes(world, 5))
  expect(news.map(({ url }) => url)).toEqual([`${second}/proces-verbal`]) // those of the third, not approved, stay among members
  const { rows } = await app.owner.pool.query(`select event from journal.entry where event = 'meeting.minutes-approved'`)
  expect(rows).toHaveLength(1)

  // What was cancelled stays in calendars as cancelled.
  const all = await (await app.get(`${meetings}/agenda.ics`)).text()
  expect(all.match(/STATUS:CANCELLED/g)).toHaveLength(1)
  await app.signIn('amina')
  const personal = /href="(\/mesures\/mes-reunions\/[^"]+)"/.exec(await app.text(meetings))![1]!
  await app.signIn(null)
  expect((await (await app.get(personal)).text()).match(/BEGIN:VEVENT/g)!.length).toBeGreaterThanOrEqual(3)
  expect((await app.get(personal.replace(/\.[0-9a-f]{4}/, '.0000'))).status).toBe(404)
})

test('members put an item on the agenda against the wish of the chair', async () => {
  const { app, group, meetings } = await start()
  for (const name of ['amina', 'louis', 'jeanne'] as const) await join(app, group, name)
  const meeting = await planMeeting(app, meetings, 'Réunion', '2027-01-20')
  where(await as(app, 'amina', `${meeting}/ordre-du-jour`, { title: 'La garde des enfants', note: '' }))
  expect(await read(app, null, meeting)).toContain('Points demandés')
  await app.signIn('louis')
  const support = /action="([^"]+\/appui)"/.exec(await app.text(meeting))![1]!
  where(await as(app, 'louis', support))
  expect((await as(app, 'karim', support)).status).toBe(403)
  expect(await read(app, null, meeting)).toContain('Points demandés')
  where(await as(app, 'jeanne', support))
  const page = await read(app, null, meeting)
  expect(page).not.toContain('Points demandés')
  expect(page).toContain('La garde des enfants')
})

/** What a text area holds. */
const areaOf = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`)
    .exec(html)![1]!
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
