import type { BookingStep } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Caption, DamageForm, Decision, Driver, Reason, RulingForm } from '../forms.ts'
import type { Damage } from '../queries/damages.ts'
import type { Item, Photo } from '../queries/items.ts'
import type { Inspection, Loan } from '../queries/loans.ts'
import type { Names, Said } from './parts.tsx'

export interface LoanProps extends Said {
  readonly loan: Loan
  readonly item: Item
  readonly names: Names
  readonly steps: readonly BookingStep[]
  readonly rank: { readonly rank: number; readonly total: number } | null
  /** Others who wait for a part of that time, in the published order. */
  readonly others: readonly Loan[]
  readonly inspections: readonly Inspection[]
  readonly photos: readonly Photo[]
  readonly damages: readonly Damage[]
  readonly settledBy: string
  /** Whoever reads keeps the thing, or borrows it, and may act for their commune. */
  readonly keeps: boolean
  readonly borrows: boolean
  readonly runs: boolean
  readonly body: number
  /** Only for the borrower's commune. */
  readonly driver: string | null
  readonly decision?: Form<Decision>
  readonly cancelling?: Form<Reason>
  readonly driverForm?: Form<Driver>
  readonly damageForm?: Form<DamageForm>
  readonly contesting?: { readonly damage: string; readonly form: Form<Reason> }
  readonly ruling?: { readonly contest: string; readonly form: Form<RulingForm> }
  readonly photoForm?: Form<Caption>
}
