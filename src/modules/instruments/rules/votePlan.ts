import { addDays } from '#kernel/rules'
import { type Blackout, blackoutOn, type Election } from './blackout.ts'
import { addMonths, isHoliday, isSunday, lastSendingDay, secondMondayBefore, sundayFrom, workingDayFrom, workingDayUntil } from './days.ts'

export type VoteKind = 'consultation' | 'referendum'

/** What the law says on a day; the shell reads it from the dated registers. Null where this vote has no such rule. */
export interface VoteLaw {
  readonly noticeClearDays: number
  readonly transmissionDays: number | null
  readonly noticeMonths: number
  readonly referralDays: number
  readonly judgeMonths: number | null
  readonly informationDays: number
  readonly sameObjectYears: number
  readonly blackoutMonths: number
}
export interface VoteAsked {
  readonly kind: VoteKind
  /** Day of the council that decides it, and day the deliberation reaches the prefect; the next working day when nobody knows yet. */
  readonly councilOn: string
  readonly transmittedOn: string | null
  readonly wishedOn: string | null
  /** Last vote on the same object. */
  readonly lastOn: string | null
}

export type VoteStepKey =
  | 'notice'
  | 'council'
  | 'transmission'
  | 'referral'
  | 'judge'
  | 'information'
  | 'campaign'
  | 'campaign-end'
  | 'vote'
  | 'result'
  | 'again'
export interface PlannedStep<Key extends string = string> {
  readonly key: Key
  readonly on: string
  /** `by`: at the latest that day; `from`: not before; `on`: that day. */
  readonly sense: 'by' | 'from' | 'on'
}
export type VoteConflict =
  | {
      readonly because: 'transmitted-late' | 'transmitted-early' | 'too-early' | 'not-sunday' | 'same-object' | 'holiday'
      readonly day: string
    }
  | { readonly because: 'blackout'; readonly day: string; readonly blackout: Blackout }

export interface VotePlan {
  /** The first Sunday on which nothing forbids the vote. */
  readonly earliest: string
  /** The day wished, forbidden or not; the earliest one when none is wished. */
  readonly votingOn: string
  /** The day the steps lead to: the one wished when it is allowed, otherwise the earliest one. */
  readonly plannedOn: string
  readonly steps: readonly PlannedStep<VoteStepKey>[]
  /** What forbids, or warns against, the day wished. */
  readonly conflicts: readonly VoteConflict[]
  readonly isAllowed: boolean
}

/** The calendar of a local vote. Dates are computed on the careful side: a term of months is over the day after. */
export const planVote = (asked: VoteAsked, law: VoteLaw, elections: readonly Election[]): VotePlan => {
  const { kind, councilOn, wishedOn, lastOn } = asked
  const transmittedOn = asked.transmittedOn ?? workingDayFrom(addDays(councilOn, 1))
  const opensOn = addDays(addMonths(transmittedOn, law.noticeMonths), 1)
  const againOn = lastOn === null ? null : addMonths(lastOn, law.sameObjectYears * 12)
  const earliest = firstOpenSunday(againOn !== null && againOn > opensOn ? againOn : opensOn, law, elections)
  const votingOn = wishedOn ?? earliest
  const transmissionBy = law.transmissionDays === null ? null : workingDayUntil(addDays(councilOn, law.transmissionDays))
  const conflicts = [...wrongTransmission(asked, transmissionBy), ...against(votingOn, { opensOn, againOn, law, elections })]
  const isAllowed = conflicts.every(({ because }) => because === 'holiday')
  const plannedOn = isAllowed ? votingOn : earliest
  return {
    earliest,
    votingOn,
    plannedOn,
    conflicts,
    isAllowed,
    steps: [
      step('notice', lastSendingDay(councilOn, law.noticeClearDays), 'by'),
      step('council', councilOn, 'on'),
      transmissionBy === null ? step('transmission', transmittedOn, 'on') : step('transmission', transmissionBy, 'by'),
      step('referral', addDays(transmittedOn, law.referralDays), 'by'),
      ...(law.judgeMonths === null ? [] : [step('judge', addMonths(addDays(transmittedOn, law.referralDays), law.judgeMonths), 'by')]),
      step('information', addDays(plannedOn, -law.informationDays), 'by'),
      ...(kind === 'referendum'
        ? [step('campaign', secondMondayBefore(plannedOn), 'from'), step('campaign-end', addDays(plannedOn, -1), 'by')]
        : []),
      step('vote', plannedOn, 'on'),
      step('result', addDays(plannedOn, 1), 'from'),
      step('again', addMonths(plannedOn, law.sameObjectYears * 12), 'from'),
    ],
  }
}

const step = (key: VoteStepKey, on: string, sense: PlannedStep['sense']): PlannedStep<VoteStepKey> => ({ key, on, sense })

const wrongTransmission = ({ councilOn, transmittedOn }: VoteAsked, by: string | null): readonly VoteConflict[] => {
  if (transmittedOn === null) return []
  if (transmittedOn < councilOn) return [{ because: 'transmitted-early', day: councilOn }]
  return by !== null && transmittedOn > by ? [{ because: 'transmitted-late', day: by }] : []
}

interface Limits {
  readonly opensOn: string
  readonly againOn: string | null
  readonly law: VoteLaw
  readonly elections: readonly Election[]
}
const against = (day: string, { opensOn, againOn, law, elections }: Limits): readonly VoteConflict[] => {
  const blackout = blackoutOn(day, elections, law.blackoutMonths)
  return [
    ...(day < opensOn ? [{ because: 'too-early', day: opensOn } as const] : []),
    ...(isSunday(day) ? [] : [{ because: 'not-sunday', day: sundayFrom(day) } as const]),
    ...(blackout ? [{ because: 'blackout', day: addDays(blackout.until, 1), blackout } as const] : []),
    ...(againOn !== null && day < againOn ? [{ because: 'same-object', day: againOn } as const] : []),
    ...(isHoliday(day) ? [{ because: 'holiday', day } as const] : []),
  ]
}

/** The first Sunday from a day on that no election closes. Elections are finite: there is always one. */
const firstOpenSunday = (from: string, law: VoteLaw, elections: readonly Election[]): string => {
  const sunday = sundayFrom(from)
  const blackout = blackoutOn(sunday, elections, law.blackoutMonths)
  return blackout ? firstOpenSunday(addDays(blackout.until, 1), law, elections) : sunday
}
