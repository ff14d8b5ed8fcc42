import type { Because } from '#engines/following'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Commitment } from '../commitment.ts'
import type { ClauseCall, NewClause, NewMilestone, NewMilestoneStep, NewMoney, NewReading, NewStep } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** What the town hall can write on the page of a commitment. */
export interface CommitmentForms {
  readonly reading: Form<NewReading>
  readonly step: Form<NewStep>
  readonly milestone: Form<NewMilestone>
  readonly milestoneStep: Form<NewMilestoneStep>
  readonly money: Form<NewMoney>
  readonly clause: Form<NewClause>
  readonly call: Form<ClauseCall>
}

/** What the page of a commitment is drawn from. */
export interface CommitmentProps extends CommitmentForms {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly commitment: Commitment
  readonly serviceName: string | null
  readonly measureTitle: string | null
  readonly others: readonly Commitment[]
  readonly names: ReadonlyMap<string, string>
  /** How many people are told of each step, by their reason. */
  readonly told: Readonly<Record<Because, number>>
  readonly isTownHall: boolean
  /** Null for a visitor. */
  readonly isFollowing: boolean | null
}
