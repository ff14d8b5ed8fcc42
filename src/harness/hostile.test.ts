import { afterAll, beforeAll, expect, test } from 'vitest'
import { mark, unsafe } from './hostileForms.ts'
import { everyRoute, realPath, startWholeHouse } from './wholeHouse.ts'

const hostileNames: readonly string[] = [
  '0',
  '-1',
  'abc',
  '999999999999999999',
  '9999999999999999999999',
  '1%00',
  '%2e%2e%2f',
  '1;drop',
  '%F0%9F%A7%BA',
  '%ff',
]
const hostileQueries: readonly string[] = [
  'page=-1',
  'page=99999',
  'page=a',
  'q=%00',
  'q=%ff',
  'q=' + 'a'.repeat(5000),
  'q=%27%22%3E%3Cscript%3E' + mark,
  'de=a&a=b',
  'retour=//mal.example',
  'retour=javascript:1',
  'x=1&x=2',
]

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse()))
afterAll(() => house.app.close())

test('hostile paths and queries: no status ≥ 500, nothing executed', { timeout: 300_000 }, async () => {
  const faults: string[] = []
  await house.app.signIn('claire')
  for (const route of everyRoute) {
    const path = realPath(route, house.samples)
    const tries = [
      ...hostileQueries.map(query => `${path}?${query}`),
      ...(/:\w/.test(route.path) ? hostileNames.map(name => route.path.replace(/:(\w+)(\{[^/]*\})?\??/g, name)) : []),
    ]
    for (const address of tries) {
      if (route.method === 'POST' && address.includes('?')) continue
      const response = route.method === 'GET' ? await house.app.get(address) : await house.app.post(address)
      if (response.status >= 500) faults.push(`${route.method} ${address.slice(0, 120)}: ${response.status}`)
      faults.push(...unsafe(address, await response.text()))
      const location = response.headers.get('location')
      if (location && !/^\/(?!\/)|^http:\/\/localhost/.test(location)) faults.push(`${address} leads away: ${location}`)
    }
  }
  expect(faults).toEqual([])
})

test('a form sent from another site changes nothing', { timeout: 120_000 }, async () => {
  const accepted: string[] = []
  await house.app.signIn('claire')
  const elsewhere = { origin: 'https://mal.example', 'sec-fetch-site': 'cross-site' }
  for (const route of everyRoute.filter(one => one.method === 'POST' && !one.fromElsewhere)) {
    const response = await house.app.post(realPath(route, house.samples), { text: 'x' }, elsewhere)
    if (response.status !== 403) accepted.push(`${route.path}: ${response.status}`)
  }
  expect(accepted).toEqual([])
})
