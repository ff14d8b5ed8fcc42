// `npm run bench [name]`: bundles and runs the benchmarks, each against its reference in the same run.
import { build } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const wanted = process.argv[2]
const names = readdirSync(`${root}bench`)
  .filter(name => name.endsWith('.bench.ts'))
  .map(name => name.replace('.bench.ts', ''))
if (wanted && !names.includes(wanted)) {
  console.error(`Benchmarks: ${names.join(', ')}`)
  process.exit(2)
}
const dist = `${root}dist-bench`
await build({
  absWorkingDir: root,
  entryPoints: names.map(name => `bench/${name}.bench.ts`),
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'error',
  plugins: [
    {
      name: 'source-addresses',
      setup(bundler) {
        bundler.onLoad({ filter: /\/(src|bench|bin\/example)\/.*\.tsx?$/ }, ({ path }) => {
          const text = readFileSync(path, 'utf8')
          if (!text.includes('import.meta.url')) return undefined
          return {
            contents: text.replaceAll('import.meta.url', `new URL(${JSON.stringify(relative(dist, path))}, import.meta.url).href`),
            loader: path.endsWith('x') ? 'tsx' : 'ts',
            resolveDir: dirname(path),
          }
        })
      },
    },
  ],
})
for (const name of wanted ? [wanted] : names) {
  console.log(`\n## ${name}`)
  const { run } = await import(pathToFileURL(`${dist}/${name}.bench.js`).href)
  await run(process.argv.slice(3))
}
process.exit(0)
