import { allowed, refused, type Verdict } from '#kernel/rules'

export const states = ['planned', 'convened', 'opened', 'adjourned', 'closed', 'cancelled'] as const
/** Where a meeting stands. `adjourned`: the quorum was missing and the assembly parted. */
export type State = (typeof states)[number]

const next: Readonly<Record<State, readonly State[]>> = {
  planned: ['convened', 'cancelled'],
  convened: ['opened', 'adjourned', 'cancelled'],
  opened: ['closed', 'adjourned'],
  adjourned: [],
  closed: [],
  cancelled: [],
}

/** May a meeting go from one state to another? */
export const canBecome = (from: State, to: State): Verdict<'wrong-state'> => (next[from].includes(to) ? allowed : refused('wrong-state'))
/** Nothing will happen at this meeting any more. */
export const isOver = (state: State): boolean => next[state].length === 0
