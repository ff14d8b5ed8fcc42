import { parse } from 'node-html-parser'
import type { CastName } from '#kernel/demonstration'
import { everyRoute, realPath, type startWholeHouse } from './wholeHouse.ts'

type House = Awaited<ReturnType<typeof startWholeHouse>>
type Somebody = CastName | null

export const mark = 'yvtmark'
/** What no field should be able to do harm with. */
const hostileTexts: readonly string[] = [
  '',
  ' ',
  `<script>${mark}()</script><img src=x onerror=${mark}()>"><svg/onload=${mark}()>[lien](javascript:${mark}())`,
  `javascript:${mark}()`,
  `' or 1=1; drop table kernel.person; -- ../../../../etc/passwd {"$gt":""}`,
  '\u0000\u0001\u0008',
  '\ud800 \u202Eesrever \u200b\u2028',
  '🧺'.repeat(2000),
  'a'.repeat(200_000),
]
/** What no number, day, choice or name of a thing should be able to do harm with. */
const hostileValues: readonly string[] = [
  '-1',
  '0',
  '99999999999999999999999',
  '1e309',
  'NaN',
  '2026-02-30',
  '9999999-12-31',
  '00000000-0000-0000-0000-000000000000',
  '../../../../etc/passwd',
  '__proto__',
]

/** Who tries; in files of their own, so that several run at once. */
export const townHall: readonly Somebody[] = ['claire', 'ines']
export const inhabitants: readonly Somebody[] = ['amina', null]

/**
 * Every field of every form, missing, repeated, huge, foreign, sent by the first of these people whom the form lets in; whoever it refused
 * before sends each hostile text in all fields at once, whoever comes after sends those made to be executed. Each form is met signed in
 * afresh, so that no form ends the attack on the next.
 * @param half of the routes: the other one is attacked in another file, so that both run at once
 * @returns what went wrong
 */
export const attackForms = async (house: House, people: readonly Somebody[], half?: 'first' | 'second'): Promise<readonly string[]> => {
  const faults: string[] = []
  const forms = await everyForm(house)
  const every = everyRoute.filter(one => one.method === 'POST' && !one.endsSession)
  if (forms.size < every.length / 2) faults.push(`only ${forms.size} forms were found in pages`)
  const middle = Math.ceil(every.length / 2)
  const posts = half === 'first' ? every.slice(0, middle) : half === 'second' ? every.slice(middle) : every
  let attacked = 0
  for (const route of posts) {
    const path = realPath(route, house.samples)
    const { fields, prose } = forms.get(path) ?? unknownForm
    let isDone = false
    for (const name of people) {
      await house.app.signIn(name)
      const letsIn: boolean = !isDone && !refused.has((await house.app.post(path, fields)).status)
      for (const attack of letsIn ? eachAttack(fields, prose) : allFields(fields, isDone)) {
        const response = await house.app.post(path, attack)
        if (response.status >= 500)
          faults.push(`POST ${route.path} as ${name}: ${response.status} with ${JSON.stringify(attack).slice(0, 160)}`)
        faults.push(...unsafe(route.path, await response.text()))
      }
      if (letsIn) attacked += 1
      isDone ||= letsIn
      if (name && hasAccounts && (await isSignedOut(house))) faults.push(`${route.path}: ${name} is not signed in any more`)
    }
  }
  if (hasAccounts && attacked < posts.length / 3) faults.push(`only ${attacked} of ${posts.length} forms let one of these people in`)
  return [...new Set(faults)]
}
/** Whoever acts for somebody at the desk is refused their own account page; who is signed out is asked to sign in. */
const isSignedOut = async (house: House) => [303, 401].includes((await house.app.get('/compte')).status)
/** The whole house, and not one room alone. */
const hasAccounts = everyRoute.some(({ path }) => path === '/compte')
const refused: ReadonlySet<number> = new Set([401, 403])

/** What hostile people managed to store, read by everyone. @returns where it is not shown as text */
export const readStored = async (house: House): Promise<readonly string[]> => {
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
  return faults
}

/** Plausible values of the fields of a form, and which of them are written freely, so that no number or day is read from them. */
interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly prose: ReadonlySet<string>
}
const unknownForm: Form = {
  fields: { text: 'Texte', reason: 'Raison', title: 'Titre', id: '1' },
  prose: new Set(['text', 'reason', 'title']),
}

/** Every POST form that the pages show to each of these people. */
const everyForm = async (house: House) => {
  const forms = new Map<string, Form>()
  for (const name of [...townHall, ...inhabitants]) {
    await house.app.signIn(name)
    for (const route of everyRoute.filter(one => one.method === 'GET' && !one.api)) {
      const response = await house.app.get(realPath(route, house.samples))
      if (!response.headers.get('content-type')?.includes('html')) continue
      for (const form of parse(await response.text()).querySelectorAll('form[method="post"]')) {
        const action = form.getAttribute('action')?.split('?')[0] || realPath(route, house.samples)
        const known = forms.get(action)
        const fields: Record<string, string> = { ...known?.fields }
        const prose = new Set(known?.prose)
        for (const field of form.querySelectorAll('input[name], textarea[name], select[name], button[name]')) {
          const name = field.getAttribute('name')!
          const value =
            field.getAttribute('value') ?? field.querySelector('option[value]:not([value=""])')?.getAttribute('value') ?? field.text
          fields[name] = value || (field.getAttribute('type') === 'date' ? '2027-03-03' : 'Une phrase de plusieurs mots.')
          if (field.tagName === 'TEXTAREA' || (field.getAttribute('type') === 'text' && !field.hasAttribute('inputmode'))) prose.add(name)
        }
        forms.set(action, { fields, prose })
      }
    }
  }
  return forms
}

function* eachAttack(fields: Form['fields'], prose: Form['prose']) {
  yield* eachField(fields, prose)
  yield* eachValue(fields, prose)
}
function* eachField(fields: Form['fields'], prose: Form['prose']): Generator<Record<string, string | string[]>> {
  yield {}
  for (const field of Object.keys(fields)) {
    for (const text of prose.has(field) ? hostileTexts : [...hostileTexts, ...hostileValues]) yield { ...fields, [field]: text }
    yield Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
    yield { ...fields, [field]: [fields[field]!, fields[field]!, 'autre'] }
    yield { ...fields, [`${field}[]`]: 'x', [`${field}[__proto__]`]: 'x' }
  }
}
/** What is written freely takes numbers, days and names of things as the text they are: in all such fields at once. */
function* eachValue(fields: Form['fields'], prose: Form['prose']): Generator<Record<string, string>> {
  if (prose.size === 0) return
  for (const value of hostileValues) yield { ...fields, ...Object.fromEntries([...prose].map(field => [field, value])) }
}
function* allFields(fields: Form['fields'], isKnown: boolean): Generator<Record<string, string>> {
  yield {}
  for (const text of isKnown ? hostileTexts.slice(2, 5) : [...hostileTexts, ...hostileValues])
    yield Object.fromEntries(Object.keys(fields).map(field => [field, text]))
}

export const unsafe = (where: string, html: string): string[] => {
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
