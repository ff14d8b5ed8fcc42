import type { Quote } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Answer, GivingBack, Leaving, NewStep, NewVisit, Objection, Payment, Renewal, Signature } from '../forms.ts'
import type { Round } from '../queries/rounds.ts'
import type { Entry, Letter, Step, Tenancy, Visit } from '../queries/tenancies.ts'
import type { StepRefusal } from '../rules/procedure.ts'
import type { StepKind } from '../rules/terms.ts'
import type { Said } from './parts.tsx'

/** What the file of a plot shows, and its forms. */
export interface Forms {
  readonly signature: Form<Signature>
  readonly renewal: Form<Renewal>
  readonly payment: Form<Payment>
  readonly visit: Form<NewVisit>
  readonly step: Form<NewStep>
  readonly objection: Form<Objection>
  readonly answer: Form<Answer>
  readonly leaving: Form<Leaving>
  readonly givingBack: Form<GivingBack>
}
export interface TenancyProps extends Said {
  readonly tenancy: Tenancy
  readonly today: string
  readonly entries: readonly Entry[]
  readonly visits: readonly Visit[]
  readonly steps: readonly Step[]
  readonly letters: readonly Letter[]
  /** The most it can cost, before a quotient is said. */
  readonly quote: Quote
  readonly deposit: number
  readonly openRound: Round | null
  readonly next: { readonly kind: StepKind | null; readonly because: StepRefusal | null }
  readonly isHolder: boolean
  readonly runs: boolean
  readonly forms: Forms
  readonly names: ReadonlyMap<string, string>
}
