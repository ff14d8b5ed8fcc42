import { createHash } from 'node:crypto'
import type { VoteTable } from './votes.ts'

const flushAt = 1 << 16

/** What a digest covers: the votes that count, the statements that could be voted on, and the options. */
export type Canonical = { votes: VoteTable; unvoted: readonly string[]; leastVotes: number; mostGroups: number }

/**
 * SHA-256 of the canonical input, a text in UTF-8 whose lines end with one line feed:
 * - `yvette opinion map input 1`
 * - `least votes 7, most groups 5`
 * - the statements with a vote, as a JSON array of texts in ascending order;
 * - the statements without one, likewise;
 * - one line per participant, in ascending order: the identifier as a JSON text, then for each of their votes, by ascending
 *   statement, a space, the place of the statement in the first array (from 0), and `+`, `-` or `=` (agree, disagree, pass).
 * JSON is written as `JSON.stringify` does: no space, no escape that is not needed.
 */
export const inputDigest = ({ votes, unvoted, leastVotes, mostGroups }: Canonical): string => {
  const hash = createHash('sha256')
  hash.update(`yvette opinion map input 1\nleast votes ${leastVotes}, most groups ${mostGroups}\n`)
  hash.update(`${JSON.stringify(votes.statements)}\n${JSON.stringify(unvoted)}\n`)
  const tokens = tokensOf(votes.statements.length)
  let line = Buffer.allocUnsafe(2 * flushAt)
  let size = 0
  for (let person = 0; person < votes.participants.length; person++) {
    const name = JSON.stringify(votes.participants[person])
    const begin = votes.starts[person]!
    const end = votes.starts[person + 1]!
    const longest = 3 * name.length + tokens.longest * (end - begin) + 1
    if (size + longest > line.length) {
      hash.update(line.subarray(0, size))
      size = 0
      if (longest > line.length) line = Buffer.allocUnsafe(longest)
    }
    size += line.write(name, size)
    for (let at = begin; at < end; at++) {
      const token = 3 * votes.columns[at]! + votes.votes[at]! + 1
      for (let byte = tokens.starts[token]!; byte < tokens.starts[token + 1]!; byte++) line[size++] = tokens.bytes[byte]!
    }
    line[size++] = 10
  }
  return hash.update(line.subarray(0, size)).digest('hex')
}

/** The bytes of ` 12-`, ` 12=` and ` 12+` for each statement. */
const tokensOf = (statements: number) => {
  const texts = Array.from({ length: 3 * statements }, (_, token) => ` ${Math.floor(token / 3)}${'-=+'[token % 3]}`)
  const starts = new Uint32Array(texts.length + 1)
  for (const [token, text] of texts.entries()) starts[token + 1] = starts[token]! + text.length
  return { starts, bytes: Buffer.from(texts.join('')), longest: texts.at(-1)?.length ?? 0 }
}
