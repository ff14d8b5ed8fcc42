import { allowed, refused, type Verdict } from '#kernel/rules'

export const petitionKinds = ['consultation', 'deliberation'] as const
/** To ask for a consultation of the electors, or that the council deliberates. */
export type PetitionKind = (typeof petitionKinds)[number]
export type Period = 'quarter' | 'year'

/** Signatures needed: that share of the electors, rounded up. Counted in millionths so that a tenth of 30 is 3, not 4. */
export const thresholdOf = (electors: number, share: number): number => Math.ceil((electors * Math.round(share * 1e6)) / 1e6)

/** The period a signature falls in, `2026-T4`: one signature in it for one authority. */
export const periodOf = (day: string, period: Period): string =>
  period === 'year' ? day.slice(0, 4) : `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`
/** First day on which a person who signed that day may sign another request. */
export const freeAgainOn = (day: string, period: Period): string => {
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  return period === 'year' || quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
}

export const petitionSteps = ['submitted', 'checked', 'acknowledged', 'informed', 'answered', 'withdrawn', 'expired'] as const
export type PetitionStep = (typeof petitionSteps)[number]
export type PetitionState = 'open' | 'closed' | 'submitted' | 'insufficient' | 'admissible' | 'answered' | 'withdrawn'

export interface PetitionFacts {
  readonly closesOn: string
  readonly steps: readonly PetitionStep[]
  /** Signatures found valid against the electoral register, and those needed, once checked. */
  readonly checked: { readonly valid: number; readonly threshold: number } | null
}

export const petitionState = ({ closesOn, steps, checked }: PetitionFacts, today: string): PetitionState => {
  if (steps.includes('withdrawn')) return 'withdrawn'
  if (steps.includes('answered')) return 'answered'
  if (checked) return checked.valid >= checked.threshold ? 'admissible' : 'insufficient'
  if (steps.includes('submitted')) return 'submitted'
  return today > closesOn ? 'closed' : 'open'
}

export type SignRefusal = 'not-verified' | 'not-open' | 'already' | 'period' | 'not-declared'
/** A verified resident who says that they are an elector signs an open request once, and one request a period. */
export const canSign = (asked: {
  readonly state: PetitionState
  readonly isVerified: boolean
  readonly declares: boolean
  readonly hasSigned: boolean
  readonly signedAnother: boolean
}): Verdict<SignRefusal> => {
  if (!asked.isVerified) return refused('not-verified')
  if (asked.state !== 'open') return refused('not-open')
  if (asked.hasSigned) return refused('already')
  if (asked.signedAnother) return refused('period')
  return asked.declares ? allowed : refused('not-declared')
}

export type SubmitRefusal = 'not-author' | 'not-open' | 'no-figure' | 'below'
/** Its author hands it to the mayor once it has enough signatures, also after its last day. */
export const canSubmit = (asked: {
  readonly state: PetitionState
  readonly isAuthor: boolean
  readonly signatures: number
  readonly threshold: number | null
}): Verdict<SubmitRefusal> => {
  if (!asked.isAuthor) return refused('not-author')
  if (asked.state !== 'open' && asked.state !== 'closed') return refused('not-open')
  if (asked.threshold === null) return refused('no-figure')
  return asked.signatures >= asked.threshold ? allowed : refused('below')
}

/** What the town hall may write next: the register is checked first, an answer comes last and once. */
export const hallStepsOf = (facts: PetitionFacts, today: string): readonly PetitionStep[] => {
  const state = petitionState(facts, today)
  if (state !== 'submitted' && state !== 'admissible') return []
  const left = (['acknowledged', 'informed'] as const).filter(kind => !facts.steps.includes(kind))
  return state === 'submitted' ? ['checked', ...left] : [...left, 'answered']
}
