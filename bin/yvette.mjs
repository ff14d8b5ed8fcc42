// The command line. Installs and builds what is missing, then hands over to src/cli.
import { fileURLToPath } from 'node:url'
import './setup.mjs'
import { isPinned } from './pinned.mjs'

if (await isPinned()) {
  const { build } = await import('./build.mjs')
  await build()
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(fileURLToPath(new URL('../dist/.cache', import.meta.url))) // the next start compiles nothing
  process.setSourceMapsEnabled(true)
  const { main } = await import(process.argv[2] === 'compute' ? '../dist/compute.js' : '../dist/cli.js')
  process.exit(await main(process.argv.slice(2)))
}
