import { keepsRules, type Pool, type TypePanel } from './pool.ts'

/** As many panels as tickets, all equally likely; `error`: the most tickets that anybody has more or less than their share. */
export interface Tickets {
  readonly panels: readonly (readonly number[])[]
  readonly error: number
}

/**
 * Rounds a lottery to equal tickets. Shares are rounded first; then, while a type has too many tickets or too few, one person
 * is exchanged for another in a ticket (or along a chain of such exchanges), every ticket keeping the rules all along.
 */
export const ticketsOf = (pool: Pool, panels: readonly TypePanel[], shares: readonly number[], count: number): Tickets => {
  const tickets = rounded(panels, shares, count)
  const { types } = pool
  const wanted = types.map((_, type) => count * panels.reduce((sum, panel, at) => sum + panel[type]! * shares[at]!, 0))
  const each = wanted.map((seats, type) => seats / types[type]!.people.length)
  const isWhole = each.map(seats => Math.abs(seats - Math.round(seats)) < 1e-6)
  const least = each.map(
    (seats, type) => types[type]!.people.length * Math.max(0, isWhole[type] ? Math.round(seats) - 1 : Math.floor(seats)),
  )
  const most = each.map((seats, type) => types[type]!.people.length * (isWhole[type] ? Math.round(seats) + 1 : Math.ceil(seats)))
  const held = types.map((_, type) => tickets.reduce((sum, ticket) => sum + ticket[type]!, 0))

  level(tickets, panels, held, wanted)
  for (let attempt = 0; attempt < 20 * types.length; attempt++) {
    const over = held.findIndex((seats, type) => seats > most[type]!)
    const under = held.findIndex((seats, type) => seats < least[type]!)
    if (over < 0 && under < 0) break
    const from = over >= 0 ? [over] : types.flatMap((_, type) => (held[type]! > least[type]! ? [type] : []))
    const isEnd = (type: number) => (over >= 0 ? held[type]! < most[type]! : type === under)
    const chain = chainOf(pool, tickets, from, isEnd)
    if (!chain) break
    for (const { ticket, out, enters } of chain) {
      if (!exchange(pool, tickets[ticket]!, out, enters)) break
      held[out]!--
      held[enters]!++
    }
  }
  if (!tickets.every(ticket => keepsRules(pool, ticket))) throw new Error('A ticket breaks a rule.')
  return seated(pool, tickets, each)
}

/** Largest remainders. */
const rounded = (panels: readonly TypePanel[], shares: readonly number[], count: number): Int32Array[] => {
  const whole = shares.map(share => Math.floor(share * count + 1e-9))
  const left = count - whole.reduce((sum, one) => sum + one, 0)
  const byRest = shares.map((share, at) => ({ at, rest: share * count - whole[at]! })).toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRest.slice(0, left)) whole[at]!++
  return panels.flatMap((panel, at) => Array.from({ length: whole[at]! }, () => panel.slice()))
}

/** Replaces tickets by other panels of the lottery while that brings seats closer to what they should be (least squares). */
const level = (tickets: Int32Array[], panels: readonly TypePanel[], held: number[], wanted: readonly number[]) => {
  for (let pass = 0, better = true; better && pass < 50; pass++) {
    better = false
    for (const [at, ticket] of tickets.entries()) {
      let best: TypePanel | undefined
      let gain = 1e-9
      for (const panel of panels) {
        let change = 0
        for (let type = 0; type < held.length; type++) {
          const moved = panel[type]! - ticket[type]!
          if (moved !== 0) change += moved * (moved + 2 * (held[type]! - wanted[type]!))
        }
        if (-change > gain) {
          gain = -change
          best = panel
        }
      }
      if (!best) continue
      for (let type = 0; type < held.length; type++) held[type]! += best[type]! - ticket[type]!
      tickets[at] = best.slice()
      better = true
    }
  }
}

/** Exchanges in a ticket if that keeps the rules. */
const exchange = (pool: Pool, ticket: Int32Array, out: number, enters: number): boolean => {
  if (ticket[out]! === 0 || ticket[enters]! >= pool.types[enters]!.people.length) return false
  ticket[out]!--
  ticket[enters]!++
  if (keepsRules(pool, ticket)) return true
  ticket[out]!++
  ticket[enters]!--
  return false
}

interface Exchange {
  readonly ticket: number
  readonly out: number
  readonly enters: number
}
/** The shortest chain of exchanges from one of these types to one of the ends. */
const chainOf = (pool: Pool, tickets: Int32Array[], from: readonly number[], isEnd: (type: number) => boolean): Exchange[] | undefined => {
  const different = [...new Map(tickets.map((ticket, at) => [ticket.join(), at])).values()]
  const reached = new Map<number, Exchange | undefined>(from.map(type => [type, undefined]))
  const queue = [...from]
  for (let out = queue.shift(); out !== undefined; out = queue.shift()) {
    for (let enters = 0; enters < pool.types.length; enters++) {
      if (reached.has(enters)) continue
      const ticket = different.find(at => {
        const can = exchange(pool, tickets[at]!, out, enters)
        if (can) {
          tickets[at]![out]!++
          tickets[at]![enters]!--
        }
        return can
      })
      if (ticket === undefined) continue
      reached.set(enters, { ticket, out, enters })
      if (isEnd(enters)) return unwound(reached, enters)
      queue.push(enters)
    }
  }
  return undefined
}
const unwound = (reached: ReadonlyMap<number, Exchange | undefined>, end: number) => {
  const chain: Exchange[] = []
  for (let step = reached.get(end); step; step = reached.get(step.out)) chain.unshift(step)
  return chain
}

/** Seats of a type go round its people: nobody has more than one ticket more than another of the same type. */
const seated = (pool: Pool, tickets: readonly Int32Array[], each: readonly number[]): Tickets => {
  const next = new Int32Array(pool.types.length)
  const given = new Int32Array(pool.people)
  const panels = tickets.map(ticket =>
    pool.types
      .flatMap(({ people }, type) =>
        Array.from({ length: ticket[type]! }, () => {
          const person = people[next[type]!++ % people.length]!
          given[person]!++
          return person
        }),
      )
      .toSorted((a, b) => a - b),
  )
  const error = Math.max(...pool.types.map(({ people }, type) => Math.max(...people.map(person => Math.abs(given[person]! - each[type]!)))))
  return { panels, error }
}
