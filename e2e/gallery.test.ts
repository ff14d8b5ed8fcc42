import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#kernel/testing'
import { gallery } from '#kernel/ui'
import { portal } from '#modules/portal'
import { axeFaults, cutTexts, doubleText, sidewaysScroll, smallTargets } from './accessibility.ts'
import { inWindow, openBrowser } from './browser.ts'
import { keyboardFaults } from './keyboard.ts'
import { keepPicture } from './screenshots.ts'
import { listenTo, type Site } from './site.ts'

let app: TestApp
let site: Site
let browser: Browser
beforeAll(async () => {
  app = await startApp({ services: [portal] }, { keep: true })
  site = await listenTo(app)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await app?.close()
})

const screens = (['light', 'dark'] as const).flatMap(colorScheme => [320, 768, 1280].map(width => ({ colorScheme, width })))

test.each(screens)('every example passes axe, $colorScheme at $width px, without scrolling sideways', async ({ colorScheme, width }) => {
  await inWindow(browser, { colorScheme, viewport: { width, height: 800 } }, async (page, complaints) => {
    await page.goto(`${site.url}/galerie`)
    expect(await page.locator('.example').count()).toBe(gallery.length)
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
    expect(complaints).toEqual([])
    await keepPicture(page, `galerie-${colorScheme}-${width}`)
  })
})

test('at twice the text size nothing is cut', async () => {
  await inWindow(browser, { viewport: { width: 640, height: 800 } }, async page => {
    await page.goto(`${site.url}/galerie`)
    const before = await page.evaluate(() => document.body.getBoundingClientRect().height)
    await doubleText(page)
    expect(await page.evaluate(() => document.body.getBoundingClientRect().height)).toBeGreaterThan(before * 1.5)
    expect(await cutTexts(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await keepPicture(page, 'galerie-texte-double')
  })
})

test('with the keyboard alone, everything is reached and the focus is seen', async () => {
  for (const width of [320, 1280]) {
    await inWindow(browser, { viewport: { width, height: 800 } }, async page => {
      await page.goto(`${site.url}/galerie`)
      expect(await keyboardFaults(page)).toEqual([])
    })
  }
})

test('on paper, navigation is gone, forms are boxes to fill in, and the code is there', async () => {
  await inWindow(browser, { viewport: { width: 794, height: 1123 } }, async page => {
    await page.goto(`${site.url}/galerie`)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.nav--wide', '.search', '.button', '.menu']) expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(await page.getByText('M3-7K4').isVisible()).toBe(true)
    expect(await page.getByText('Signature').isVisible()).toBe(true)
    expect((await page.locator('.paper textarea').boundingBox())!.height).toBeGreaterThan(200)
    await keepPicture(page, 'galerie-papier')
  })
})
