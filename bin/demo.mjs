// `npm start`: builds when needed, then opens the demonstration.
import { isPinned } from './pinned.mjs'

if (await isPinned()) {
  const { build } = await import('./build.mjs')
  await build()
  process.setSourceMapsEnabled(true)
  const { main } = await import('../dist/cli.js')
  process.exit(await main(['demo', 'serve']))
}
