import type { Outline } from './outline.ts'
import { readText } from './readText.ts'
import { readTable } from './readTable.ts'
import { sniffFormat } from './sniffFormat.ts'

/** Longest document read, in characters. */
export const outlineLimit = 2_000_000

/**
 * Proposes the tree of a document. Pure and deterministic; linear in the length of the document.
 * Nothing is dropped: every line that is not blank is found in exactly one part of the result.
 * @throws RangeError beyond `outlineLimit`: the form that collects the document refuses it first
 */
export const readOutline = (source: string, format: 'markdown' | 'text' | 'csv' | 'auto' = 'auto'): Outline => {
  if (source.length > outlineLimit) throw new RangeError(`A document has at most ${outlineLimit} characters.`)
  const known = format === 'auto' ? sniffFormat(source) : format
  return known === 'csv' ? readTable(source) : readText(source, known)
}
