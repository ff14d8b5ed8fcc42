import { createHash } from 'node:crypto'

/** SHA-256 of what a result follows from, its keys in alphabetical order. */
export const digestOf = (bundle: object): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(bundle)))
    .digest('hex')

/** The same value, its keys in alphabetical order at every depth. */
export const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, canonical(held)]),
  )
}
