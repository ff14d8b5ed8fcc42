/**
 * Splits integer cents in proportion to whole weights, so that the parts add up to it exactly: each part is rounded down, then the cents left
 * go one by one to the largest remainders; on equal remainders, to the first of the list. A negative total is split as its opposite.
 * @returns null when no weight is above zero: nothing says how to split
 */
export const shareCents = (total: number, weights: readonly number[]): readonly number[] | null => {
  const sum = weights.reduce((all, one) => all + BigInt(one), 0n)
  if (sum === 0n) return null
  const sign = total < 0 ? -1 : 1
  const whole = BigInt(Math.abs(total))
  const exact = weights.map((weight, at) => ({ at, part: (whole * BigInt(weight)) / sum, rest: (whole * BigInt(weight)) % sum }))
  const left = Number(whole - exact.reduce((all, one) => all + one.part, 0n))
  const favoured = new Set(
    exact
      .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  )
  return exact.map(({ at, part }) => sign * (Number(part) + (favoured.has(at) ? 1 : 0)) || 0)
}
