import type { Side, Stance } from './terms.ts'

/** What the order knows about an argument: never who wrote it, never how many people like its opinion. */
export interface Weighed {
  readonly id: string
  readonly stance: Stance
  /** Instant. */
  readonly filedAt: string
  /** Marks of quality given by each side. */
  readonly marks: Readonly<Record<Side, number>>
  /** People of each side who marked something in this debate since that day; never fewer than the marks. */
  readonly passers: Readonly<Record<Side, number>>
}

/** An argument is new until this many people have passed by. */
export const newUntil = 5
/** After this many arguments already weighed comes the turn of a new one. */
export const turnOfNew = 2

/**
 * The published order of a debate. It is total, depends on the day but on no luck, and not on the order of its input:
 * for and against alternate (who begins changes each day); on each side, two weighed arguments, then a new one.
 * Weighed arguments are ranked by what both sides learned from them; new ones take turns, one more place each day.
 * @param day `'YYYY-MM-DD'`
 */
export const debateOrder = <A extends Weighed>(all: readonly A[], day: string): readonly A[] => {
  const turn = dayNumber(day)
  const first = turn % 2 === 0 ? 'for' : 'against'
  const side = (stance: Stance) =>
    oneSide(
      all.filter(one => one.stance === stance),
      turn,
    )
  return [...alternate(side(first), side(first === 'for' ? 'against' : 'for'), 1), ...side('question')]
}

const oneSide = <A extends Weighed>(arguments_: readonly A[], turn: number): readonly A[] => {
  const fresh = arguments_.filter(isNew).toSorted((a, b) => compareIds(a.id, b.id))
  const shift = fresh.length === 0 ? 0 : turn % fresh.length
  return alternate(arguments_.filter(one => !isNew(one)).toSorted(byLearning), [...fresh.slice(shift), ...fresh.slice(0, shift)], turnOfNew)
}

const alternate = <A>(ones: readonly A[], others: readonly A[], stride: number): readonly A[] => {
  const mixed: A[] = []
  for (let taken = 0, given = 0; taken < ones.length || given < others.length; taken += stride, given += 1)
    mixed.push(...ones.slice(taken, taken + stride), ...others.slice(given, given + 1))
  return mixed
}

/** Too few people have passed by to say anything about it. */
export const isNew = ({ passers }: Weighed): boolean => passers.supporter + passers.other < newUntil

/**
 * What both sides learned, between 0 and 1: the geometric mean of two cautious shares. A mark from the side that has
 * given few counts more than one more from the side that has given many.
 */
export const learned = ({ marks, passers }: Weighed): number =>
  Math.sqrt(cautiousShare(marks.supporter, passers.supporter) * cautiousShare(marks.other, passers.other))

const z = 1.2816 // one-sided 90 %

/**
 * Lower bound of Wilson's interval (Wilson 1927) at 80 %, for the share of `passers` who gave a mark, after Jeffreys' half
 * mark is added on each side, so that nobody's share is exactly 0 or 1.
 */
export const cautiousShare = (marks: number, passers: number): number => {
  const n = passers + 1
  const p = (marks + 0.5) / n
  return (p + (z * z) / (2 * n) - z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
}

const byLearning = (a: Weighed, b: Weighed) =>
  round(learned(b)) - round(learned(a)) || (a.filedAt < b.filedAt ? -1 : a.filedAt > b.filedAt ? 1 : compareIds(a.id, b.id))

// Two shares that differ by less than a billionth are the same.
const round = (share: number) => Math.round(share * 1e9)

/** Identifiers are whole numbers written as text. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

const dayNumber = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
