import { z } from 'zod'
import { allowed, refused, type Verdict } from '#kernel/rules'

const permille = z.int().min(0).max(1000)
/** How a cost is shared, in thousandths that add up to 1000: by use, by population, in equal parts. */
export const Key = z
  .strictObject({ use: permille, population: permille, equal: permille })
  .refine(({ use, population, equal }) => use + population + equal === 1000, 'adds up to 1000')
export type Key = z.output<typeof Key>

export const Member = z.strictObject({
  body: z.int(),
  slug: z.string(),
  name: z.string(),
  population: z.int().min(0),
  /** The day on which that population was counted, and by whom. */
  populationOn: z.iso.date(),
  populationSource: z.string(),
})
export type Member = z.output<typeof Member>

/** The terms of one version of the agreement. Members are in the order of their short names: ties follow it. */
export const Terms = z.strictObject({
  members: z.array(Member).min(2).max(40),
  key: Key,
  /** Keys of some items, by number; the others follow `key`. */
  itemKeys: z.record(z.string(), Key),
  /** The commune that publishes the accounts. */
  lead: z.int(),
  noticeMonths: z.int().min(0).max(36),
  contestDays: z.int().min(1).max(90),
  instalments: z.int().min(1).max(12),
  keeping: z.string(),
  insurance: z.string(),
  leaving: z.string(),
  /** Who settles what two communes do not agree on. */
  settledBy: z.string(),
})
export type Terms = z.output<typeof Terms>

export const keyOf = (terms: Terms, item: string): Key => terms.itemKeys[item] ?? terms.key

export interface Version {
  readonly id: string
  readonly number: number
  readonly startsOn: string
  readonly endsOn: string
  readonly terms: Terms
  /** Bodies whose deliberation is recorded. */
  readonly deliberated: readonly number[]
}
/** It holds once every member has deliberated. */
export const isSigned = ({ terms, deliberated }: Pick<Version, 'terms' | 'deliberated'>): boolean =>
  terms.members.every(({ body }) => deliberated.includes(body))

/** The version in force on a day: the latest that is signed and has begun; null before the first or after its end. */
export const versionOn = <V extends Version>(versions: readonly V[], day: string): V | null => {
  const begun = versions.filter(one => isSigned(one) && one.startsOn <= day).toSorted((a, b) => b.number - a.number)
  return begun[0] && begun[0].endsOn >= day ? begun[0] : null
}
/**
 * The version by which a year is shared: the one in force on its first day; the year the agreement begins, the first to be signed in it.
 * A version that begins in the middle of a year changes nothing before the next one.
 */
export const versionOfYear = <V extends Version>(versions: readonly V[], year: number): V | null =>
  versionOn(versions, `${year}-01-01`) ??
  versions
    .filter(one => isSigned(one) && one.startsOn.startsWith(`${year}-`))
    .toSorted((a, b) => (a.startsOn === b.startsOn ? a.number - b.number : a.startsOn < b.startsOn ? -1 : 1))[0] ??
  null

/** A member leaves at the end of a year, after the notice of the agreement: the accounts of a year keep their members. */
export const earliestLeave = (today: string, noticeMonths: number): string => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const months = year * 12 + (month - 1) + noticeMonths
  return `${Math.floor(months / 12)}-12-31`
}

export type ClosingRefusal = 'not-published' | 'still-open' | 'contest-open' | 'not-approved' | 'already-closed' | 'year-running'
/** A year closes when its last statement was there long enough, each contest of it is settled, and each member approved it. */
export const canClose = (asked: {
  readonly today: string
  readonly year: number
  readonly isClosed: boolean
  readonly statement: { readonly contestUntil: string; readonly openContests: number; readonly approvedBy: readonly number[] } | null
  readonly members: readonly number[]
}): Verdict<ClosingRefusal> => {
  const { statement } = asked
  if (asked.isClosed) return refused('already-closed')
  if (!statement) return refused('not-published')
  if (asked.today <= `${asked.year}-12-31`) return refused('year-running')
  if (asked.today <= statement.contestUntil) return refused('still-open')
  if (statement.openContests > 0) return refused('contest-open')
  if (!asked.members.every(body => statement.approvedBy.includes(body))) return refused('not-approved')
  return allowed
}
