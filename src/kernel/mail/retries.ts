const minutes = [1, 5, 30, 120, 480, 1440]

/**
 * When to try a letter again, after `attempts` failed ones (1 or more), as an ISO instant; null when it is time to give up:
 * about a day and three quarters after the first try.
 */
export const nextAttempt = (attempts: number, now: string): string | null => {
  const wait = minutes[attempts - 1]
  return wait === undefined ? null : new Date(Date.parse(now) + wait * 60_000).toISOString()
}
