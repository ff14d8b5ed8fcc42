import { accessSync, constants } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's own Chromium; `CHROMIUM` names another. Throws when there is none. */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = [process.env.CHROMIUM, ...places].find(path => path && isExecutable(path))
  if (!executablePath) throw new Error('The browser tests need Chromium: CHROMIUM=/path/to/chromium npm test')
  return chromium.launch({ executablePath, args: [...quiet, '--no-sandbox'] })
}

const isExecutable = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A new window, without anything remembered; closed after the work. What the page complains of is gathered in `complaints`. */
export const inWindow = async <T>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page, complaints: string[]) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    return await work(page, complaints)
  } finally {
    await context.close()
  }
}
