// Finds a Chromium for the browser tests, or installs Debian's when it may.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** @returns the path of a browser, or null after having said what to do */
export const chromium = async tell => {
  const found = here()
  if (found) return found
  const hasApt = spawnSync('apt-get', ['--version']).status === 0
  if (hasApt && process.getuid?.() === 0) {
    tell('Chromium is missing: installing Debian’s package…')
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = here()
    if (installed) return installed
  }
  tell(
    `The browser tests need Chromium. Install it, then run npm test again:\n\n    ${hasApt ? 'sudo apt-get install -y chromium' : 'CHROMIUM=/path/to/chromium npm test'}\n`,
  )
  return null
}

const here = () => [process.env.CHROMIUM, ...inPath(), ...places].find(path => path && isExecutable(path)) ?? null
const inPath = () => (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))

const isExecutable = path => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
