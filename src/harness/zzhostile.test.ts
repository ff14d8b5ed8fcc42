import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { everyRoute as all, realPath, startWholeHouse } from './wholeHouse.ts'
const everyRoute = all.filter(r => r.service === 'evaluations' || r.service === 'commitments')

const mark = 'yvtmark'
/** What no field should be able to do harm with. */
const hostileTexts: readonly string[] = [
  '',
  ' ',
  `<script>${mark}()</script><img src=x onerror=${mark}()>`,
  `"><svg/onload=${mark}()>`,
  `javascript:${mark}()`,
  `[lien](javascript:${mark}())`,
  "' or 1=1; drop table kernel.person; --",
  '../../../../etc/passwd',
  '\u0000\u0001\u0008',
  '\ud800',
  '\u202Eesrever \u200b\u2028',
  '🧺'.repeat(2000),
  'a'.repeat(200_000),
  '-1',
  '0',
  '99999999999999999999999',
  '1e309',
  'NaN',
  '2026-02-30',
  '9999999-12-31',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
  '{"$gt":""}',
]
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

const everyone: readonly (CastName | null)[] = ['claire', 'amina', 'ines', null]

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

test('hostile forms: every field of every form, missing, repeated, huge, foreign', { timeout: 900_000 }, async () => {
  const faults: string[] = []
  const forms = await everyForm()
  expect(forms.size).toBeGreaterThanOrEqual(everyRoute.filter(one => one.method === 'POST').length / 2)
  for (const name of everyone) {
    await house.app.signIn(name)
    for (const route of everyRoute.filter(one => one.method === 'POST')) {
      if (route.endsSession) continue
      const path = realPath(route, house.samples)
      const fields = forms.get(path) ?? { text: 'Texte', reason: 'Raison', title: 'Titre', id: '1' }
      for (const attack of attacks(fields)) {
        const response = await house.app.post(path, attack)
        if (response.status >= 500)
          faults.push(`POST ${route.path} as ${name}: ${response.status} with ${JSON.stringify(attack).slice(0, 160)}`)
        faults.push(...unsafe(route.path, await response.text()))
      }
    }
  }
  expect([...new Set(faults)]).toEqual([])
})

test('what hostile people managed to store is shown as text to everyone', { timeout: 120_000 }, async () => {
  const faults: string[] = []
  for (const name of ['claire', 'amina', null] as const) {
    await house.app.signIn(name)
    for (const route of everyRoute.filter(one => one.method === 'GET')) {
      const response = await house.app.get(realPath(route, house.samples))
      if (response.status >= 500) faults.push(`${route.path}: ${response.status}`)
      const html = await response.text()
      if (response.headers.get('content-type')?.includes('html')) faults.push(...unsafe(route.path, html)) // JSON carries texts as they are
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

/** Every POST form that the pages show to each of these people, with plausible values. */
const everyForm = async () => {
  const forms = new Map<string, Record<string, string>>()
  for (const name of everyone) {
    await house.app.signIn(name)
    for (const route of everyRoute.filter(one => one.method === 'GET' && !one.api)) {
      const response = await house.app.get(realPath(route, house.samples))
      if (!response.headers.get('content-type')?.includes('html')) continue
      for (const form of parse(await response.text()).querySelectorAll('form[method="post"]')) {
        const action = form.getAttribute('action')?.split('?')[0] || realPath(route, house.samples)
        const fields: Record<string, string> = {}
        for (const field of form.querySelectorAll('input[name], textarea[name], select[name], button[name]')) {
          const value =
            field.getAttribute('value') ?? field.querySelector('option[value]:not([value=""])')?.getAttribute('value') ?? field.text
          fields[field.getAttribute('name')!] =
            value || (field.getAttribute('type') === 'date' ? '2027-03-03' : 'Une phrase de plusieurs mots.')
        }
        forms.set(action, { ...forms.get(action), ...fields })
      }
    }
  }
  return forms
}

function* attacks(fields: Readonly<Record<string, string>>): Generator<Record<string, string | string[]>> {
  yield fields
  yield {}
  for (const field of Object.keys(fields)) {
    for (const text of hostileTexts) yield { ...fields, [field]: text }
    yield Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
    yield { ...fields, [field]: [fields[field]!, fields[field]!, 'autre'] }
    yield { ...fields, [`${field}[]`]: 'x', [`${field}[__proto__]`]: 'x' }
  }
}

const unsafe = (where: string, html: string): string[] => {
  if (!html.includes(mark)) return []
  const page = parse(html)
  const executable =
    page.querySelectorAll('script').some(node => node.text.includes(mark)) ||
    page
      .querySelectorAll('*')
      .some(node =>
        Object.entries(node.attributes).some(
          ([name, value]) =>
            (/^on/i.test(name) || (/^(href|src|action|formaction)$/i.test(name) && /^\s*javascript:/i.test(value))) && value.includes(mark),
        ),
      )
  return executable ? [`${where}: markup was let through`] : []
}
