/** How many participants came for the first time in an hour; `hour` is an instant, `2027-03-02T14:00:00.000Z`. */
export interface Arrivals {
  readonly hour: string
  readonly newcomers: number
}
export interface Block {
  /** First hour and last hour, both included. */
  readonly from: string
  readonly to: string
  readonly newcomers: number
  /** Hours it lasts. */
  readonly hours: number
}

const hour = 3_600_000
/** Length of the window, in hours. */
export const windowHours = 24

/**
 * The block that grew fastest: those who arrived during the 24 consecutive hours in which most people arrived; the
 * earliest such hours if several are equal. Null when nobody came.
 */
export const fastestBlock = (arrivals: readonly Arrivals[], hours = windowHours): Block | null => {
  const sorted = arrivals.filter(one => one.newcomers > 0).toSorted((a, b) => (a.hour < b.hour ? -1 : 1))
  let best: Block | null = null
  for (const [at, { hour: from }] of sorted.entries()) {
    const end = Date.parse(from) + hours * hour
    const inside = sorted.slice(at).filter(one => Date.parse(one.hour) < end)
    const newcomers = inside.reduce((sum, one) => sum + one.newcomers, 0)
    if (best === null || newcomers > best.newcomers) best = { from, to: inside.at(-1)!.hour, newcomers, hours }
  }
  return best
}
