import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { following } from '#engines/following'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { cast, startApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { administration } from './index.ts'

const start = () => startApp({ engines: [paper], services: [accounts, administration], now: '2026-11-23T10:00:00Z' })

test('an administrator gives a role from a day, and ends it; the author stays written', async () => {
  const app = await start()
  await app.signIn('ines')
  expect(await app.text('/administration/roles?nom=nour%20hadad')).toContain(`personne=${cast.nour.id}`)
  const fields = { person: cast.nour.id, role: 'agent', service: '', title: '', since: '2026-11-23', until: '' }
  expect(await (await app.post('/administration/roles', fields)).text()).toContain('Indiquez le service')
  expect((await app.post('/administration/roles', { ...fields, service: 'culture' })).status).toBe(303)
  expect((await app.post('/administration/roles', { ...fields, service: 'culture' })).status).toBe(422)
  expect([...(await app.actorOf('nour')).roles]).toContain('agent')
  await app.signIn('nour')
  expect((await app.get('/courriers')).status).toBe(200)

  await app.signIn('ines')
  const { rows } = await app.owner.pool.query('select id, granted_by from kernel.role where person_id = $1', [cast.nour.id])
  expect(rows).toEqual([{ id: expect.any(String), granted_by: cast.ines.id }])
  expect((await app.post(`/administration/roles/${rows[0].id}/fin`, { until: '2026-11-22' })).status).toBe(422)
  expect((await app.post(`/administration/roles/${rows[0].id}/fin`, { until: '2026-11-23' })).status).toBe(303)
  expect([...(await app.actorOf('nour')).roles]).toContain('agent')
  app.clock = new Date('2026-11-24T10:00:00Z')
  expect([...(await app.actorOf('nour')).roles]).not.toContain('agent')
  await app.signIn('nour')
  expect((await app.get('/courriers')).status).toBe(403)
})

test('the last administrator cannot leave, and the roles of another commune are out of reach', async () => {
  const app = await start()
  await app.signIn('ines')
  const own = await app.owner.pool.query("select id from kernel.role where role = 'administrator' and body_id = 1")
  const refused = await app.post(`/administration/roles/${own.rows[0].id}/fin`, { until: '2026-11-23' })
  expect([refused.status, (await refused.text()).includes('dernier administrateur')]).toEqual([409, true])
  expect((await app.post(`/administration/roles/${own.rows[0].id}/fin`, { until: '2027-11-23' })).status).toBe(409)
  const foreign = await app.owner.pool.query('select id from kernel.role where person_id = $1', [cast.odile.id])
  expect((await app.post(`/administration/roles/${foreign.rows[0].id}/fin`, { until: '2026-11-23' })).status).toBe(404)
  expect(
    (await app.post('/administration/roles', { person: cast.odile.id, role: 'agent', service: 'x', since: '2026-11-23' })).status,
  ).toBe(404)
})

test('a setting is data: checked by its schema, written in the journal, and obeyed at once', async () => {
  const app = await start()
  await app.signIn('ines')
  expect(await app.text('/administration/reglages')).toContain('/administration/reglages/accounts')
  const wrong = await app.post('/administration/reglages/accounts', { vouchesNeeded: '99', vouchesAYear: '5' })
  expect([wrong.status, (await wrong.text()).includes('value="99"')]).toEqual([422, true])
  expect((await app.post('/administration/reglages/accounts', { vouchesNeeded: '1', vouchesAYear: '5' })).status).toBe(303)
  await app.signIn('nour')
  const path = /http:\/\/localhost(\/garants\/[0-9a-f.-]+)/.exec(await app.text('/compte/residence'))![1]!
  await app.signIn('amina')
  await app.post(path)
  expect((await app.actorOf('nour')).roles.has('verified')).toBe(true)
  const { rows } = await app.owner.pool.query(
    `select e.subject, c.data, c.person_id from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'setting.changed'`,
  )
  expect(rows).toEqual([{ subject: 'setting:accounts.vouchesNeeded', data: { from: 3, to: 1 }, person_id: cast.ines.id }])
})

test('who is told of late answers is chosen among those who sit', async () => {
  const rooms = { engines: [paper, moderation, following, answers], services: [accounts, administration] }
  const app = await startApp({ ...rooms, now: '2026-11-23T10:00:00Z' })
  await app.signIn('ines')
  const asked = await app.text('/administration/reglages/answers')
  expect(asked).toContain(`<option value="${cast.paul.id}">Paul Aubry</option>`)
  expect(asked).not.toContain(cast.claire.id) // an agent does not sit
  const typed = Object.fromEntries(
    [...asked.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const choose = async (inCharge: string) => (await app.post('/administration/reglages/answers', { ...typed, inCharge })).status
  expect(await choose(cast.claire.id)).toBe(422)
  expect(await choose(cast.paul.id)).toBe(303)
  expect(await app.text('/administration/reglages/answers')).toMatch(new RegExp(`value="${cast.paul.id}" selected`))
})

test('a colour that cannot be read is refused, with the nearest that can', async () => {
  const app = await start()
  await app.signIn('ines')
  const pale = await app.post('/administration/commune', { name: 'Val-sur-Yvette', population: '9 800', accent: '#ffee88' })
  const text = await pale.text()
  expect(pale.status).toBe(422)
  expect(text).toMatch(/se lit mal[\s\S]*#[0-9a-f]{6}/)
  expect((await app.post('/administration/commune', { name: 'Val-sur-Yvette', population: '9 801', accent: '#7A1F3D' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select id, population, accent from kernel.body order by id limit 2')
  expect(rows).toEqual([
    { id: 1, population: 9801, accent: '#7a1f3d' },
    { id: 2, population: 4200, accent: null },
  ])
})

test('the officer reads the journal, filters it, and their reading is written too', async () => {
  const app = await start()
  await app.signIn('nour')
  await app.post('/compte/nom', { name: 'Nour H.' })
  await app.signIn('denise')
  expect(await app.text('/administration/journal?evenement=person')).toContain('person.renamed')
  expect(await app.text('/administration/journal?evenement=nothing')).toContain('Aucune ligne')
  expect(await app.text('/administration/journal?evenement=journal')).toContain('journal.read')
  expect(await app.text('/administration/registre')).toContain('accounts.vouch.voucher_id')
  expect(await app.text('/administration/analyse-impact')).toContain('Val-sur-Yvette')
  expect((await app.get('/administration/roles')).status).toBe(403)
  await app.signIn('claire')
  expect((await app.get('/administration/journal')).status).toBe(403)
})
