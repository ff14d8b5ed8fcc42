import type { Tariff } from './feeOf.ts'
import type { Pitch, Stretch } from './stretches.ts'
import type { ClashKind, Family, Holding, How, Means, Method, PresenceState } from './terms.ts'

/** A trader as the square knows them. */
export interface SquareTrader {
  readonly key: string
  readonly name: string
  readonly family: Family
  readonly length: number
  readonly needsPower: boolean
  readonly since: string
  readonly attended: number
  /** Their fixed place today. */
  readonly fixed: (Stretch & { readonly hasPower: boolean }) | null
  /** Said beforehand that they will not come; the placer still notes it. */
  readonly isAway: boolean
  /** What is missing and keeps them from standing, or is only said; a list of kinds of documents. */
  readonly missing: readonly string[]
  readonly isBlocked: boolean
}
export interface Presence {
  readonly trader: string
  readonly state: PresenceState
  readonly act: string
}
export interface Placing extends Stretch {
  /** The act that placed them: the name of this placing everywhere. */
  readonly act: string
  readonly trader: string
  readonly hasPower: boolean
  readonly how: How
}
export interface Clash {
  /** The act that arrived second, whole. */
  readonly act: Act
  readonly kind: ClashKind
  /** The act that stands. */
  readonly against: string
}
export interface Receipt {
  readonly book: string
  readonly number: number
  readonly kind: 'fee' | 'cancel' | 'void'
  readonly trader: string
  readonly placing: string
  readonly holding: Holding
  readonly decimetres: number
  readonly cents: number
  readonly dueCents: number
  readonly means: Means
  /** Number of the receipt undone: `book-number`. */
  readonly cancels: string | null
  readonly act: string
}
/** A market day as it stands; what a telephone keeps and what the database holds are this same value. */
export interface Square {
  readonly id: string
  readonly on: string
  readonly marketName: string
  readonly place: string
  readonly callAt: string
  readonly method: Method
  readonly seedRule: string
  readonly alleys: readonly { readonly id: string; readonly name: string; readonly length: number }[]
  readonly pitches: readonly Pitch[]
  readonly tariffs: Readonly<Record<Holding, Tariff | null>>
  readonly traders: readonly SquareTrader[]
  readonly presences: readonly Presence[]
  readonly placings: readonly Placing[]
  readonly clashes: readonly Clash[]
  readonly receipts: readonly Receipt[]
  readonly list: { readonly inputs: readonly string[]; readonly commitment: string; readonly act: string } | null
  readonly seed: { readonly seed: string; readonly witnesses: string } | null
}

/** What somebody did in the square. `uid` is made where it is done, once; `sequence` counts from 1 in each device and day. */
export interface Gesture {
  readonly uid: string
  readonly sequence: number
  /** Clock of the device: noted, never trusted for the order. */
  readonly at: string
}
export type Deed =
  | { readonly kind: 'presence'; readonly trader: string; readonly state: PresenceState; readonly was: PresenceState | null }
  | ({ readonly kind: 'place'; readonly trader: string; readonly hasPower: boolean; readonly how: How; readonly reason: string } & Stretch)
  | { readonly kind: 'unplace'; readonly placing: string }
  | {
      readonly kind: 'newcomer'
      readonly trader: string
      readonly name: string
      readonly family: Family
      readonly length: number
      readonly needsPower: boolean
    }
  | { readonly kind: 'list'; readonly inputs: readonly string[] }
  | { readonly kind: 'seed'; readonly seed: string; readonly witnesses: string }
  | {
      readonly kind: 'pay'
      readonly placing: string
      readonly trader: string
      readonly holding: Holding
      readonly decimetres: number
      readonly usesPower: boolean
      readonly cents: number
      readonly means: Means
      readonly book: string
      readonly number: number
    }
  | { readonly kind: 'cancel'; readonly receipt: string; readonly reason: string; readonly book: string; readonly number: number }
  | { readonly kind: 'settle'; readonly clash: string; readonly keep: 'first' | 'second' }
export type Act = Gesture & Deed

/** What an act changes. */
export type Effect =
  | { readonly kind: 'presence'; readonly presence: Presence }
  | { readonly kind: 'placed'; readonly placing: Placing; readonly reason: string }
  | { readonly kind: 'removed'; readonly placing: string; readonly by: string }
  | { readonly kind: 'trader'; readonly trader: SquareTrader }
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'settled'; readonly clash: string; readonly by: string; readonly kept: 'first' | 'second' }
  | { readonly kind: 'list'; readonly list: NonNullable<Square['list']> }
  | { readonly kind: 'seed'; readonly seed: NonNullable<Square['seed']>; readonly act: string }
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly reason: string }
