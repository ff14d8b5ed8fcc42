import { expect, test } from 'vitest'
import { paper } from '#engines/paper'
import { cast, startApp } from '#kernel/testing'
import { markAct, markOf, mayTakePart, revokeAct, roll, turnoutOf } from './index.ts'

const rule = {
  name: 'Habitants de 16 ans et plus',
  explanation: 'Pour les votes qui engagent le budget.',
  minimumAge: '16',
  residence: 'verified',
  decidedBy: 'Délibération du 12 mars 2027',
}
const start = () => startApp({ engines: [paper], services: [roll] })

test('an agent publishes who may take part; a resident reads what is missing, and gets it at the desk', async () => {
  const app = await start()
  await app.signIn('claire')
  const drafted = await app.post('/liste-de-participation/regles', rule)
  expect(drafted.status).toBe(303)
  const path = drafted.headers.get('location')!

  await app.signIn('amina')
  expect((await app.get(path)).status).toBe(404)
  await app.signIn('claire')
  expect((await app.post(`${path}/publication`)).status).toBe(303)
  expect((await app.post(`${path}/correction`, { ...rule, minimumAge: '11' })).status).toBe(409)

  await app.signIn('amina')
  expect(await app.text(path)).toContain('Votre âge n’est pas connu')
  await app.signIn('nour')
  const nour = await app.text(path)
  expect(nour).toContain('Votre domicile n’est pas vérifié')
  expect(nour).toContain('href="/compte/residence"')

  await app.signIn('claire')
  const proofs = `/liste-de-participation/preuves/${cast.amina.id}`
  expect(await app.text('/liste-de-participation/preuves?nom=amina')).toContain(proofs)
  expect((await app.post(proofs, { kind: 'age', atLeastAge: '', seenOn: '2026-01-05' })).status).toBe(422)
  expect((await app.post(proofs, { kind: 'age', atLeastAge: '18', seenOn: '2026-01-05' })).status).toBe(303)
  await app.signIn('amina')
  expect(await app.text(path)).toContain('Vous pouvez prendre part')

  await app.signIn('claire')
  const withdrawn = await app.text(proofs)
  const proof = /name="proof" value="(\d+)"/.exec(withdrawn)![1]!
  expect((await app.post(`${proofs}/retrait`, { proof })).status).toBe(303)
  await app.signIn('amina')
  expect(await app.text(path)).toContain('Votre âge n’est pas connu')
})

test('the electoral register is never used, and the page says so with its source', async () => {
  const app = await start()
  const page = await app.text('/liste-de-participation')
  expect(page).toContain('La liste électorale ne sert jamais ici')
  expect(page).toContain('article L16')
})

test('a published rule does not change, whatever the application asks', async () => {
  const app = await start()
  await app.signIn('claire')
  const path = (await app.post('/liste-de-participation/regles', rule)).headers.get('location')!
  await app.post(`${path}/publication`)
  await expect(app.owner.pool.query('update roll.rule set minimum_age = 11')).rejects.toThrow('a published rule does not change')
  await expect(app.owner.pool.query('delete from roll.rule')).rejects.toThrow('a published rule does not change')
  expect((await app.post(`${path}/retrait`, { because: '' })).status).toBe(422)
  expect((await app.post(`${path}/retrait`, { because: 'Remplacée par une règle plus simple.' })).status).toBe(303)
  expect(await app.text(path)).toContain('Remplacée par une règle plus simple.')
  expect((await app.post(`${path}/retrait`, { because: 'Encore une fois.' })).status).toBe(409)
})

test('one person, one act: whatever arrives at once, one mark stays, and the desk alone takes it away', async () => {
  const app = await start()
  const act = { act: 'ballot:12', personId: cast.amina.id }
  const channels = ['screen', 'station', 'paper', 'screen', 'desk', 'station'] as const
  const marks = await Promise.all(channels.map(channel => app.inWorld(world => markAct(world, { ...act, channel }))))
  const first = (await app.inWorld(world => markOf(world, act)))!
  expect(marks.filter(mark => mark.ok && mark.isNew)).toHaveLength(1)
  const isElectronic = first.channel === 'screen' || first.channel === 'desk'
  expect(marks.filter(mark => mark.ok)).toHaveLength(isElectronic ? 3 : 1)
  const turnout = await app.inWorld(world => turnoutOf(world, 'ballot:12'))
  expect(Object.values(turnout).reduce((sum, n) => sum + n, 0)).toBe(1)

  const revoke = () => app.inWorld(world => revokeAct(world, { ...act, because: 'Vient voter au bureau.' }))
  expect(await revoke()).toEqual({ channel: first.channel })
  expect(await revoke()).toBeNull()
  expect(await app.inWorld(world => markAct(world, { ...act, channel: 'station' }))).toMatchObject({ ok: true, isNew: true })
  expect(await app.inWorld(world => markAct(world, { ...act, channel: 'station' }))).toMatchObject({ ok: false, because: 'already' })
})

test('other rooms ask who may take part, and everything that is missing', async () => {
  const app = await start()
  await app.signIn('claire')
  const path = (await app.post('/liste-de-participation/regles', rule)).headers.get('location')!
  const id = path.split('/').at(-1)!
  const ask = (personId: string | null) => app.inWorld(world => mayTakePart(world, { rule: id, personId }))
  expect(await ask(null)).toMatchObject({ because: 'sign-in' })
  expect((await ask(cast.nour.id)).missing).toEqual(['age-unknown', 'residence-unproven'])
  expect((await ask(cast.amina.id)).missing).toEqual(['age-unknown'])
})
