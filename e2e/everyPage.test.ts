import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import type { Actor } from '#kernel/people'
import { everyRoute, realPath, startWholeHouse } from '../src/harness/wholeHouse.ts'
import { axeFaults, cutTexts, doubleText, sidewaysScroll, smallTargets } from './accessibility.ts'
import { inWindow, openBrowser } from './browser.ts'
import { keyboardFaults } from './keyboard.ts'
import { keepPicture } from './screenshots.ts'
import { listenTo, type Site } from './site.ts'
import { weigh } from './weight.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
let site: Site
let browser: Browser
beforeAll(async () => {
  house = await startWholeHouse({ rehearsal: true })
  site = await listenTo(house.app)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.app.close()
})

/** Who opens a page: the first whose role may. */
const people: readonly (CastName | null)[] = [null, 'amina', 'claire', 'helene', 'paul', 'denise', 'ines']
const opener = async (route: (typeof everyRoute)[number]) => {
  for (const name of people) {
    if (!actors.has(name)) actors.set(name, await house.app.actorOf(name))
    if (route.power.allows(actors.get(name)!)) return name
  }
  throw new Error(`Nobody of the demonstration may open ${route.path}`)
}
const actors = new Map<CastName | null, Actor>()
const pages = everyRoute.filter(route => route.method === 'GET' && !route.api)

const eachPage = async (look: (page: Page, path: string, who: CastName | null) => Promise<readonly string[]>, only?: 'visitor') => {
  const faults: string[] = []
  let seen = 0
  for (const who of only ? [null] : people) {
    await inWindow(browser, { viewport: { width: 320, height: 700 }, ...(await signedIn(who)) }, async page => {
      for (const route of pages) {
        if ((await opener(route)) !== who) continue
        const path = pathOf(route)
        if (!path) {
          faults.push(`${route.path}: no sample in its manifest`)
          continue
        }
        const answer = await page.request.get(`${site.url}${path}`, { maxRedirects: 0 })
        if (answer.status() !== 200 || !answer.headers()['content-type']?.includes('text/html')) continue
        seen += 1
        for (const fault of await look(page, path, who)) faults.push(`${path} (${who ?? 'visitor'}): ${fault}`)
      }
    })
  }
  return { faults, seen }
}
const pathOf = (route: (typeof everyRoute)[number]) => {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(match => match[1]!)
  return names.every(name => house.samples[name] !== undefined) ? realPath(route, house.samples) : null
}
const signedIn = async (who: CastName | null) => {
  if (!who) return {}
  const { name, value } = await site.cookieOf(who)
  return {
    storageState: {
      cookies: [{ name, value, domain: 'localhost', path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }],
      origins: [],
    },
  }
}

test(
  'every page: axe in light and dark, no sideways scroll at 320 px, nothing cut at twice the text, keyboard',
  { timeout: 900_000 },
  async () => {
    const { faults, seen } = await eachPage(async (page, path, who) => {
      await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(`${site.url}${path}`)
      const found = [...(await axeFaults(page)), ...(await smallTargets(page)).map(one => `small target: ${one}`)]
      const sideways = await sidewaysScroll(page)
      if (sideways > 0) found.push(`scrolls ${sideways} px sideways at 320 px`)
      await page.emulateMedia({ colorScheme: 'dark' })
      found.push(...(await axeFaults(page, ['color-contrast'])).map(one => `dark, ${one}`))
      await page.emulateMedia({ colorScheme: 'light' })
      if (path !== '/galerie') found.push(...(await keyboardFaults(page)))
      await page.setViewportSize({ width: 1280, height: 800 })
      found.push(...(await axeFaults(page)).map(one => `1280 px, ${one}`))
      await keepPicture(page, `${who ?? 'visiteur'}${path}`)
      await page.setViewportSize({ width: 640, height: 800 })
      await doubleText(page)
      found.push(...(await cutTexts(page)).map(one => `cut at 200 %: ${one}`))
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways at 200 %')
      return found
    })
    expect(seen).toBeGreaterThan(12)
    expect(faults).toEqual([])
  },
)

/** The booth of a secret vote encrypts: the one page that needs a script. */
test('every public page: at most 40 kB compressed, fonts aside, and 20 kB of script, 120 in the booth', { timeout: 300_000 }, async () => {
  const { faults, seen } = await eachPage(async (page, path) => {
    const weight = await weigh(page, `${site.url}${path}`)
    const found: string[] = []
    if (weight.page === 0) found.push('weighs nothing: the scale is wrong')
    if (weight.page > 40_000) found.push(`${weight.page} bytes`)
    if (weight.script > (path.endsWith('/isoloir') ? 120_000 : 20_000)) found.push(`${weight.script} bytes of script`)
    return found
  }, 'visitor')
  expect(seen).toBeGreaterThan(10)
  expect(faults).toEqual([])
})
