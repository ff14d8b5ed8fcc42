import { addDays, dayInParis } from '#kernel/rules'

/** By which way people answered. */
export const channels = ['screen', 'paper', 'desk', 'phone', 'guardian', 'import'] as const

export interface Period {
  /** An hour (instant) or a day. */
  readonly at: string
  readonly newcomers: number
  readonly verified: number
  readonly isInBlock: boolean
}
interface Hour {
  readonly hour: string
  readonly newcomers: number
  readonly verified: number
}
const longestByHour = 72

/** A curve to read: hour by hour over three days at most, else day by day. */
export const periodsOf = (
  hours: readonly Hour[],
  block: { readonly from: string; readonly to: string } | null,
): { readonly isByHour: boolean; readonly periods: readonly Period[] } => {
  const [first, last] = [hours[0]?.hour, hours.at(-1)?.hour]
  if (first === undefined || last === undefined) return { isByHour: false, periods: [] }
  const isByHour = Date.parse(last) - Date.parse(first) < longestByHour * 3_600_000
  const keyOf = (hour: string) => (isByHour ? hour : dayInParis(hour))
  const found = new Map<string, Period>()
  for (const { hour, newcomers, verified } of hours) {
    const key = keyOf(hour)
    const before = found.get(key) ?? { at: key, newcomers: 0, verified: 0, isInBlock: false }
    const isInBlock = before.isInBlock || (block !== null && hour >= block.from && hour <= block.to)
    found.set(key, { at: key, newcomers: before.newcomers + newcomers, verified: before.verified + verified, isInBlock })
  }
  const all: Period[] = []
  for (let key = keyOf(first); key <= keyOf(last) && all.length < 800; key = isByHour ? nextHour(key) : addDays(key, 1))
    all.push(found.get(key) ?? { at: key, newcomers: 0, verified: 0, isInBlock: false })
  return { isByHour, periods: all }
}
const nextHour = (hour: string) => new Date(Date.parse(hour) + 3_600_000).toISOString()
