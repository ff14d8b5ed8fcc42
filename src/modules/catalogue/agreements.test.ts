import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWholeHouse } from '../../harness/wholeHouse.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
let shared: string
beforeAll(async () => {
  house = await startWholeHouse({ rehearsal: true })
  const { rows } = await house.app.owner.pool.query('select id from catalogue.service where body_id = 1 and agreement_id = 1')
  shared = `/services/${rows[0].id}`
})
afterAll(() => house.app.close())

const ask = async (site: string, path: string, form?: Record<string, string>) => {
  const url = `http://${site}.localhost${path}`
  const { origin } = new URL(url)
  return house.app.request(url, form ? { method: 'POST', headers: { origin }, body: new URLSearchParams(form) } : {})
}

test('a participant of the agreement reads the shared service and cannot write it', async () => {
  await house.app.signIn('bruno')
  expect((await ask('plateau', shared)).status).toBe(200)
  expect((await ask('plateau', `/api/v1${shared}`)).status).toBe(200)
  expect(await (await ask('plateau', '/services')).text()).toContain(`href="${shared}"`)
  const correction = { name: 'Renommée', purpose: 'Par un autre.', runBy: 'commune' }
  for (const response of [
    await ask('plateau', `${shared}/correction`),
    await ask('plateau', `${shared}/correction`, correction),
    await ask('plateau', `${shared}/archivage`),
    await ask('plateau', `${shared}/archivage`, { reason: 'Par un autre.' }),
  ])
    expect([403, 404]).toContain(response.status)
})

test('the owner writes it', async () => {
  await house.app.signIn('claire')
  expect((await ask('val-sur-yvette', `${shared}/correction`)).status).toBe(200)
  expect((await ask('val-sur-yvette', `${shared}/archivage`, { reason: 'Travaux.' })).status).toBe(303)
})

test('a commune outside the agreement finds nothing', async () => {
  for (const name of ['odile', null] as const) {
    await house.app.signIn(name)
    for (const path of [shared, `${shared}/editions`, `/api/v1${shared}`]) expect((await ask('orsigny', path)).status).toBe(404)
    expect(await (await ask('orsigny', '/services')).text()).not.toContain(shared)
  }
})
