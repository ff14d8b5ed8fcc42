/** How many acts of a kind may be done in an hour on the clock. */
export interface Pace {
  readonly perPerson: number
  readonly perBody: number
}
/** Refused, with what must be said: how many were allowed, to whom, and when to come back (instant). */
export type PaceVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: 'person' | 'body'; readonly limit: number; readonly comeBackAt: string }

/** Whether one more act fits. `mine` and `everyones` count the acts already done in this hour. */
export const paceAllows = (pace: Pace, done: { mine: number; everyones: number }, now: string): PaceVerdict => {
  if (done.mine >= pace.perPerson) return { ok: false, because: 'person', limit: pace.perPerson, comeBackAt: nextHour(now) }
  if (done.everyones >= pace.perBody) return { ok: false, because: 'body', limit: pace.perBody, comeBackAt: nextHour(now) }
  return { ok: true }
}

/** The hour on the clock that holds this instant, as an instant. France's offset is always whole hours. */
export const hourOf = (now: string): string => `${now.slice(0, 13)}:00:00.000Z`

const nextHour = (now: string) => new Date(Date.parse(hourOf(now)) + 3_600_000).toISOString()
