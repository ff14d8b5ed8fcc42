import { commitmentOf } from '#engines/lot'
import { bySeniority, byLot, callLine } from './callOrder.ts'
import { feeOf, type Tariff } from './feeOf.ts'
import { bestFit, isGround, lengthOf, meet, type Pitch, type Stretch } from './stretches.ts'
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

const clash = (act: Act, kind: ClashKind, against: string): readonly Effect[] => [{ kind: 'clash', clash: { act, kind, against } }]
const nothing: readonly Effect[] = []
export const numberOf = ({ book, number }: { book: string; number: number }): string => `${book}-${number}`
export const traderOf = (square: Square, key: string): SquareTrader | undefined => square.traders.find(one => one.key === key)
export const placingOf = (square: Square, trader: string): Placing | undefined => square.placings.find(one => one.trader === trader)
export const presenceOf = (square: Square, trader: string): Presence | undefined => square.presences.find(one => one.trader === trader)

/** The fixed places that wait for their subscriber: nobody said they are absent. */
export const reserved = (square: Square): readonly (Stretch & { readonly trader: string })[] =>
  square.traders.flatMap(one =>
    one.fixed && !placingOf(square, one.key) && presenceOf(square, one.key)?.state !== 'absent' ? [{ ...one.fixed, trader: one.key }] : [],
  )

/**
 * What an act does to the day, wherever it is computed. Whoever came first stands: what cannot be done beside it becomes a clash, both
 * versions kept, until a human chooses. Money that was received is a fact: a receipt is never refused.
 */
export const effectsOf = (square: Square, act: Act): readonly Effect[] => {
  switch (act.kind) {
    case 'presence':
      return presence(square, act)
    case 'place':
      return place(square, act)
    case 'unplace':
      return square.placings.some(one => one.act === act.placing) ? [{ kind: 'removed', placing: act.placing, by: act.uid }] : nothing
    case 'newcomer':
      return newcomer(square, act)
    case 'list':
      return list(square, act)
    case 'seed':
      return square.list && !square.seed ? [{ kind: 'seed', seed: { seed: act.seed, witnesses: act.witnesses }, act: act.uid }] : nothing
    case 'pay':
      return pay(square, act)
    case 'cancel':
      return cancel(square, act)
    case 'settle':
      return settle(square, act)
  }
}
type The<Kind extends Deed['kind']> = Extract<Act, { readonly kind: Kind }>

const presence = (square: Square, act: The<'presence'>): readonly Effect[] => {
  const trader = traderOf(square, act.trader)
  if (!trader) return nothing
  const current = presenceOf(square, act.trader)
  if (current?.state === act.state) return nothing
  if (current && current.state !== act.was) return clash(act, 'presence', current.act)
  return arrive(square, trader, act.state, act.uid)
}
/** A subscriber who is there stands on their place; one who is not leaves it. */
const arrive = (square: Square, trader: SquareTrader, state: PresenceState, uid: string): readonly Effect[] => {
  const placing = placingOf(square, trader.key)
  const stands: Effect = { kind: 'presence', presence: { trader: trader.key, state, act: uid } }
  if (state === 'absent') return placing ? [stands, { kind: 'removed', placing: placing.act, by: uid }] : [stands]
  if (!trader.fixed || placing || trader.isBlocked) return [stands]
  const inTheWay = square.placings.find(one => meet(one, trader.fixed!))
  const { alley, from, to, hasPower } = trader.fixed
  const own = { trader: trader.key, alley, from, to, hasPower, how: 'subscription' } as const
  if (inTheWay) return [stands, ...clash({ uid, sequence: 0, at: '', kind: 'place', reason: '', ...own }, 'metres', inTheWay.act)]
  return [stands, { kind: 'placed', placing: { act: uid, ...own }, reason: '' }]
}

const place = (square: Square, act: The<'place'>): readonly Effect[] => {
  const trader = traderOf(square, act.trader)
  if (!trader || !isGround(square.pitches, act)) return nothing
  const already = placingOf(square, act.trader)
  if (already) return same(already, act) ? nothing : clash(act, 'trader', already.act)
  const taken = square.placings.find(one => meet(one, act))
  if (taken) return clash(act, 'metres', taken.act)
  const kept = reserved(square).find(one => one.trader !== act.trader && meet(one, act))
  const presentHere = kept && presenceOf(square, kept.trader)
  if (kept) return clash(act, 'metres', presentHere?.act ?? kept.trader)
  return stand(square, act)
}
const same = (placing: Placing, act: Stretch): boolean => placing.alley === act.alley && placing.from === act.from && placing.to === act.to
const stand = (square: Square, act: The<'place'>): readonly Effect[] => {
  const { uid, trader, alley, from, to, hasPower, how, reason } = act
  const here: readonly Effect[] =
    presenceOf(square, trader)?.state === 'present' ? [] : [{ kind: 'presence', presence: { trader, state: 'present', act: uid } }]
  return [...here, { kind: 'placed', placing: { act: uid, trader, alley, from, to, hasPower, how }, reason }]
}

const newcomer = (square: Square, act: The<'newcomer'>): readonly Effect[] => {
  if (traderOf(square, act.trader)) return nothing
  const { name, family, length, needsPower } = act
  const facts = {
    key: act.trader,
    name,
    family,
    length,
    needsPower,
    since: square.on,
    attended: 0,
    fixed: null,
    isAway: false,
    missing: [],
    isBlocked: false,
  }
  return [
    { kind: 'trader', trader: facts },
    { kind: 'presence', presence: { trader: act.trader, state: 'present', act: act.uid } },
  ]
}

const list = (square: Square, act: The<'list'>): readonly Effect[] => {
  if (square.list) return square.list.commitment === commitmentOf(act.inputs) ? nothing : clash(act, 'list', square.list.act)
  return act.inputs.length === 0
    ? nothing
    : [{ kind: 'list', list: { inputs: act.inputs, commitment: commitmentOf(act.inputs), act: act.uid } }]
}

const pay = (square: Square, act: The<'pay'>): readonly Effect[] => {
  const { book, number, trader, placing, holding, decimetres, cents, means, uid } = act
  if (!traderOf(square, trader)) return nothing
  const tariff = square.tariffs[holding]
  const dueCents = tariff ? feeOf(tariff, decimetres, act.usesPower).cents : 0
  return [
    {
      kind: 'receipt',
      receipt: { book, number, kind: 'fee', trader, placing, holding, decimetres, cents, dueCents, means, cancels: null, act: uid },
      reason: '',
    },
  ]
}
/** The opposite line; when it was already undone, the number is used for nothing, so that the book has no gap. */
const cancel = (square: Square, act: The<'cancel'>): readonly Effect[] => {
  const { book, number } = act
  const receipt = square.receipts.find(one => one.kind === 'fee' && numberOf(one) === act.receipt)
  if (!receipt) return nothing
  const isDone = square.receipts.some(one => one.kind === 'cancel' && one.cancels === act.receipt)
  const opposite = isDone
    ? ({ ...receipt, kind: 'void', cents: 0, dueCents: 0, cancels: null } as const)
    : ({ ...receipt, kind: 'cancel', cents: -receipt.cents || 0, dueCents: -receipt.dueCents || 0, cancels: act.receipt } as const)
  return [{ kind: 'receipt', receipt: { ...opposite, book, number, act: act.uid }, reason: act.reason }]
}

/** The human chose: what stood stays, or what came second takes its place, and what is in its way is removed. */
const settle = (square: Square, act: The<'settle'>): readonly Effect[] => {
  const found = square.clashes.find(one => one.act.uid === act.clash)
  if (!found) return nothing
  const settled: Effect = { kind: 'settled', clash: act.clash, by: act.uid, kept: act.keep }
  if (act.keep === 'first') return [settled]
  const second = found.act
  if (second.kind === 'presence') {
    const trader = traderOf(square, second.trader)
    return trader ? [settled, ...arrive(square, trader, second.state, act.uid)] : [settled]
  }
  if (second.kind !== 'place') return [settled]
  const leaving = square.placings.filter(one => one.trader === second.trader || meet(one, second))
  const removals = leaving.map(one => ({ kind: 'removed', placing: one.act, by: act.uid }) as const)
  // A subscriber who had not come yet loses the place for the day: somebody decided so.
  const waits = reserved(square).filter(one => one.trader !== second.trader && meet(one, second))
  const away = waits.map(one => ({ kind: 'presence', presence: { trader: one.trader, state: 'absent', act: act.uid } }) as const)
  return [settled, ...removals, ...away, ...stand(square, second)]
}

/** One line a trader, in the order of their names here: the same whatever the order of arrival. */
const withPresence = (presences: readonly Presence[], presence: Presence): readonly Presence[] =>
  [...presences.filter(one => one.trader !== presence.trader), presence].toSorted((a, b) => (a.trader < b.trader ? -1 : 1))

/** The day once that has happened. */
export const after = (square: Square, effects: readonly Effect[]): Square => effects.reduce(change, square)
const change = (square: Square, effect: Effect): Square => {
  switch (effect.kind) {
    case 'presence':
      return { ...square, presences: withPresence(square.presences, effect.presence) }
    case 'placed':
      return { ...square, placings: [...square.placings, effect.placing] }
    case 'removed':
      return { ...square, placings: square.placings.filter(one => one.act !== effect.placing) }
    case 'trader':
      return { ...square, traders: [...square.traders, effect.trader] }
    case 'clash':
      return { ...square, clashes: [...square.clashes, effect.clash] }
    case 'settled':
      return { ...square, clashes: square.clashes.filter(one => one.act.uid !== effect.clash) }
    case 'list':
      return { ...square, list: effect.list }
    case 'seed':
      return { ...square, seed: effect.seed }
    case 'receipt':
      return { ...square, receipts: [...square.receipts, effect.receipt] }
  }
}
export const applied = (square: Square, act: Act): Square => after(square, effectsOf(square, act))

/** Casual traders who answered and have no place yet, in the order of the published method. */
export const waitingCasuals = (square: Square): readonly SquareTrader[] => {
  const here = square.traders.filter(
    one => presenceOf(square, one.key)?.state === 'present' && !placingOf(square, one.key) && !one.isBlocked,
  )
  const { list, seed } = square
  if (square.method === 'list') return here.toSorted(bySeniority(square.on))
  return list && seed ? byLot(here, { inputs: list.inputs, seed: seed.seed }) : here.toSorted(bySeniority(square.on))
}
/** Where the method would put them now: null when nothing is long enough. */
export const proposedFor = (square: Square, trader: SquareTrader): Stretch | null =>
  bestFit(square.pitches, [...square.placings, ...reserved(square)], trader)
/** The lines of the list that would be closed now. */
export const listNow = (square: Square): readonly string[] =>
  square.traders.filter(one => presenceOf(square, one.key)?.state === 'present' && !one.fixed && !one.isBlocked).map(callLine)

/** What is to pay for a place; null without a tariff. */
export const feeFor = (square: Square, placing: Placing) => {
  const holding: Holding = placing.how === 'subscription' ? 'subscriber' : 'casual'
  const tariff = square.tariffs[holding]
  return tariff && { holding, tariff, decimetres: lengthOf(placing), ...feeOf(tariff, lengthOf(placing), placing.hasPower) }
}
/** Fees that stand: those not undone. */
export const standing = (square: Square): readonly Receipt[] => {
  const undone = new Set(square.receipts.flatMap(one => one.cancels ?? []))
  return square.receipts.filter(one => one.kind === 'fee' && !undone.has(numberOf(one)))
}
/** Receipts whose place is not there any more: to be undone and paid back, by a human. */
export const orphans = (square: Square): readonly Receipt[] =>
  standing(square).filter(one => !square.placings.some(placing => placing.act === one.placing))
export const nextNumber = (square: Square, book: string): number =>
  1 + square.receipts.filter(one => one.book === book).reduce((most, one) => Math.max(most, one.number), 0)
