import { drawOrder, type PublicLot } from '#engines/lot'

/** Something to give, and how many times. */
export interface Offer {
  readonly id: string
  readonly name: string
  readonly capacity: number
}
/** Who asks, under a pseudonym; tier 1 is served before tier 2; wishes by offer id, the dearest first (none: whatever is left). */
export interface Application {
  readonly pseudonym: string
  readonly tier: number
  readonly wishes: readonly string[]
}
export interface Allocated {
  readonly rank: number
  readonly pseudonym: string
  readonly tier: number
  /** The offer given, or null: waits in this order. */
  readonly offer: string | null
  /** Which wish it was, from 1; 0 when none was stated. */
  readonly wish: number | null
}

/** The line that commits to an application: `Héron 42;1;7,3`. What is drawn is exactly this list of lines. */
export const applicationLine = ({ pseudonym, tier, wishes }: Application): string => `${pseudonym};${tier};${wishes.join(',')}`
export const readApplication = (line: string): Application => {
  const [pseudonym = '', tier = '1', wishes = ''] = line.split(';')
  return { pseudonym, tier: Number(tier), wishes: wishes === '' ? [] : wishes.split(',') }
}

/**
 * By tier, then in the order drawn, each receives the dearest wish that is left (serial dictatorship in a random order: nobody gains by
 * hiding their wishes). Whoever finds nothing left waits, in the same order. The same for whoever replays it.
 */
export const allocate = ({ inputs, seed, offers }: PublicLot & { readonly offers: readonly Offer[] }): readonly Allocated[] => {
  const left = new Map(offers.map(({ id, capacity }) => [id, capacity]))
  const order = drawOrder({ inputs, seed }).map(readApplication)
  const tiers = [...new Set(order.map(one => one.tier))].toSorted((a, b) => a - b)
  return tiers
    .flatMap(tier => order.filter(one => one.tier === tier))
    .map((one, at) => {
      const wanted = one.wishes.length > 0 ? one.wishes : offers.map(offer => offer.id)
      const offer = wanted.find(id => (left.get(id) ?? 0) > 0) ?? null
      if (offer !== null) left.set(offer, left.get(offer)! - 1)
      const wish = offer === null ? null : one.wishes.indexOf(offer) + 1
      return { rank: at + 1, pseudonym: one.pseudonym, tier: one.tier, offer, wish }
    })
}
