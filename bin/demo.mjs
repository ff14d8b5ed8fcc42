// `npm start`: builds when needed, then opens the demonstration.
import { fileURLToPath } from 'node:url'
import { isPinned } from './pinned.mjs'

if (await isPinned()) {
  const { build } = await import('./build.mjs')
  await build()
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(fileURLToPath(new URL('../dist/.cache', import.meta.url))) // the next start compiles nothing
  process.setSourceMapsEnabled(true)
  const { main } = await import('../dist/cli.js')
  process.exit(await main(['demo', 'serve']))
}
