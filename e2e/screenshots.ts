import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'

const folder = new URL('./screenshots/', import.meta.url)

/** Keeps a picture of the page, out of version control, when asked: `PICTURES=1 npm test`. */
export const keepPicture = async (page: Page, name: string) => {
  if (!process.env.PICTURES) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: new URL(`${name.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'accueil'}.png`, folder).pathname,
    fullPage: true,
  })
}
