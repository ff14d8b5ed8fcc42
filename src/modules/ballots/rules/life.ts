import { allowed, refused } from '#kernel/rules'

export const states = ['draft', 'ready', 'open', 'closed', 'counted', 'published', 'cancelled'] as const
export type State = (typeof states)[number]
export type StepKind = 'announced' | 'opened' | 'closed' | 'counted' | 'published' | 'cancelled'

interface Life {
  readonly state: State
  readonly opensAt: string
  readonly closesAt: string
}

/** Where a ballot stands at an instant: between its two instants it is open, even before the clock has written it down. */
export const phaseAt = ({ state, opensAt, closesAt }: Life, now: string): State => {
  if (state !== 'ready' && state !== 'open') return state
  if (now >= closesAt) return 'closed'
  return now >= opensAt ? 'open' : 'ready'
}

/** The opening instant is included, the closing one is not. */
export const canVoteAt = (ballot: Life, now: string) => {
  const phase = phaseAt(ballot, now)
  if (phase === 'open') return allowed
  return refused(phase === 'ready' || phase === 'draft' ? 'not-yet' : phase === 'cancelled' ? 'cancelled' : 'closed')
}

/** Seconds between the close and the count: whoever sent a ballot in time has been answered by then. */
export const secondsBeforeCount = 60

export const canCountAt = (ballot: Life, now: string) => {
  if (ballot.state !== 'closed') return refused('not-closed')
  return Date.parse(now) >= Date.parse(ballot.closesAt) + secondsBeforeCount * 1000 ? allowed : refused('too-early')
}

/** What is announced can be read, tried and understood: something is asked, and there is time to answer. */
export const canAnnounce = ({ state, closesAt, now, questions }: Pick<Life, 'state' | 'closesAt'> & Announced) => {
  if (state !== 'draft') return refused('not-draft')
  if (questions.length === 0) return refused('no-question')
  if (questions.some(question => question.options < 2)) return refused('too-few-options')
  return closesAt <= now ? refused('past') : allowed
}
interface Announced {
  readonly now: string
  readonly questions: readonly { readonly options: number }[]
}

export const canCancel = (ballot: Life, now: string) => {
  const phase = phaseAt(ballot, now)
  return phase === 'draft' || phase === 'ready' || phase === 'open' ? allowed : refused('too-late')
}

/** A result leaves once the electronic count is there and every table of paper is settled. */
export const canPublish = ({ state, hasPaper, tables }: Publishing) => {
  if (state === 'published') return refused('already')
  if (state !== 'counted') return refused('not-counted')
  if (hasPaper && tables.some(table => !table.isSettled)) return refused('unsettled')
  return allowed
}
interface Publishing {
  readonly state: State
  readonly hasPaper: boolean
  readonly tables: readonly { readonly isSettled: boolean }[]
}
