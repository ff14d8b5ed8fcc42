// Makes dist/ from src/, when src/ is newer: a second start has nothing to compile.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = `${root}dist`
const mark = `${dist}/.built`

/** Builds unless dist/ is up to date. */
export const build = async () => {
  if (isFresh()) return
  const { build: bundle } = await import('esbuild')
  rmSync(dist, { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts', cli: 'src/cli/main.ts', compute: 'src/cli/compute.ts' },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    plugins: [sourceAddresses],
  })
  writeFileSync(mark, '')
}

/** A source file reads its migrations, words and fonts beside itself: its `import.meta.url` must go on naming the source. */
const sourceAddresses = {
  name: 'source-addresses',
  setup(bundler) {
    bundler.onLoad({ filter: /\/src\/.*\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const address = JSON.stringify(relative(dist, path))
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
        resolveDir: dirname(path),
      }
    })
  },
}

const isFresh = () => {
  try {
    const built = statSync(mark).mtimeMs
    return (
      [`${root}package-lock.json`, `${root}package.json`, `${root}bin/build.mjs`].every(file => statSync(file).mtimeMs < built) &&
      isOlder(`${root}src`, built)
    )
  } catch {
    return false
  }
}

/** A folder's own date tells of files removed. */
const isOlder = (folder, built) =>
  statSync(folder).mtimeMs < built &&
  readdirSync(folder, { withFileTypes: true }).every(entry => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? isOlder(path, built) : statSync(path).mtimeMs < built
  })

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build()
