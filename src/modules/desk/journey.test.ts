import { expect, test } from 'vitest'
import { formCode, paper } from '#engines/paper'
import { cast, startApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { desk } from './index.ts'

const start = () => startApp({ engines: [paper], services: [accounts, desk], now: '2026-11-23T10:00:00Z' })
type App = Awaited<ReturnType<typeof start>>

/** Adds a person at the desk and returns the path of their record. */
const added = async (app: App, name: string, postalAddress: string, more: Record<string, string> = {}) => {
  const answer = await app.post('/guichet/personnes/nouvelle', { name, postalAddress, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const idOf = (path: string) => path.split('/')[3]!.slice(0, 36)

test('a helper keys a sheet for a person with only a postal address, who later opens an account and finds it all', async () => {
  const app = await start()
  const code = await app.inWorld(world => formCode(world, '/compte/residence'))
  await app.signIn('helene')
  const chosen = await app.post('/guichet/formulaire', { code: `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}` })
  expect(chosen.headers.get('location')).toBe(`/guichet?code=${code}`)
  const file = await added(app, 'Odette Marin', '5 rue du Four, 91440 Val-sur-Yvette', { code })
  expect(file).toContain(`?code=${code}`)
  const begun = await app.post(`/guichet/personnes/${idOf(file)}/saisie`, { channel: 'paper', code })
  expect(begun.headers.get('location')).toBe('/compte/residence')
  const screen = await app.text('/compte/residence')
  expect(screen).toContain('Odette Marin')
  expect(screen).toContain('Hélène Costa')
  expect((await app.post('/compte/residence', { address: '5 rue du Four, 91440 Val-sur-Yvette' })).status).toBe(303)
  expect((await app.get('/compte')).status).toBe(403)
  expect((await app.post('/guichet/fin')).headers.get('location')).toBe('/guichet')
  expect(await app.text('/guichet/saisies')).toMatch(/Odette Marin[\s\S]*residence\.letterAsked/)

  const { rows } = await app.owner.pool.query(
    `select c.person_id, c.keyed_by, c.channel, c.form from journal.content c join journal.entry e on e.id = c.entry_id where e.event = 'residence.letterAsked'`,
  )
  expect(rows).toEqual([{ person_id: idOf(file), keyed_by: cast.helene.id, channel: 'paper', form: code }])

  await app.signIn('claire')
  expect((await app.post(`/guichet/personnes/${idOf(file)}/lettre`)).status).toBe(303)
  const letters = await (await app.post('/courriers')).text()
  const codes = [...letters.matchAll(/<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/g)].map(match => match[1]!)
  expect(codes).toHaveLength(2)
  await app.signIn(null)
  expect((await app.post('/connexion/lettre', { code: '0000-0000' })).status).toBe(422)
  const tries = [await app.post('/connexion/lettre', { code: codes[0]! }), await app.post('/connexion/lettre', { code: codes[1]! })]
  expect(tries.map(answer => answer.status).sort()).toEqual([303, 422])
  const cookie = tries
    .find(answer => answer.status === 303)!
    .headers.get('set-cookie')!
    .split(';')[0]!
  const own = await app.house.app.request('http://localhost/compte/residence', { headers: { cookie } })
  expect(await own.text()).toContain('5 rue du Four')
  expect(await (await app.house.app.request('http://localhost/compte', { headers: { cookie } })).text()).toContain('Odette Marin')
})

test('whoever keys for an administrator gets none of their powers', async () => {
  const app = await start()
  await app.signIn('claire')
  expect((await app.post(`/guichet/personnes/${cast.odile.id}/saisie`, { channel: 'desk' })).status).toBe(404)
  await app.post(`/guichet/personnes/${cast.marc.id}/saisie`, { channel: 'desk' })
  expect(await app.text('/guichet')).toContain('Marc Lefort')
  expect((await app.get('/courriers')).status).toBe(403)
  expect((await app.get(`/guichet/personnes/${cast.nour.id}`)).status).toBe(403)
})

test('a helper whose mandate ended keys for nobody, even in the middle of an entry', async () => {
  const app = await start()
  await app.signIn('helene')
  await app.post(`/guichet/personnes/${cast.nour.id}/saisie`, { channel: 'phone' })
  expect(await app.text('/guichet')).toContain('Nour Haddad')
  await app.owner.pool.query(`update kernel.role set until = '2026-11-22' where person_id = $1`, [cast.helene.id])
  expect((await app.get('/guichet')).status).toBe(403)
  expect(await app.text('/compte')).toContain('Hélène Costa')
})

test('a name already known is proposed before a second record is made', async () => {
  const app = await start()
  await app.signIn('helene')
  const first = await app.post('/guichet/personnes/nouvelle', { name: 'Amina Belkasem', postalAddress: '1 rue Haute, Val-sur-Yvette' })
  expect(first.status).toBe(422)
  expect(await first.text()).toContain(cast.amina.name)
  await added(app, 'Amina Belkasem', '1 rue Haute, Val-sur-Yvette', { someoneElse: 'oui' })
  expect(await app.text('/guichet?nom=belkacem%20amína')).toContain(cast.amina.name)
  expect((await app.post('/guichet/personnes/nouvelle', { name: 'X', postalAddress: '' })).status).toBe(422)
})

test('two records that are one person are joined: nothing is lost, nothing counts twice', async () => {
  const app = await start()
  await app.signIn('claire')
  const file = await added(app, 'Odette Marin', '5 rue du Four, 91440 Val-sur-Yvette')
  const double = await added(app, 'Odette Marain', '5 rue du Four, Val-sur-Yvette', { someoneElse: 'oui' })
  const [kept, removed] = [idOf(file), idOf(double)]
  for (const person of [kept, removed]) {
    await app.owner.pool.query(`insert into accounts.vouch (body_id, person_id, voucher_id, vouched_at) values (1, $1, $2, now())`, [
      cast.nour.id,
      person,
    ])
  }
  await app.owner.pool.query(`insert into accounts.vouch (body_id, person_id, voucher_id, vouched_at) values (1, $1, $2, now())`, [
    cast.louis.id,
    removed,
  ])
  expect(await app.text(`${file}/reunion`)).toContain('Odette Marain')
  const office = await app.post(`/guichet/personnes/${kept}/reunion`, { removed: cast.marc.id, sure: 'oui' })
  expect([office.status, (await office.text()).includes('exerce une fonction')]).toEqual([409, true])
  const done = await app.post(`/guichet/personnes/${kept}/reunion`, { removed, sure: 'oui' })
  expect(await done.text()).toMatch(/Un enregistrement a rejoint cette fiche.*Un acte fait des deux côtés/s)
  const { rows } = await app.owner.pool.query('select person_id, voucher_id from accounts.vouch order by id')
  expect(rows).toEqual([
    { person_id: cast.nour.id, voucher_id: kept },
    { person_id: cast.louis.id, voucher_id: kept },
  ])
  expect((await app.post(`/guichet/personnes/${removed}/saisie`, { channel: 'desk' })).status).toBe(409)
  await app.signIn('helene')
  expect((await app.get(`${file}/reunion`)).status).toBe(403)
})

test('an agent notes having seen a document; the fact alone is kept', async () => {
  const app = await start()
  await app.signIn('helene')
  expect((await app.post(`/guichet/personnes/${cast.nour.id}/justificatif`)).status).toBe(403)
  await app.signIn('claire')
  await app.post(`/guichet/personnes/${cast.nour.id}/justificatif`)
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(true)
  const { rows } = await app.owner.pool.query('select proof, recorded_by from kernel.residence where person_id = $1', [cast.nour.id])
  expect(rows).toEqual([{ proof: 'document-seen', recorded_by: cast.claire.id }])
})

test('an agent records a second parent; where the commune asks for all, both must agree before one acts', async () => {
  const app = await start()
  await app.owner.pool.query(`insert into kernel.setting (body_id, room, key, value) values (1, 'accounts', 'everyParentAgrees', 'true')`)
  await app.signIn('amina')
  await app.post('/compte/proches', { name: 'Samir', birthDate: '2014-06-01', authority: 'oui' })
  const ward = /name="ward" value="([^"]+)"/.exec(await app.text('/compte/proches'))![1]!
  await app.signIn('claire')
  expect(await app.text(`/guichet/personnes/${ward}`)).toContain('Amina Belkacem')
  expect(await app.text(`/guichet/personnes/${ward}/responsables?nom=karim%20benali`)).toContain(cast.karim.id)
  const fields = { guardian: cast.karim.id, kind: 'parent', until: '' }
  expect((await app.post(`/guichet/personnes/${ward}/responsables`, fields)).status).toBe(422)
  expect((await app.post(`/guichet/personnes/${ward}/responsables`, { ...fields, seen: 'oui' })).status).toBe(303)
  expect((await app.post(`/guichet/personnes/${ward}/responsables`, { ...fields, seen: 'oui' })).status).toBe(422)
  await app.signIn('amina')
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(409)
  await app.signIn('karim')
  await app.post('/compte/proches/accord', { ward })
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(303)
  expect((await app.post('/guichet/fin')).headers.get('location')).toBe('/compte/proches')

  await app.signIn('claire')
  const given = await app.owner.pool.query('select id from kernel.guardianship where guardian_id = $1', [cast.karim.id])
  await app.post(`/guichet/personnes/${ward}/responsables/fin`, { id: given.rows[0].id })
  await app.signIn('karim')
  expect((await app.post('/compte/proches/agir', { ward })).status).toBe(404)
})

test('no desk opens a door beside somebody’s own, nor to the powers of an office', async () => {
  const app = await start()
  await app.signIn('claire')
  const paper = idOf(await added(app, 'Odette Marin', '5 rue du Four, 91440 Val-sur-Yvette'))
  const elected = idOf(await added(app, 'Simone Vautier', '7 rue du Puits, 91440 Val-sur-Yvette'))
  const doors = async (person: string) => [
    (await app.post(`/guichet/personnes/${person}/lettre`)).status,
    (await app.post(`/guichet/personnes/${person}/adresse`, { email: `${person}@exemple.fr` })).status,
  ]
  await app.owner.pool.query("insert into kernel.role (body_id, person_id, role, since) values (2, $1, 'administrator', '2026-01-01')", [
    elected,
  ])
  expect(await doors(elected)).toEqual([404, 404])
  await app.owner.pool.query("update kernel.role set until = '2026-02-01' where person_id = $1", [elected])
  expect(await doors(elected)).toEqual([303, 303])
  await app.signIn('amina')
  await app.signIn('claire')
  await app.owner.pool.query(
    "insert into kernel.contact (person_id, postal_address) values ($1, 'ici') on conflict (person_id) do update set postal_address = 'ici'",
    [cast.amina.id],
  )
  expect(await doors(cast.amina.id)).toEqual([404, 404])
  expect(await doors(paper)).toEqual([303, 303])
})
