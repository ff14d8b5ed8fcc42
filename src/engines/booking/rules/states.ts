/** `asked`: a human must agree. `offered`: held for someone who waited, until an hour. `absent` and `present` are known afterwards. */
export const states = ['asked', 'confirmed', 'waiting', 'offered', 'cancelled', 'refused', 'present', 'absent'] as const
export type State = (typeof states)[number]

/** Those that take the time or the place; the database holds the same list (one_at_a_time, booking.takes). */
export const takesTime = (state: State): boolean => state === 'asked' || state === 'confirmed' || state === 'offered' || state === 'present'

const next: Readonly<Record<State, readonly State[]>> = {
  asked: ['confirmed', 'refused', 'cancelled'],
  confirmed: ['present', 'absent', 'cancelled'],
  waiting: ['offered', 'cancelled'],
  offered: ['confirmed', 'asked', 'waiting', 'cancelled'],
  cancelled: [],
  refused: [],
  present: ['absent', 'confirmed'],
  // said too fast: presence can be put right
  absent: ['present', 'confirmed'],
}
export const mayBecome = (from: State, to: State): boolean => next[from].includes(to)
