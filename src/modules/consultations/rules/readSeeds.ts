import { fewestSeeds, longestStatement } from './terms.ts'

export type Seeds =
  | { readonly ok: true; readonly seeds: readonly string[] }
  | { readonly ok: false; readonly because: 'few' | 'long' | 'twice'; readonly line: number }

/** Statements to begin with, one a line; at least five, each short, none twice. Bullets and numbers in front are dropped. */
export const readSeeds = (text: string): Seeds => {
  const lines = text
    .split('\n')
    .map((line, at) => ({ text: line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim(), line: at + 1 }))
    .filter(line => line.text !== '')
  const long = lines.find(line => line.text.length > longestStatement)
  if (long) return { ok: false, because: 'long', line: long.line }
  const twice = lines.find((line, at) => lines.slice(0, at).some(before => before.text.toLowerCase() === line.text.toLowerCase()))
  if (twice) return { ok: false, because: 'twice', line: twice.line }
  if (lines.length < fewestSeeds) return { ok: false, because: 'few', line: lines.length }
  return { ok: true, seeds: lines.map(line => line.text) }
}
