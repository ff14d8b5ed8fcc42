import type { Form } from '#kernel/forms'
import type { AppealAnswer, Heard, Lifting, NewAppeal, NewNotice, NewStep, NewSuccession } from '../forms.ts'
import type { Step, Succession } from '../queries/steps.ts'
import type { Subscription, Trader } from '../queries/traders.ts'
import type { AbsenceCount, Attendance } from '../rules/absences.ts'
import type { StepKind } from '../rules/terms.ts'
import type { Said } from './parts.tsx'

export interface SubscriptionProps extends Said {
  readonly subscription: Subscription
  readonly trader: Trader
  readonly attendance: readonly (Attendance & { readonly day: string })[]
  readonly coming: readonly { readonly day: string; readonly on: string; readonly reason: string | null }[]
  readonly count: AbsenceCount
  readonly most: AbsenceCount
  readonly isTooMany: boolean
  readonly steps: readonly Step[]
  readonly next: { readonly ok: boolean; readonly because?: 'not-due' | 'not-heard' | 'done'; readonly kind: StepKind }
  readonly successions: readonly Succession[]
  readonly seniorityYears: number
  readonly months: { readonly present: number; readonly answer: number }
  readonly hearingDays: number
  readonly runs: boolean
  readonly isMine: boolean
  readonly today: string
  readonly forms: {
    readonly notice: Form<NewNotice>
    readonly step: Form<NewStep>
    readonly heard: Form<Heard>
    readonly lifting: Form<Lifting>
    readonly appeal: Form<NewAppeal>
    readonly answer: Form<AppealAnswer>
    readonly succession: Form<NewSuccession>
  }
}
