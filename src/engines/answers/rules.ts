import { addDays, allowed, daysBetween, refused, type Verdict as Decision } from '#kernel/rules'

/** What the town hall does with what was asked. */
export const verdicts = ['taken-up', 'partly', 'refused', 'to-be-studied'] as const
export type Verdict = (typeof verdicts)[number]
export type ClockKind = 'first' | 'study' | 'appeal'

/** Last day to answer, included: as many whole days after the day it was opened, in Europe/Paris. */
export const dueOn = (openedOn: string, days: number): string => addDays(openedOn, days)

/** Where a clock stands on a day. `days` are left until the due day, late since it, or late when the answer came (0: in time). */
export type Standing = { readonly state: 'awaited' | 'late' | 'answered'; readonly days: number }
export const standing = (clock: { dueOn: string; answeredOn: string | null }, today: string): Standing => {
  if (clock.answeredOn !== null) return { state: 'answered', days: Math.max(0, daysBetween(clock.dueOn, clock.answeredOn)) }
  const left = daysBetween(today, clock.dueOn)
  return left < 0 ? { state: 'late', days: -left } : { state: 'awaited', days: left }
}

export type AnswerRefusal = 'already-answered' | 'same-signatory' | 'study-again' | 'study-too-far' | 'study-in-the-past'
/**
 * May this person close this clock with this answer? An appeal is answered by someone who did not sign the answer appealed.
 * "To be studied" promises a day to come back, and is said only once.
 */
export const canAnswer = (request: {
  answered: boolean
  kind: ClockKind
  verdict: Verdict
  signedBy: string
  appealedSignatory: string | null
  studiedBefore: boolean
  reviewOn: string | null
  today: string
  longestStudy: number
}): Decision<AnswerRefusal> => {
  if (request.answered) return refused('already-answered')
  if (request.kind === 'appeal' && request.signedBy === request.appealedSignatory) return refused('same-signatory')
  if (request.verdict !== 'to-be-studied') return allowed
  if (request.kind === 'study' || request.studiedBefore) return refused('study-again')
  if (request.reviewOn === null || request.reviewOn <= request.today) return refused('study-in-the-past')
  return request.reviewOn > addDays(request.today, request.longestStudy) ? refused('study-too-far') : allowed
}

export type AppealRefusal = 'not-concerned' | 'already-appealed' | 'answer-to-appeal' | 'being-studied' | 'too-late'
/** Authors and supporters may appeal an answer once, until the last day of the delay, included. */
export const canAppeal = (request: {
  isConcerned: boolean
  alreadyAppealed: boolean
  kind: ClockKind
  verdict: Verdict
  answeredOn: string
  today: string
  appealDays: number
}): Decision<AppealRefusal> => {
  if (!request.isConcerned) return refused('not-concerned')
  if (request.kind === 'appeal') return refused('answer-to-appeal')
  if (request.alreadyAppealed) return refused('already-appealed')
  if (request.verdict === 'to-be-studied') return refused('being-studied')
  return request.today > addDays(request.answeredOn, request.appealDays) ? refused('too-late') : allowed
}

/** A clock escalates once its due day is over, as long as nobody answered. */
export const escalates = (clock: { dueOn: string; answeredOn: string | null }, today: string): boolean =>
  standing(clock, today).state === 'late'
