import { createHash } from 'node:crypto'
import type { Prepared } from './prepare.ts'

/**
 * SHA-256 of the election, a text in UTF-8 whose lines end with one line feed:
 * - `yvette equal shares input 1`
 * - `budget 1000000`, as JavaScript writes numbers;
 * - one line per project in ascending order: its identifier as a JSON text, a space, its cost;
 * - one line per different ballot: how many voters cast it, then, by ascending project, a space and the place of each project
 *   in the list above (from 0). Ballots are in ascending order, compared place by place; the shorter goes before a longer one it begins.
 */
export const inputDigest = (election: Prepared): string => {
  const { ids, costs, budget, scale, weights, ballotStarts, ballots } = election
  const hash = createHash('sha256').update(`yvette equal shares input 1\nbudget ${budget / scale}\n`)
  for (const [place, id] of ids.entries()) hash.update(`${JSON.stringify(id)} ${costs[place]! / scale}\n`)
  let text = ''
  for (const [kind, weight] of weights.entries()) {
    text += weight
    for (let at = ballotStarts[kind]!; at < ballotStarts[kind + 1]!; at++) text += ` ${ballots[at]!}`
    text += '\n'
    if (text.length > 1 << 16) {
      hash.update(text)
      text = ''
    }
  }
  return hash.update(text).digest('hex')
}
