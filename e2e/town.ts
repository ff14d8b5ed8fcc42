import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { startApp, type TestApp } from '#kernel/testing'
import { engines, services } from '../src/services.ts'
import { axeFaults, sidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { listenTo, type Site } from './site.ts'
import { weigh } from './weight.ts'

/** Every journey is made twice. */
export const bothWays = [
  { how: 'with JavaScript', javaScriptEnabled: true },
  { how: 'without JavaScript', javaScriptEnabled: false },
] as const

/** A whole town and the telephones of its people, for one journey. */
export interface Town {
  readonly app: TestApp
  readonly site: Site
  /** A telephone of that person's own, on that page; null is a visitor. */
  open(name: CastName | null, path?: string): Promise<Page>
  /** One piece of work on that person's telephone, which they keep from one to the next, as it was left. */
  as: As
}
export type As = <T>(name: CastName | null, work: (page: Page) => Promise<T>) => Promise<T>

interface Plan {
  readonly javaScriptEnabled: boolean
  /** The instant it is; `app.clock` moves it. */
  readonly now?: string
  readonly width?: number
}

/** Opens one browser for the journeys of a file. @returns what makes a town, lets people live in it, and closes it */
export const towns = () => {
  let browser: Browser
  beforeAll(async () => void (browser = await openBrowser()))
  afterAll(() => browser.close())

  return async ({ javaScriptEnabled, now, width = 320 }: Plan, live: (town: Town) => Promise<void>): Promise<void> => {
    const app = await startApp({ engines, services, ...(now && { now }) }, { keep: true })
    const site = await listenTo(app)
    const windows: BrowserContext[] = []
    const telephones = new Map<CastName | null, Page>()
    const pageIn = async (context: BrowserContext) => {
      const page = await context.newPage()
      if (javaScriptEnabled) scripted.add(page)
      return page
    }
    const window = async (name: CastName | null) => {
      const viewport = { width, height: 800 }
      const context = await browser.newContext({
        baseURL: site.url,
        javaScriptEnabled,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport,
        acceptDownloads: true,
      })
      windows.push(context)
      if (name) await context.addCookies([await site.cookieOf(name)])
      return context
    }
    try {
      await live({
        app,
        site,
        open: async (name, path = '/') => {
          const page = await pageIn(await window(name))
          await page.goto(path)
          return page
        },
        as: async (name, work) => {
          const page = telephones.get(name) ?? (await pageIn(await window(name)))
          telephones.set(name, page)
          return work(page)
        },
      })
    } finally {
      for (const one of windows) await one.close()
      await site.close()
      await app.close()
    }
  }
}

/** Waits for a text of the page: after a press, that of the next one. */
export const seen = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 30_000 })

/** Pages that may run script: axe is one. */
const scripted = new WeakSet<Page>()
/** Nothing wrong for axe, nothing beyond the edge of the screen: where the page is, or at that path. */
export const expectWell = async (page: Page, path?: string): Promise<void> => {
  if (path) await page.goto(path)
  if (!scripted.has(page)) return
  expect(await axeFaults(page), page.url()).toEqual([])
  expect(await sidewaysScroll(page), page.url()).toBe(0)
}
/** The same, and no more than 40 kB: the page is loaded again. */
export const expectWellAndLight = async (page: Page): Promise<void> => {
  await expectWell(page)
  if (scripted.has(page)) expect((await weigh(page, page.url())).page, page.url()).toBeLessThan(40_000)
}
