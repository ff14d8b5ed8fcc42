import type { ComponentChildren } from 'preact'
import type { Moderated } from '#engines/moderation'
import type { Comparison } from '#engines/texts'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import type { DecisionForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { AmendmentDetail } from '../queries/readAmendment.ts'
import type { MeasureName } from './crumbs.ts'

/** What the page of an amendment is drawn from. */
export interface AmendmentProps {
  readonly t: T
  readonly locale: Locale
  readonly reader: Actor
  readonly measure: MeasureName
  readonly amendment: AmendmentDetail
  readonly moderated: Moderated
  /** The latest version of the measure. */
  readonly current: number
  readonly rows: readonly Comparison[]
  /** The passage changed since, and cannot be merged without people. */
  readonly hasConflict: boolean
  /** Filled when this reader may decide. */
  readonly decision: {
    readonly form: Form<DecisionForm>
    readonly neighbours: readonly { readonly id: string; readonly author: string | null }[]
  } | null
  /** What is said about it. */
  readonly debate?: ComponentChildren
}
