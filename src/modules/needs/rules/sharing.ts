import { similarity } from '#engines/texts'
import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Kind, State } from './life.ts'

export type AgreementRefusal = 'grouped' | 'closed' | 'yours'

/** Anyone else may say that they see it too, once; never on a line that is closed or grouped into another. */
export const canAgree = (asked: {
  readonly state: State
  readonly isGrouped: boolean
  readonly isAuthor: boolean
}): Verdict<AgreementRefusal> => {
  if (asked.isGrouped) return refused('grouped')
  if (asked.isAuthor) return refused('yours')
  return asked.state === 'closed' ? refused('closed') : allowed
}

export type GroupingRefusal = 'same-line' | 'other-service' | 'other-kind' | 'already-grouped' | 'closed'
interface Groupable {
  readonly id: string
  readonly service: string
  readonly kind: Kind
  readonly state: State
  readonly isGrouped: boolean
}

/** Two lines of one service that say the same thing become one; neither was grouped before, and the one that stays is alive. */
export const canGroup = (line: Groupable, into: Groupable): Verdict<GroupingRefusal> => {
  if (line.id === into.id) return refused('same-line')
  if (line.service !== into.service) return refused('other-service')
  if (line.kind !== into.kind) return refused('other-kind')
  if (line.isGrouped || into.isGrouped) return refused('already-grouped')
  return into.state === 'closed' ? refused('closed') : allowed
}

const likeEnough = 0.45
const mostShown = 3

/** The lines that say nearly the same as what was typed, the nearest first (ties: the oldest): at most three. */
export const nearLines = <L extends { readonly id: string; readonly what: string }>(typed: string, lines: readonly L[]): readonly L[] =>
  lines
    .map((line, at) => ({ line, at, near: similarity(telling(typed), telling(line.what)) }))
    .filter(({ near }) => near >= likeEnough)
    .toSorted((a, b) => b.near - a.near || a.at - b.at)
    .slice(0, mostShown)
    .map(({ line }) => line)

/** The words that tell one line from another: no accents, no short words. */
const telling = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 3)
    .join(' ') || text
