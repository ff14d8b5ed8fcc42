import { type Verdict, allowed, refused } from '#kernel/rules'

/** Why a list can't be drawn from; `line` counts from 1 in what was given. */
export interface ListProblem {
  readonly kind: 'nothing' | 'twice' | 'tooMany'
  readonly line: number
  readonly text: string
}

/** More is not a list that people check by eye, nor a page they can read. */
export const mostInputs = 100_000

/** One input or one seed as it counts: Unicode NFC, one line, single spaces, none at the ends. */
export const canonicalText = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u0000-\u001F\u007F]+/gu, ' ')
    .trim()

/** The order of `LC_ALL=C sort`: by bytes of UTF-8, which is by code points. */
export const byBytes = (a: string, b: string): number => {
  for (let at = 0; at < a.length && at < b.length;) {
    const left = a.codePointAt(at) ?? 0
    const right = b.codePointAt(at) ?? 0
    if (left !== right) return left - right
    at += left > 0xffff ? 2 : 1
  }
  return a.length - b.length
}

/** The inputs of a list typed or pasted, one a line; empty lines do not count. Never silently merges two that are equal. */
export const readInputs = (text: string): Verdict<ListProblem['kind']> & { inputs: readonly string[]; problem?: ListProblem } => {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .map(canonicalText)
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    if (seen.has(line)) return problem({ kind: 'twice', line: index + 1, text: line })
    if (seen.size === mostInputs) return problem({ kind: 'tooMany', line: index + 1, text: line })
    seen.add(line)
  }
  if (seen.size === 0) return problem({ kind: 'nothing', line: 1, text: '' })
  return { ...allowed, inputs: [...seen].toSorted(byBytes) }
}

const problem = (found: ListProblem) => ({ ...refused(found.kind), inputs: [], problem: found })

/** The inputs as they count, sorted. @throws when two are equal or one is empty: whoever offers a list uses `readInputs`. */
export const canonicalInputs = (inputs: readonly string[]): readonly string[] => {
  const canonical = inputs.map(canonicalText).toSorted(byBytes)
  for (const [at, input] of canonical.entries()) {
    if (input === '') throw new Error('An input of a lot is empty.')
    if (input === canonical[at - 1]) throw new Error(`Two inputs of a lot are equal: ${input}`)
  }
  return canonical
}
