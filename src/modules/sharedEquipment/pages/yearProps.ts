import type { Form } from '#kernel/forms'
import type { CorrectionForm, LineContest, PaymentForm, Reason, RulingForm } from '../forms.ts'
import type { Closing, Correction, Statement } from '../queries/accounts.ts'
import type { Agreement, Convention } from '../queries/conventions.ts'
import type { Contest } from '../queries/damages.ts'
import type { Payment } from '../queries/payments.ts'
import type { Published } from '../rules/published.ts'
import type { Names, Said } from './parts.tsx'

export interface YearProps extends Said {
  readonly agreement: Agreement
  readonly convention: Convention | null
  readonly year: number
  readonly today: string
  /** What is shown: the last edition published, or the facts as they are now. */
  readonly published: Published | null
  readonly statement: Statement | null
  readonly forecast: Statement | null
  readonly closing: Closing | null
  readonly contests: readonly Contest[]
  readonly corrections: readonly Correction[]
  readonly payments: readonly Payment[]
  readonly names: Names
  readonly body: { readonly id: number; readonly slug: string; readonly name: string }
  readonly runs: boolean
  readonly contestForm?: Form<LineContest>
  readonly ruling?: { readonly contest: string; readonly form: Form<RulingForm> }
  readonly correction?: Form<CorrectionForm>
  readonly payment?: Form<PaymentForm>
  readonly undoing?: { readonly payment: string; readonly form: Form<Reason> }
}
