import type { Form } from '#kernel/forms'
import type { Decision, NewDocument, NewRequest, NewSubscription } from '../forms.ts'
import type { Invoice, KnownReceipt } from '../queries/accounts.ts'
import type { Request } from '../queries/life.ts'
import type { Alley, Market } from '../queries/markets.ts'
import type { Document, Subscription, Trader } from '../queries/traders.ts'
import type { DocumentKind } from '../rules/terms.ts'
import type { Said } from './parts.tsx'

export interface TraderProps extends Said {
  readonly trader: Trader
  readonly documents: readonly Document[]
  readonly asked: readonly DocumentKind[]
  readonly missing: readonly DocumentKind[]
  readonly isBlocked: boolean
  readonly cardYears: number
  readonly subscriptions: readonly Subscription[]
  readonly requests: readonly Request[]
  readonly receipts: readonly KnownReceipt[]
  readonly invoices: readonly Invoice[]
  readonly markets: readonly Market[]
  readonly alleys: readonly Alley[]
  readonly runs: boolean
  readonly isMine: boolean
  readonly today: string
  readonly forms: {
    readonly document: Form<NewDocument>
    readonly decision: Form<Decision>
    readonly subscription: Form<NewSubscription>
    readonly request: Form<NewRequest>
  }
}
