import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Commitment } from '../commitment.ts'
import type { NewReading, NewStep } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** What the page of a commitment is drawn from. */
export interface CommitmentProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly commitment: Commitment
  readonly serviceName: string | null
  readonly measureTitle: string | null
  readonly others: readonly Commitment[]
  readonly names: ReadonlyMap<string, string>
  readonly isTownHall: boolean
  /** Null for a visitor. */
  readonly isFollowing: boolean | null
  readonly reading: Form<NewReading>
  readonly step: Form<NewStep>
}
