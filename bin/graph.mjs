// Draws architecture.mjs into docs/architecture.md, between its two marks. With --check, only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { engines, modules } from '../architecture.mjs'

const file = new URL('../docs/architecture.md', import.meta.url)
const text = readFileSync(file, 'utf8')

const arrows = (layer, graph) =>
  Object.entries(graph).flatMap(([name, needs]) => needs.map(need => `  ${layer}_${name} --> ${layer}_${need}`))
const boxes = (layer, graph) =>
  Object.keys(graph)
    .sort()
    .map(name => `    ${layer}_${name}["${name}"]`)
const graph = [
  '```mermaid',
  'flowchart BT',
  '  subgraph modules',
  ...boxes('m', modules),
  '  end',
  '  subgraph engines',
  ...boxes('e', engines),
  '  end',
  '  kernel(["kernel"])',
  '  modules --> engines --> kernel',
  ...arrows('m', modules),
  ...arrows('e', engines),
  '```',
].join('\n')

const drawn = text.replace(/(<!-- graph -->\n)[\s\S]*?(\n<!-- end of graph -->)/, `$1${graph}$2`)
if (process.argv.includes('--check')) process.exit(drawn === text ? 0 : 1)
writeFileSync(file, drawn)
