import {
  type Deed,
  feeFor,
  listNow,
  nextNumber,
  placingOf,
  presenceOf,
  proposedFor,
  reserved,
  type Square,
  traderOf,
  waitingCasuals,
} from './square.ts'
import { families } from './terms.ts'
import { freeOf, hasPower, lengthOf, type Stretch } from './stretches.ts'

/** What the forms of the square send, field by field, from a screen with or without script. */
export interface Asked {
  readonly kind: string
  readonly trader: string
  readonly state: string
  readonly spot: string
  readonly hasPower: boolean
  readonly reason: string
  readonly placing: string
  readonly name: string
  readonly family: string
  readonly metres: string
  readonly seed: string
  readonly witnesses: string
  readonly means: string
  readonly receipt: string
  readonly clash: string
  readonly keep: string
}
export type Refusal = 'unknown' | 'reason' | 'name' | 'metres' | 'seed' | 'nobody' | 'no-tariff' | 'already-paid'
export type Deeds = { readonly ok: true; readonly deeds: readonly Deed[] } | { readonly ok: false; readonly because: Refusal }
const done = (...deeds: readonly Deed[]): Deeds => ({ ok: true, deeds })
const no = (because: Refusal): Deeds => ({ ok: false, because })

export const spotText = ({ alley, from, to }: Stretch): string => `${alley}:${from}:${to}`
const readSpot = (text: string): Stretch | null => {
  const found = /^(\d{1,18}):(\d{1,5}):(\d{1,5})$/.exec(text)
  return found && Number(found[2]) < Number(found[3]) ? { alley: found[1]!, from: Number(found[2]), to: Number(found[3]) } : null
}
/** « 3,5 » metres → 35 decimetres; null when it is not a length. */
const decimetresOf = (text: string): number | null => {
  const metres = Number(text.trim().replace(',', '.'))
  const decimetres = Math.round(metres * 10)
  return text.trim() !== '' && decimetres >= 5 && decimetres <= 500 ? decimetres : null
}

/** From what was typed to what is done. `book` is the receipt book of this device; `fresh` makes a new name. */
export const deedsFrom = (square: Square, asked: Asked, book: string, fresh: () => string): Deeds => {
  switch (asked.kind) {
    case 'presence':
      return presence(square, asked)
    case 'release':
      return done(...waiting(square).map(one => ({ kind: 'presence', trader: one.trader, state: 'absent', was: null }) as const))
    case 'place':
      return place(square, asked)
    case 'unplace':
      return asked.placing === '' ? no('unknown') : done({ kind: 'unplace', placing: asked.placing })
    case 'newcomer':
      return newcomer(asked, fresh)
    case 'list': {
      const inputs = listNow(square)
      return inputs.length === 0 ? no('nobody') : done({ kind: 'list', inputs })
    }
    case 'seed':
      return asked.seed.trim() === '' || asked.witnesses.trim() === ''
        ? no('seed')
        : done({ kind: 'seed', seed: asked.seed.trim(), witnesses: asked.witnesses.trim() })
    case 'pay':
      return pay(square, asked, book)
    case 'cancel':
      if (asked.reason.trim() === '') return no('reason')
      return done({ kind: 'cancel', receipt: asked.receipt, reason: asked.reason.trim(), book, number: nextNumber(square, book) })
    case 'settle':
      return asked.keep === 'first' || asked.keep === 'second'
        ? done({ kind: 'settle', clash: asked.clash, keep: asked.keep })
        : no('unknown')
    default:
      return no('unknown')
  }
}
/** Subscribers whom nobody marked: their places are kept until the call. */
export const waiting = (square: Square) => reserved(square).filter(one => presenceOf(square, one.trader) === undefined)

const presence = (square: Square, { trader, state }: Asked): Deeds =>
  traderOf(square, trader) && (state === 'present' || state === 'absent')
    ? done({ kind: 'presence', trader, state, was: presenceOf(square, trader)?.state ?? null })
    : no('unknown')

/** The method's own place needs no reason; any other choice does, and it is public. */
const place = (square: Square, { trader: key, spot, hasPower: wanted, reason }: Asked): Deeds => {
  const trader = traderOf(square, key)
  const stretch = readSpot(spot)
  if (!trader || !stretch) return no('unknown')
  const proposed = proposedFor(square, trader)
  const isNext = waitingCasuals(square)[0]?.key === key
  const isMethod = isNext && proposed !== null && spotText(proposed) === spotText(stretch)
  if (!isMethod && reason.trim() === '') return no('reason')
  const usesPower = (wanted || trader.needsPower) && hasPower(square.pitches, stretch)
  return done({
    kind: 'place',
    trader: key,
    ...stretch,
    hasPower: usesPower,
    how: isMethod ? square.method : 'choice',
    reason: isMethod ? '' : reason.trim(),
  })
}

const newcomer = ({ name, family, metres, hasPower: needsPower }: Asked, fresh: () => string): Deeds => {
  const length = decimetresOf(metres)
  const known = families.find(one => one === family)
  if (name.trim().length < 2 || !known) return no('name')
  return length === null
    ? no('metres')
    : done({ kind: 'newcomer', trader: fresh(), name: name.trim().slice(0, 120), family: known, length, needsPower })
}

const pay = (square: Square, { placing: act, means }: Asked, book: string): Deeds => {
  const placing = square.placings.find(one => one.act === act)
  if (!placing || !(means === 'cash' || means === 'cheque' || means === 'card' || means === 'later')) return no('unknown')
  if (isPaid(square, placing.act)) return no('already-paid')
  const fee = feeFor(square, placing)
  if (!fee) return no('no-tariff')
  const { holding, decimetres, cents } = fee
  const usesPower = placing.hasPower
  return done({
    kind: 'pay',
    placing: act,
    trader: placing.trader,
    holding,
    decimetres,
    usesPower,
    cents,
    means,
    book,
    number: nextNumber(square, book),
  })
}
export const isPaid = (square: Square, placing: string): boolean => {
  const undone = new Set(square.receipts.flatMap(one => one.cancels ?? []))
  return square.receipts.some(one => one.kind === 'fee' && one.placing === placing && !undone.has(`${one.book}-${one.number}`))
}

/** Places long enough for somebody: the one of the method first, then the start of each free piece. */
export const spotsFor = (square: Square, key: string): readonly Stretch[] => {
  const trader = traderOf(square, key)
  if (!trader || placingOf(square, key)) return []
  const proposed = proposedFor(square, trader)
  const others = freeOf(square.pitches, [...square.placings, ...reserved(square)])
    .filter(piece => lengthOf(piece) >= trader.length)
    .map(piece => ({ alley: piece.alley, from: piece.from, to: piece.from + trader.length }))
    .filter(one => !proposed || spotText(one) !== spotText(proposed))
  return proposed ? [proposed, ...others] : others
}
