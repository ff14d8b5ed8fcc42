import type { Outcome } from '#kernel/service'

/** Where a thread stands: how far it went, or that it was refused, or that its next step is overdue. */
export const standings = ['late', 'waiting', 'decided', 'done', 'measured', 'refused'] as const
export type Standing = (typeof standings)[number]

type Steps = Pick<Outcome, 'decided' | 'done' | 'measured' | 'dueOn' | 'isRefused'>

/** A step that is overdue is said before anything else; a refusal is an answer, and nothing more is expected of it. */
export const standingOf = (thread: Steps, today: string): Standing => {
  if (thread.measured !== null) return 'measured'
  if (thread.dueOn && thread.dueOn < today) return 'late'
  if (thread.isRefused === true) return 'refused'
  if (thread.done !== null) return 'done'
  return thread.decided === null ? 'waiting' : 'decided'
}

/** The step that is awaited now, or null when nothing more is expected. */
export const awaitedStep = (thread: Steps): 'decided' | 'done' | 'measured' | null => {
  if (thread.measured !== null) return null
  if (thread.done !== null) return 'measured'
  if (thread.isRefused === true) return null
  return thread.decided === null ? 'decided' : 'done'
}

/** Threads told by several rooms or asked for twice, once each, the latest first; ties go by name, so that the order is always the same. */
export const inOrder = (threads: readonly Outcome[]): readonly Outcome[] =>
  [...new Map(threads.map(thread => [thread.id, thread])).values()].toSorted(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1),
  )

export const countByStanding = (threads: readonly Steps[], today: string): Readonly<Record<Standing, number>> => {
  const counts: Record<Standing, number> = { late: 0, waiting: 0, decided: 0, done: 0, measured: 0, refused: 0 }
  for (const thread of threads) counts[standingOf(thread, today)] += 1
  return counts
}
