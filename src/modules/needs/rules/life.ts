import { allowed, refused, type Verdict } from '#kernel/rules'

/** A line says what works, or what fails. */
export const kinds = ['fails', 'works'] as const
export type Kind = (typeof kinds)[number]

/** What happens to a line, in the order of an ordinary life; it may be closed at any time. */
export const steps = ['recognised', 'not-recognised', 'adapted', 'became', 'done', 'checked', 'closed'] as const
export type StepName = (typeof steps)[number]
/** Where a line stands: its latest step, or only stated. */
export type State = StepName | 'stated'
export const states: readonly State[] = ['stated', ...steps]

/** Is the need met, now that it was looked at again? */
export const effects = ['met', 'partly', 'not-met'] as const
export type Effect = (typeof effects)[number]

export type StepRefusal = 'grouped' | 'not-now' | 'not-agent' | 'too-late-to-withdraw' | 'in-the-future' | 'before-stated'

const next: Readonly<Record<State, readonly StepName[]>> = {
  stated: ['recognised', 'not-recognised', 'became', 'closed'],
  recognised: ['not-recognised', 'adapted', 'became', 'done', 'closed'],
  'not-recognised': ['recognised', 'became', 'closed'],
  adapted: ['adapted', 'became', 'done', 'closed'],
  became: ['recognised', 'not-recognised', 'adapted', 'became', 'done', 'closed'],
  done: ['checked', 'became', 'closed'],
  checked: ['adapted', 'became', 'done', 'checked', 'closed'],
  closed: ['recognised'],
}

/** The steps that an agent may write, where the line stands; “became” writes itself when an amendment or a measure is born. */
export const stepsFrom = (state: State): readonly StepName[] => next[state].filter(step => step !== 'became')

/**
 * The agent in charge writes the life of a line, with a reason and the day it happened. Its author may close it themselves as
 * long as the town hall has not adapted anything. A line grouped into another has no life of its own any more.
 */
export const canStep = (asked: {
  readonly step: StepName
  readonly state: State
  readonly isGrouped: boolean
  readonly isAgent: boolean
  readonly isAuthor: boolean
  readonly happenedOn: string
  readonly statedOn: string
  readonly today: string
}): Verdict<StepRefusal> => {
  if (asked.isGrouped) return refused('grouped')
  if (!next[asked.state].includes(asked.step)) return refused('not-now')
  if (asked.step !== 'became' && !asked.isAgent) {
    if (!asked.isAuthor || asked.step !== 'closed') return refused('not-agent')
    if (['adapted', 'done', 'checked'].includes(asked.state)) return refused('too-late-to-withdraw')
  }
  if (asked.happenedOn > asked.today) return refused('in-the-future')
  return asked.happenedOn < asked.statedOn ? refused('before-stated') : allowed
}
