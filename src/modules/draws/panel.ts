import type { Quota } from '#engines/sortition'

export interface PanelQuota extends Quota {
  readonly position: number
  /** As first published, when it was loosened since. */
  readonly first: { readonly min: number; readonly max: number } | null
}
export interface Panel {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly size: number
  readonly onePerAddress: boolean
  readonly closesOn: string
  readonly quotas: readonly PanelQuota[]
  readonly lotId: string | null
}
export interface Volunteer {
  readonly number: number
  readonly personId: string | null
  readonly name: string
  readonly address: string
  readonly features: Readonly<Record<string, string>>
  readonly showsName: boolean
}
/** What a computation gave; people are the numbers of volunteers. */
export type PanelResult =
  | {
      readonly kind: 'lottery'
      readonly minimum: number
      readonly bound: number
      readonly complete: boolean
      readonly error: number
      readonly probabilities: Readonly<Record<string, number>>
      readonly tickets: readonly (readonly number[])[]
      readonly version: string
      readonly inputDigest: string
    }
  | {
      readonly kind: 'infeasible'
      readonly changes: number | null
      readonly relaxed: readonly { readonly position: number; readonly min: number; readonly max: number }[]
    }
  /** It ended without an answer: no panel found and none excluded in the time given, or a fault. */
  | { readonly kind: 'failed' }
export interface PanelProgress {
  readonly minimum: number
  readonly bound: number
  readonly seconds: number
}
export interface Computation {
  readonly id: string
  readonly progress: PanelProgress | null
  readonly result: PanelResult | null
  readonly stopAskedAt: string | null
  readonly endedAt: string | null
}
/** Tickets of the final draw: a thousandth of a chance each. */
export const ticketCount = 1000
