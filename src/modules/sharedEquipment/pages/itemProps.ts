import type { Incident, ThingPanelProps } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Block, Caption, CostForm, NewLoan, Reason, Repaired } from '../forms.ts'
import type { Cost } from '../queries/accounts.ts'
import type { Item, Photo } from '../queries/items.ts'
import type { Names, Said } from './parts.tsx'

export interface ItemProps extends Said {
  readonly item: Item
  readonly names: Names
  readonly agreementTitle: string
  readonly panel: ThingPanelProps
  readonly today: string
  readonly asks: 'agent' | 'association' | 'sign-in' | 'nobody' | 'not-member'
  readonly form: Form<NewLoan>
  readonly photos: readonly Photo[]
  readonly blocked: readonly { readonly startsAt: string; readonly endsAt: string; readonly reason: string }[]
  readonly incidents: readonly Incident[]
  readonly costs: readonly Cost[]
  /** The last year whose cost and use are known. */
  readonly unitCost: { readonly year: number; readonly cents: number; readonly units: number; readonly each: number } | null
  readonly keeps: boolean
  readonly costForm: Form<CostForm>
  readonly retiring?: Form<Reason>
  readonly blocking?: Form<Block>
  readonly repair?: { readonly incident: string; readonly form: Form<Repaired> }
  readonly photoForm?: Form<Caption>
  readonly reversing?: { readonly cost: string; readonly form: Form<Reason> }
}
