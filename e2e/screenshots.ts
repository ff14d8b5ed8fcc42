import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'

const folder = new URL('./screenshots/', import.meta.url)

/** Keeps a picture of the page, out of version control. */
export const keepPicture = async (page: Page, name: string) => {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: new URL(`${name.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'accueil'}.png`, folder).pathname,
    fullPage: true,
  })
}
