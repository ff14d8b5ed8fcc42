import { fileURLToPath } from 'node:url'
import type { C } from './router.ts'

/**
 * A script for the browser, written in TypeScript under `src/`, bundled when it is first asked for and kept: the same in development,
 * in tests and in `dist/`, which runs from the sources. Give it as the handler of a route whose path ends with `.js`.
 * @param entry `new URL('../browser/booth.ts', import.meta.url)`
 */
export const browserBundle = (entry: URL) => {
  let made: Promise<string> | null = null
  return async (c: C<any>) => {
    made ??= bundled(entry)
    const script = await made
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(script)
  }
}

const bundled = async (entry: URL): Promise<string> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}
