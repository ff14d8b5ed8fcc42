import { canonicalText, drawKey, drawOrder } from '#engines/lot'

/** Somebody who answered the call of casual traders. */
export interface Called {
  readonly key: string
  readonly name: string
  /** First day on the market. */
  readonly since: string
  /** Market days attended in the last twelve months. */
  readonly attended: number
}

/**
 * The list of call: the longest on the market first, then the most faithful of the year; those who are level, in an order drawn from
 * the date, another one each day. A total order.
 */
export const bySeniority =
  (on: string) =>
  (a: Called, b: Called): number =>
    compare(a.since, b.since) ||
    b.attended - a.attended ||
    compare(drawKey(on, on, callLine(a)), drawKey(on, on, callLine(b))) ||
    compare(a.key, b.key)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The number of somebody on lists that are published: it says nothing of who they are, and they read it on their own page. */
export const callNumber = ({ key }: Pick<Called, 'key'>): string => key.slice(0, 13)
/** The line that commits to somebody: « passager 3f2a91bc-7d20 ». */
export const callLine = (one: Pick<Called, 'key'>): string => canonicalText(`passager ${callNumber(one)}`)

/** Whom a closed list and its chance call first, and so on. Anyone replays it: `bin/yvette compute lot`. */
export const byLot = <One extends Pick<Called, 'key'>>(
  called: readonly One[],
  lot: { readonly inputs: readonly string[]; readonly seed: string },
): readonly One[] => {
  const order = new Map(drawOrder(lot).map((line, at) => [line, at]))
  return called.toSorted((a, b) => (order.get(callLine(a)) ?? Infinity) - (order.get(callLine(b)) ?? Infinity) || compare(a.key, b.key))
}
