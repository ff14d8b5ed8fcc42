import type { Moderated } from '#engines/moderation'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import type { GroupingForm, NewPrecision, StepForm, WithdrawalForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { LineDetail } from '../queries/readLine.ts'
import type { Line } from '../queries/readLines.ts'
import type { Named } from './parts.tsx'

export interface LineProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly reader: Actor
  readonly service: Named
  readonly line: LineDetail
  readonly round: Named | null
  readonly moderated: { get(subject: string): Moderated }
  readonly isAgent: boolean
  readonly mayWithdraw: boolean
  readonly isFollowing: boolean
  /** Open measures of the service, which this line could amend. */
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  /** Lines it could be grouped into. */
  readonly others: readonly Line[]
  readonly forms: {
    readonly precision: Form<NewPrecision>
    readonly step: Form<StepForm>
    readonly grouping: Form<GroupingForm>
    readonly withdrawal: Form<WithdrawalForm>
  }
}
