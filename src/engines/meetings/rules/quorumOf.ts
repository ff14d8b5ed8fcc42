import { type Charter, colleges, type College } from './charter.ts'
import type { Proxy } from './canGiveProxy.ts'
import { neededOf } from './share.ts'
import type { Seat } from './sitting.ts'

/** One line of a quorum: everyone, or one college. Numbers are people. */
export interface QuorumLine {
  readonly of: College | 'all'
  /** Members in office, less those who withdrew. */
  readonly sitting: number
  readonly present: number
  /** Absent members whose voice somebody present carries. */
  readonly represented: number
  /** What counts towards the quorum: the present, and the represented when the charter says so. */
  readonly counted: number
  /** Null when the charter asks nothing here. */
  readonly needed: number | null
  readonly missing: number
}
export interface Quorum {
  readonly reached: boolean
  /** `second-convening`: the number no longer matters. `none`: the charter asks for no quorum. */
  readonly because: 'reached' | 'missing' | 'second-convening' | 'none'
  readonly lines: readonly QuorumLine[]
}

/**
 * Whether enough members are there, and what is missing in each college.
 * Members who withdrew from the item leave both the members in office and the present (CGCT L2131-11).
 */
export const quorumOf = (facts: {
  readonly seats: readonly Seat[]
  readonly present: readonly string[]
  readonly proxies: readonly Proxy[]
  readonly rule: Charter['quorum']
  readonly secondConvening?: boolean
  readonly withdrawn?: readonly string[]
}): Quorum => {
  const withdrawn = new Set(facts.withdrawn ?? [])
  const seats = facts.seats.filter(seat => !withdrawn.has(seat.member))
  const present = new Set(facts.present.filter(member => !withdrawn.has(member)))
  const represented = new Set(
    facts.proxies.filter(proxy => present.has(proxy.holder) && !present.has(proxy.giver)).map(proxy => proxy.giver),
  )
  // A college that withdrew whole is asked nothing: without this, its interest would block everyone else's vote.
  const wholeCollegeAway = (of: College) => facts.seats.some(seat => seat.college === of) && !seats.some(seat => seat.college === of)
  const line = (of: QuorumLine['of']): QuorumLine => {
    const here = seats.filter(seat => of === 'all' || seat.college === of)
    const there = here.filter(seat => present.has(seat.member)).length
    const carried = here.filter(seat => represented.has(seat.member)).length
    const counted = there + (facts.rule.proxiesCount ? carried : 0)
    const share = of === 'all' ? facts.rule.overall : wholeCollegeAway(of) ? undefined : facts.rule.colleges[of]
    const needed = share ? neededOf(share, here.length) : null
    return {
      of,
      sitting: here.length,
      present: there,
      represented: carried,
      counted,
      needed,
      missing: Math.max(0, (needed ?? 0) - counted),
    }
  }
  const lines = [
    line('all'),
    ...colleges.filter(one => facts.rule.colleges[one] || facts.seats.some(seat => seat.college === one)).map(line),
  ]
  const asked = lines.some(one => one.needed !== null)
  const enough = lines.every(one => one.missing === 0)
  const because = !asked ? 'none' : enough ? 'reached' : facts.secondConvening ? 'second-convening' : 'missing'
  return { reached: because !== 'missing', because, lines }
}
