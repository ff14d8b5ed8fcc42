import { addDays, dayInParis } from '#kernel/rules'

/** One line of the list of what a session examined (CGCT L2121-25). */
export interface ListLine {
  readonly position: number
  readonly title: string
  /** Number of the deliberation, when it has one. */
  readonly label: string
  readonly outcome: 'carried' | 'rejected' | 'tied' | 'nobody-voted' | 'postponed' | 'noted'
  readonly for: number | null
  readonly against: number | null
  readonly abstention: number | null
}

export interface Timeliness {
  readonly dueOn: string
  readonly late: boolean
  /** How many days late: so far when nothing was published yet. */
  readonly days: number
}

/** Whether something due so many days after an event was published in time. The last day is included. */
export const timeliness = (from: string, days: number, publishedAt: string | null, today: string): Timeliness => {
  const dueOn = addDays(from, days)
  const on = publishedAt === null ? today : dayInParis(publishedAt)
  const late = on > dueOn
  return { dueOn, late, days: late ? Math.round((Date.parse(on) - Date.parse(dueOn)) / 86_400_000) : 0 }
}
