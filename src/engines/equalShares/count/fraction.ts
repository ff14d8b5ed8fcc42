/** An exact number; `under` is positive. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const fraction = (over: bigint, under = 1n): Fraction => {
  const common = divisor(over < 0n ? -over : over, under)
  return common > 1n ? { over: over / common, under: under / common } : { over, under }
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const times = (a: Fraction, factor: number): Fraction => fraction(a.over * BigInt(factor), a.under)
export const dividedBy = (a: Fraction, by: number): Fraction => fraction(a.over, a.under * BigInt(by))

/** Negative when `a` is smaller, 0 when they are equal. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest double, near enough to print: the quotient is taken on 80 significant bits. */
export const toNumber = ({ over, under }: Fraction): number => {
  if (over === 0n) return 0
  const shift = BigInt(Math.max(0, 80 + under.toString(2).length - (over < 0n ? -over : over).toString(2).length))
  return Number((over << shift) / under) / 2 ** Number(shift)
}

const divisor = (a: bigint, b: bigint): bigint => {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}
