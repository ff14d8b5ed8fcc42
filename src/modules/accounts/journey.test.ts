import { expect, test } from 'vitest'
import { paper } from '#engines/paper'
import { verifyJournal } from '#kernel/journal'
import { cast, startApp } from '#kernel/testing'
import { accounts } from './index.ts'

/** A browser that keeps its cookies. */
const browser = (app: Awaited<ReturnType<typeof startApp>>) => {
  const jar = new Map<string, string>()
  const go = async (path: string, fields?: Record<string, string>): Promise<Response> => {
    const answer = await app.house.app.request(`http://localhost${path}`, {
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields ? { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } : {}),
      },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';')
      const at = pair.indexOf('=')
      if (attributes.some(one => /max-age=0/i.test(one))) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  return { jar, go }
}
const letters = async (app: Awaited<ReturnType<typeof startApp>>) =>
  (await app.owner.pool.query<{ address: string; text: string }>('select address, text from mail.message order by queued_at, id')).rows

test('a newcomer asks for a link, opens it once, chooses a name, and signs out', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  const { go, jar } = browser(app)
  const asked = await go('/connexion', { email: 'Lea@exemple.fr', retour: '/compte/residence' })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/connexion/lien-envoye'])
  const [letter] = await letters(app)
  expect(letter!.address).toBe('lea@exemple.fr')
  const link = /http:\/\/localhost(\/connexion\/lien\?\S+)/.exec(letter!.text)![1]!

  const page = await (await go(link)).text()
  const token = /name="token" value="([^"]+)"/.exec(page)![1]!
  const success = /name="callbackURL" value="([^"]+)"/.exec(page)![1]!
  const failure = /name="errorCallbackURL" value="([^"]+)"/.exec(page)![1]!
  const verify = `/api/auth/magic-link/verify?${new URLSearchParams({ token, callbackURL: success, errorCallbackURL: failure })}`
  const entered = await go(verify)
  expect([entered.status, entered.headers.get('location')]).toEqual([
    302,
    'http://localhost/connexion/bienvenue?retour=%2Fcompte%2Fresidence',
  ])
  expect(entered.headers.getSetCookie().join()).toMatch(/yvette\.session_token=.*HttpOnly.*SameSite=Lax/i)

  const welcome = await go('/connexion/bienvenue?retour=%2Fcompte%2Fresidence')
  expect(await welcome.text()).toContain('15 ans')
  expect((await go('/connexion/bienvenue', { name: 'Léa <b>D.</b>', retour: '/compte/residence' })).status).toBe(422)
  expect(
    (await go('/connexion/bienvenue', { name: 'Léa <b>D.</b>', oldEnough: 'oui', retour: '/compte/residence' })).headers.get('location'),
  ).toBe('/compte/residence')
  const account = await (await go('/compte')).text()
  expect(account).toContain('Léa &lt;b')
  expect(account).toContain('lea@exemple.fr')

  const again = await browser(app).go(verify)
  expect(again.headers.get('location')).toContain('error=INVALID_TOKEN')
  expect((await go('/deconnexion', {})).status).toBe(200)
  expect(jar.has('yvette.session_token')).toBe(false)
  expect((await go('/compte')).headers.get('location')).toBe('/connexion?retour=%2Fcompte')
})

test('asking for a link says the same of a known and of an unknown address, and a mailbox is not flooded', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  const { go } = browser(app)
  const known = await go('/connexion', { email: 'amina@exemple.fr' })
  const unknown = await go('/connexion', { email: 'personne@exemple.fr' })
  expect([known.status, known.headers.get('location'), await known.text()]).toEqual([
    unknown.status,
    unknown.headers.get('location'),
    await unknown.text(),
  ])
  for (let time = 0; time < 6; time += 1)
    expect((await go('/connexion', { email: 'amina@exemple.fr' })).headers.get('location')).toBe('/connexion/lien-envoye')
  expect((await letters(app)).filter(letter => letter.address === 'amina@exemple.fr')).toHaveLength(4)
})

test('a link leads a person already known by the address to the same person', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  const { go } = browser(app)
  await go('/connexion', { email: cast.amina.email })
  const [letter] = await letters(app)
  const token = /jeton=([^&\s]+)/.exec(letter!.text)![1]!
  await go(`/api/auth/magic-link/verify?token=${token}&callbackURL=/compte`)
  expect(await (await go('/compte')).text()).toContain(cast.amina.name)
})

test('a stolen or invented cookie opens nothing; a session closed elsewhere is closed', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  const mine = browser(app)
  await mine.go('/connexion/demonstration', { person: cast.nour.id })
  expect((await mine.go('/compte')).status).toBe(200)
  const forged = browser(app)
  const [token] = decodeURIComponent(mine.jar.get('yvette.session_token')!).split('.')
  forged.jar.set('yvette.session_token', encodeURIComponent(`${token}.${'A'.repeat(43)}=`))
  expect((await forged.go('/compte')).status).toBe(303)
  const other = browser(app)
  await other.go('/connexion/demonstration', { person: cast.nour.id })
  expect((await mine.go('/compte/sessions/fin', { id: 'others' })).status).toBe(303)
  expect([(await mine.go('/compte')).status, (await other.go('/compte')).status]).toEqual([200, 303])
})

test('one-click entry does not exist in production', async () => {
  const app = await startApp({ engines: [paper], services: [accounts], mode: 'production' })
  const { go } = browser(app)
  expect((await go('/connexion/demonstration', { person: cast.ines.id })).status).toBe(404)
  expect(await (await go('/connexion')).text()).not.toContain(cast.ines.name)
})

test('a residence is verified with the code of a letter that an agent printed', async () => {
  const app = await startApp({ engines: [paper], services: [accounts], now: '2026-11-23T10:00:00Z' })
  await app.signIn('nour')
  expect((await app.post('/compte/residence', { address: '12 rue du Lavoir, 91440 Val-sur-Yvette' })).status).toBe(303)
  expect((await app.post('/compte/residence/code', { code: 'AAAA-AAAA' })).status).toBe(422)
  expect((await app.get('/courriers')).status).toBe(403)
  await app.signIn('claire')
  const printed = await (await app.post('/courriers')).text()
  const code = /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(printed)![1]!
  expect(printed).toContain('Nour Haddad')
  const kept = await app.owner.pool.query('select digest::text as digest from accounts.letter')
  expect(JSON.stringify(kept.rows)).not.toContain(code)
  await app.signIn('nour')
  expect(await (await app.post('/compte/residence/code', { code: '0000-0000' })).text()).toContain('pas le code')
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(false)
  expect((await app.post('/compte/residence/code', { code: code.toLowerCase().replace('-', ' ') })).status).toBe(303)
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(true)
})

test('five wrong codes close a letter; a code dies after its last day', async () => {
  const app = await startApp({ engines: [paper], services: [accounts], now: '2026-11-23T10:00:00Z' })
  await app.signIn('nour')
  await app.post('/compte/residence', { address: '12 rue du Lavoir, 91440 Val-sur-Yvette' })
  await app.signIn('claire')
  const code = /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(await (await app.post('/courriers')).text())![1]!
  await app.signIn('nour')
  app.clock = new Date('2027-01-08T10:00:00Z')
  expect(await (await app.post('/compte/residence/code', { code })).text()).toContain('plus valable')
  app.clock = new Date('2027-01-07T10:00:00Z')
  for (let time = 0; time < 5; time += 1) await app.post('/compte/residence/code', { code: '0000-0000' })
  expect(await (await app.post('/compte/residence/code', { code })).text()).toContain('Trop d’essais')
})

test('three verified neighbours vouch; a neighbour who was only vouched for cannot', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  await app.signIn('nour')
  const path = /http:\/\/localhost(\/garants\/[0-9a-f.-]+)/.exec(await app.text('/compte/residence'))![1]!
  expect((await app.post(path)).status).toBe(409)
  for (const neighbour of ['amina', 'louis'] as const) {
    await app.signIn(neighbour)
    expect((await app.post(path)).status).toBe(200)
    expect((await app.post(path)).status).toBe(409)
  }
  expect((await app.get(`${path.slice(0, -1)}0`)).status === 404 || path.endsWith('0')).toBe(true)
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(false)
  await app.signIn('jeanne')
  await app.post(path)
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(true)
})

test('a parent declares a child, acts for them, and stops being able to when the agreement is withdrawn', async () => {
  const app = await startApp({ engines: [paper], services: [accounts], now: '2026-11-23T10:00:00Z' })
  await app.signIn('amina')
  expect((await app.post('/compte/proches', { name: 'Samir', birthDate: '2001-01-01', authority: 'oui' })).status).toBe(422)
  expect((await app.post('/compte/proches', { name: 'Samir', birthDate: '2014-06-01', authority: 'oui' })).status).toBe(303)
  const ward = /name="ward" value="([^"]+)"/.exec(await app.text('/compte/proches'))![1]!
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(303)
  const acting = await app.text('/compte/residence')
  expect(acting).toContain('Samir')
  expect((await app.get('/compte')).status).toBe(403)
  await app.signIn('louis')
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(404)
  await app.signIn('amina')
  await app.post('/compte/proches/accord/retrait', { ward })
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(409)
})

test('the town hall accepts a member of an association', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  await app.signIn('louis')
  await app.post('/compte/organisations', { organisation: 'Les Amis du Marché', kind: 'association', title: 'Trésorier' })
  expect((await app.actorOf('louis')).roles.has('member')).toBe(false)
  await app.signIn('claire')
  const request = /name="request" value="(\d+)"/.exec(await app.text('/organisations/demandes'))![1]!
  await app.post('/organisations/demandes', { request, answer: 'accepted' })
  expect((await app.actorOf('louis')).roles.has('member')).toBe(true)
})

test('a person takes a copy of their data, then is erased everywhere, and the journal still verifies', async () => {
  const app = await startApp({ engines: [paper], services: [accounts] })
  await app.signIn('amina')
  await app.post('/compte/nom', { name: 'Amina B.' })
  const copy = await (await app.get('/compte/donnees.json')).json()
  expect(copy.accounts.person[0].name).toBe('Amina B.')
  expect((await app.post('/compte/effacement', {})).status).toBe(422)
  expect((await app.post('/compte/effacement', { sure: 'oui' })).status).toBe(200)
  expect((await app.get('/compte')).status).toBe(303)
  await app.settle()
  await app.house.workers.run('accounts.erase')
  const { rows } = await app.owner.pool.query(
    `select name, erased_at is not null as erased,
    (select count(*)::int from kernel.contact where person_id = p.id) as contacts,
    (select count(*)::int from journal.content where person_id = p.id) as lines from kernel.person p where id = $1`,
    [cast.amina.id],
  )
  expect(rows[0]).toEqual({ name: 'Personne effacée', erased: true, contacts: 0, lines: 0 })
  const verdict = await app.inWorld(world => verifyJournal(world.db, world.body.id, world.journalKey))
  expect(verdict.faults).toEqual([])
  expect(verdict.erased).toBeGreaterThan(0)
})
