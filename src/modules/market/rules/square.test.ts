import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applied, type Deed, effectsOf, nextNumber, numberOf, orphans, type Square, standing } from './square.ts'
import { meet } from './stretches.ts'
import { seenFrom, takeable } from './sync.ts'

const trader = (key: string, fixed: Square['traders'][number]['fixed'] = null) => ({
  key,
  name: key,
  family: 'cheese' as const,
  length: 30,
  needsPower: false,
  since: '2020-01-01',
  attended: 0,
  fixed,
  isAway: false,
  missing: [],
  isBlocked: false,
})
const keys = ['t-1', 't-2', 't-3', 't-4', 't-5'] as const
const empty: Square = {
  id: '1',
  on: '2026-11-04',
  marketName: 'Marché',
  place: '',
  callAt: '08:30',
  method: 'list',
  seedRule: '',
  alleys: [{ id: '1', name: 'A', length: 120 }],
  pitches: [{ id: '1', number: '1', alley: '1', from: 0, to: 120, hasPower: true, hasWater: false }],
  tariffs: {
    subscriber: null,
    casual: { holding: 'casual', metreCents: 150, leastCents: 0, powerCents: 0, since: '2026-01-01', deliberation: 'x' },
  },
  traders: [trader('t-1', { alley: '1', from: 0, to: 30, hasPower: false }), ...keys.slice(1).map(key => trader(key))],
  presences: [],
  placings: [],
  clashes: [],
  receipts: [],
  list: null,
  seed: null,
}

/** What a placer may want; the rest follows from what their telephone shows. */
const wish = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('presence' as const), who: fc.nat(4), here: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constant('place' as const), who: fc.nat(4), from: fc.constantFrom(0, 15, 30, 45, 60, 90) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('pay' as const), who: fc.nat(9) }) },
  fc.record({ what: fc.constant('unplace' as const), who: fc.nat(9) }),
  fc.record({ what: fc.constant('cancel' as const), who: fc.nat(9) }),
  fc.record({ what: fc.constant('settle' as const), who: fc.nat(3), here: fc.boolean() }),
)
type Wish = typeof wish extends fc.Arbitrary<infer One> ? One : never
const deedOf = (square: Square, book: string, asked: Wish): Deed | null => {
  const key = keys[asked.who % keys.length] ?? 't-1'
  switch (asked.what) {
    case 'presence':
      return {
        kind: 'presence',
        trader: key,
        state: asked.here ? 'present' : 'absent',
        was: square.presences.find(one => one.trader === key)?.state ?? null,
      }
    case 'place':
      return { kind: 'place', trader: key, alley: '1', from: asked.from, to: asked.from + 30, hasPower: false, how: 'list', reason: '' }
    case 'unplace': {
      const placing = square.placings[asked.who]
      return placing ? { kind: 'unplace', placing: placing.act } : null
    }
    case 'pay': {
      const placing = square.placings[asked.who]
      return placing
        ? {
            kind: 'pay',
            placing: placing.act,
            trader: placing.trader,
            holding: 'casual',
            decimetres: 30,
            usesPower: false,
            cents: 450,
            means: 'cash',
            book,
            number: nextNumber(square, book),
          }
        : null
    }
    case 'cancel': {
      const receipt = standing(square)[asked.who]
      return receipt ? { kind: 'cancel', receipt: numberOf(receipt), reason: 'x', book, number: nextNumber(square, book) } : null
    }
    case 'settle': {
      const clash = square.clashes[asked.who]
      return clash ? { kind: 'settle', clash: clash.act.uid, keep: asked.here ? 'second' : 'first' } : null
    }
  }
}

/** A telephone: what it last heard from the town hall, and what it has not sent. */
class Telephone {
  known: Square
  outbox: Act[] = []
  readonly all: Act[] = []
  readonly book: string
  constructor(book: string) {
    this.book = book
    this.known = empty
  }
  do(asked: Wish) {
    const deed = deedOf(seenFrom(this.known, this.outbox), this.book, asked)
    if (!deed) return
    const act = { ...deed, uid: `${this.book}-act-${this.all.length + 1}`, sequence: this.all.length + 1, at: '' }
    this.outbox.push(act)
    this.all.push(act)
  }
}
/** The town hall: one log, one state. */
class TownHall {
  square = empty
  readonly log: Act[] = []
  take(book: string, sent: readonly Act[]) {
    const last = this.log.filter(act => act.uid.startsWith(`${book}-`)).length
    for (const act of takeable(sent, new Set(this.log.map(one => one.uid)), last)) {
      if ('number' in act && act.number !== nextNumber(this.square, book)) break
      this.square = applied(this.square, act)
      this.log.push(act)
    }
    return new Set(this.log.map(one => one.uid))
  }
}
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.nat(1), wish }) },
  // a sending: part of the outbox, in any order, twice, and whether the answer came back
  {
    weight: 3,
    arbitrary: fc.record({ at: fc.nat(1), from: fc.nat(3), reversed: fc.boolean(), twice: fc.boolean(), answered: fc.boolean() }),
  },
)

test('two telephones, with retries, doubles, losses and disorder: each act once, one state, nothing lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const hall = new TownHall()
      const phones = [new Telephone('10'), new Telephone('11')]
      const send = (phone: Telephone, sent: readonly Act[], answered: boolean) => {
        const kept = hall.take(phone.book, sent)
        if (!answered) return
        phone.known = hall.square
        phone.outbox = phone.outbox.filter(act => !kept.has(act.uid))
      }
      for (const one of steps) {
        const phone = phones[one.at]!
        if ('wish' in one) phone.do(one.wish)
        else {
          const part = phone.outbox.slice(one.from)
          send(phone, one.reversed ? part.toReversed() : part, one.answered)
          if (one.twice) send(phone, phone.all, one.answered)
        }
        sound(hall.square)
      }
      for (let turn = 0; turn < 2; turn += 1) for (const phone of phones) send(phone, phone.outbox, true)
      // Each act exactly once, in the order of each telephone.
      for (const phone of phones) {
        expect(phone.outbox).toEqual([])
        expect(hall.log.filter(act => act.uid.startsWith(`${phone.book}-`))).toEqual(phone.all)
        expect(seenFrom(phone.known, [])).toEqual(hall.square)
      }
      expect(hall.log.reduce(applied, empty)).toEqual(hall.square)
      // Money: every receipt that a telephone gave is in a book, without gap.
      const given = phones.flatMap(phone => phone.all.filter(act => act.kind === 'pay').map(act => act.uid))
      expect(
        hall.square.receipts
          .filter(one => one.kind === 'fee')
          .map(one => one.act)
          .toSorted(),
      ).toEqual(given.toSorted())
      for (const phone of phones) {
        const numbers = hall.square.receipts.filter(one => one.book === phone.book).map(one => one.number)
        expect(numbers).toEqual(numbers.map((_, at) => at + 1))
      }
    }),
    { numRuns: 400 },
  )
})
/** Nobody on somebody else's metre, nobody twice. */
const sound = (square: Square) => {
  for (const [at, one] of square.placings.entries())
    for (const other of square.placings.slice(at + 1)) expect(meet(one, other) || one.trader === other.trader).toBe(false)
  expect(new Set(square.clashes.map(one => one.act.uid)).size).toBe(square.clashes.length)
}

test('two who do not meet give the same day, whoever comes first', () => {
  const place = (uid: string, who: string, from: number): Act => ({
    kind: 'place',
    uid,
    sequence: 1,
    at: '',
    trader: who,
    alley: '1',
    from,
    to: from + 30,
    hasPower: false,
    how: 'list',
    reason: '',
  })
  const [a, b] = [place('a', 't-2', 30), place('b', 't-3', 60)]
  const there = (square: Square) => square.placings.map(one => one.act).toSorted()
  expect(there(applied(applied(empty, a), b))).toEqual(there(applied(applied(empty, b), a)))
  // and two who meet leave both versions, whoever comes first
  const c = place('c', 't-4', 45)
  const [first, second] = [applied(applied(empty, a), c), applied(applied(empty, c), a)]
  const versions = (square: Square) => [...square.placings.map(one => one.act), ...square.clashes.map(one => one.act.uid)].toSorted()
  expect(versions(first)).toEqual(['a', 'c'])
  expect(versions(second)).toEqual(['a', 'c'])
})

test('a subscriber awaited keeps the place; marked absent, it is given; come back, it is a clash', () => {
  const at = { uid: '1', sequence: 1, at: '' }
  const place: Act = {
    ...at,
    uid: 'p',
    kind: 'place',
    trader: 't-2',
    alley: '1',
    from: 0,
    to: 30,
    hasPower: false,
    how: 'list',
    reason: '',
  }
  expect(applied(empty, place).clashes).toMatchObject([{ kind: 'metres', against: 't-1' }])
  const away = applied(empty, { ...at, uid: 'a', kind: 'presence', trader: 't-1', state: 'absent', was: null })
  const given = applied(away, place)
  expect(given.placings.map(one => one.trader)).toEqual(['t-2'])
  const back = applied(given, { ...at, uid: 'b', kind: 'presence', trader: 't-1', state: 'present', was: 'absent' })
  expect(back.placings.map(one => one.trader)).toEqual(['t-2'])
  expect(back.clashes).toMatchObject([{ kind: 'metres', against: 'p', act: { trader: 't-1' } }])
  const chosen = applied(back, { ...at, uid: 's', kind: 'settle', clash: 'b', keep: 'second' })
  expect(chosen.placings).toMatchObject([{ trader: 't-1', how: 'subscription', from: 0 }])
  // a telephone that had not heard of it says so again: the human is asked
  expect(effectsOf(back, { ...at, uid: 'c', kind: 'presence', trader: 't-1', state: 'absent', was: null })).toMatchObject([
    { kind: 'clash', clash: { kind: 'presence' } },
  ])
})

test('a receipt undone twice is undone once; its number is not lost; a place that changed leaves an orphan', () => {
  const at = { sequence: 1, at: '' }
  const placed = applied(empty, {
    ...at,
    uid: 'p',
    kind: 'place',
    trader: 't-2',
    alley: '1',
    from: 30,
    to: 60,
    hasPower: false,
    how: 'list',
    reason: '',
  })
  const pay = {
    kind: 'pay',
    placing: 'p',
    trader: 't-2',
    holding: 'casual',
    decimetres: 30,
    usesPower: false,
    cents: 450,
    means: 'cash',
  } as const
  const paid = applied(placed, { ...at, uid: 'r', ...pay, book: '10', number: 1 })
  const gone = applied(paid, { ...at, uid: 'u', kind: 'unplace', placing: 'p' })
  expect(orphans(gone)).toMatchObject([{ act: 'r' }])
  const once = applied(gone, { ...at, uid: 'x', kind: 'cancel', receipt: '10-1', reason: 'x', book: '10', number: 2 })
  const twice = applied(once, { ...at, uid: 'y', kind: 'cancel', receipt: '10-1', reason: 'x', book: '11', number: 1 })
  expect(twice.receipts.map(one => [numberOf(one), one.kind, one.cents])).toEqual([
    ['10-1', 'fee', 450],
    ['10-2', 'cancel', -450],
    ['11-1', 'void', 0],
  ])
  expect(orphans(twice)).toEqual([])
})
