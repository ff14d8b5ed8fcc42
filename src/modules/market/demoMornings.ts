import { bookOf, receive } from './acts/receive.ts'
import { inventedTraders } from './data/invented.ts'
import type { MarketDay } from './queries/markets.ts'
import { weekdayOf } from './queries/markets.ts'
import { squareOf } from './queries/squareOf.ts'
import { type Asked, deedsFrom, isPaid, spotText } from './rules/deeds.ts'
import { type Act, applied, placingOf, proposedFor, type Square, waitingCasuals } from './rules/square.ts'
import type { Here } from './schema.ts'
import { pen } from './who.ts'

const nothing: Asked = {
  kind: '',
  trader: '',
  state: '',
  spot: '',
  hasPower: false,
  reason: '',
  placing: '',
  name: '',
  family: '',
  metres: '',
  seed: '',
  witnesses: '',
  means: '',
  receipt: '',
  clash: '',
  keep: '',
}
/** One morning as a placer keys it: the same forms, one after the other. */
export const holdMorning = async (world: Here, day: MarketDay, index: number): Promise<void> => {
  const book = await bookOf(world, `desk-${pen(world) ?? ''}`)
  let square = await squareOf(world, day)
  const acts: Act[] = []
  const press = (asked: Partial<Asked>) => {
    const found = deedsFrom(square, { ...nothing, ...asked }, book, () => crypto.randomUUID())
    if (!found.ok) return
    for (const deed of found.deeds) {
      const act: Act = { ...deed, uid: crypto.randomUUID(), sequence: acts.length + 1, at: world.now }
      acts.push(act)
      square = applied(square, act)
    }
  }
  attend(square, day, index, press)
  press({ kind: 'release' })
  for (let turn = 0; turn < 30; turn += 1) {
    const [next] = waitingCasuals(square)
    const spot = next && proposedFor(square, next)
    if (!next || !spot) break
    press({ kind: 'place', trader: next.key, spot: spotText(spot) })
  }
  for (const [at, one] of square.placings.entries())
    if (one.how !== 'subscription' && !isPaid(square, one.act))
      press({ kind: 'pay', placing: one.act, means: ['cash', 'cash', 'cheque', 'card', 'cash'][(at + index) % 5] ?? 'cash' })
  const last = square.receipts.at(-1)
  if (index === 6 && last) {
    press({ kind: 'cancel', receipt: `${last.book}-${last.number}`, reason: 'Chèque au lieu d’espèces' })
    press({ kind: 'pay', placing: last.placing, means: 'cheque' })
  }
  await receive(world, day, book, acts)
}

/** Who comes: subscribers nearly always, the cloth merchant rarely on Wednesdays, casual traders one day in so many. */
const attend = (square: Square, day: MarketDay, index: number, press: (asked: Partial<Asked>) => void) => {
  for (const [at, one] of square.traders.entries()) {
    const invented = inventedTraders.find(each => each.name === one.name)
    if (!invented || one.isBlocked || placingOf(square, one.key)) continue
    const isAway = invented.name === 'Toile et Laine' ? weekdayOf(day.on) === 3 && index % 5 !== 0 : (at * 7 + index * 3) % 19 === 0
    if (one.fixed ? !isAway : (at + index) % (invented.every ?? 3) === 0 && !invented.fixed)
      press({ kind: 'presence', trader: one.key, state: 'present' })
  }
}
