import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { accentSheet } from './accent.ts'
import { icon } from './icon.ts'
import { stylesheet } from './stylesheet.ts'

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const require = createRequire(import.meta.url)
const typeface = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const kept = new Map<string, Asset>()
const addresses = new Map<string, string>()

const keep = (name: string, type: string, content: string | Buffer) => {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const address = `/assets/${name.replace(/\.(\w+)$/, `-${hash}.$1`)}`
  kept.set(address, { type, bytes })
  addresses.set(name, address)
  return address
}

const regular = keep('atkinson-400.woff2', 'font/woff2', readFileSync(require.resolve(`${typeface}-latin-400-normal.woff2`)))
const bold = keep('atkinson-700.woff2', 'font/woff2', readFileSync(require.resolve(`${typeface}-latin-700-normal.woff2`)))
keep('yvette.css', 'text/css; charset=utf-8', stylesheet({ regular, bold }))
keep('icon.svg', 'image/svg+xml', icon)

/**
 * Files served as they are, for ever, by address: `/assets/yvette-<hash>.css`.
 * `/assets/accent-<rrggbb>.css` is made when asked, for any colour that can be read.
 */
export const assets: Pick<ReadonlyMap<string, Asset>, 'get' | 'keys'> = {
  get: address => kept.get(address) ?? accentAsset(address),
  keys: () => kept.keys(),
}

const accentAsset = (address: string): Asset | undefined => {
  const colour = /^\/assets\/accent-([0-9a-f]{6})\.css$/.exec(address)?.[1]
  const sheet = colour === undefined ? '' : accentSheet(`#${colour}`)
  return sheet ? { type: 'text/css; charset=utf-8', bytes: new Uint8Array(Buffer.from(sheet)) } : undefined
}

/** Address of a file by its plain name: `yvette.css`, `atkinson-400.woff2`, `icon.svg`. */
export const assetUrl = (name: string): string => {
  const address = addresses.get(name)
  if (!address) throw new Error(`No such asset: ${name}`)
  return address
}
/** Address of the sheet that sets a commune's accent; null when it keeps the river colour. */
export const accentUrl = (accent: string | null) =>
  accent && accentSheet(accent) ? `/assets/accent-${accent.slice(1).toLowerCase()}.css` : null
