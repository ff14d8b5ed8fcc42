// Brings what package-lock.json names, when it is not there yet. Plain Node 20, no dependency: it runs before everything.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const packages = file => JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages

/** Whether node_modules is what the lockfile says (npm keeps its own copy of what it installed). */
const isInstalled = () => {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false
  const there = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link) return true
    if (there[path]) return there[path].version === version
    return optional || devOptional
  })
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Yvette s’installe avec Node 20 ou plus récent ; celui-ci est ${process.version}.\nYvette needs Node 20 or later; this is ${process.version}.`,
  )
  process.exit(1)
}
if (!isInstalled()) {
  console.error('Installation (npm ci)…')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  // Errors only: npm would warn that this Node is too old for packages that run on the Node it is bringing.
  const options = ['--no-fund', '--no-audit', '--loglevel=error']
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', ...options], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error('L’installation a échoué : voyez le message de npm ci-dessus. — The installation failed: see npm’s message above.')
    process.exit(1)
  }
}
