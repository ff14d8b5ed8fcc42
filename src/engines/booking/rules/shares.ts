import { minutesOf, type Span } from './spans.ts'

export interface Holder {
  readonly id: string
  readonly name: string
  /** Part of the time it owns under the agreement, in thousandths. */
  readonly permille: number
}
export interface HolderAccount extends Holder {
  readonly minutes: number
  /** Part of the time really opened, in thousandths, rounded so that all add up to 1000. */
  readonly openedPermille: number
  /** Minutes more (or less) than its share. */
  readonly difference: number
}

/** Who opened how long against the share of each; times that nobody holds count for nobody. */
export const shareAccounts = (
  holders: readonly Holder[],
  openings: readonly (Span & { readonly holder: string | null })[],
): readonly HolderAccount[] => {
  const minutes = new Map<string, number>()
  for (const one of openings) if (one.holder) minutes.set(one.holder, (minutes.get(one.holder) ?? 0) + minutesOf(one))
  const total = [...minutes.values()].reduce((sum, one) => sum + one, 0)
  const rounded = largestRemainders(
    holders.map(({ id }) => minutes.get(id) ?? 0),
    1000,
  )
  return holders.map((holder, at) => {
    const opened = minutes.get(holder.id) ?? 0
    return { ...holder, minutes: opened, openedPermille: rounded[at]!, difference: Math.round(opened - (total * holder.permille) / 1000) }
  })
}

/** Whole parts of `total` in proportion to the weights, that add up to it (largest remainders; on equal ones the first). Zero weights: zeros. */
export const largestRemainders = (weights: readonly number[], total: number): readonly number[] => {
  const sum = weights.reduce((all, one) => all + one, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map(weight => (weight * total) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((all, one) => all + one, 0)
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, Math.round(left))) parts[at]! += 1
  return parts
}
