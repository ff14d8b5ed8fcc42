import type { Holding } from './terms.ts'

/** A price of the council, for one way of holding a place. It knows no trade. */
export interface Tariff {
  readonly holding: Holding
  /** Cents for a linear metre and a market day. */
  readonly metreCents: number
  readonly leastCents: number
  /** Cents for electricity, a day. */
  readonly powerCents: number
  readonly since: string
  readonly deliberation: string
}
export interface Fee {
  readonly metresCents: number
  readonly isLeast: boolean
  readonly powerCents: number
  readonly cents: number
}

/**
 * Length × price of the metre, rounded to the nearest cent (half a cent upwards), at least the minimum, then electricity. Lengths are
 * decimetres: ten of them at a whole number of cents never leave more than a tenth of a cent to round.
 */
export const feeOf = (tariff: Pick<Tariff, 'metreCents' | 'leastCents' | 'powerCents'>, decimetres: number, usesPower: boolean): Fee => {
  const exact = Math.floor((decimetres * tariff.metreCents + 5) / 10)
  const metresCents = Math.max(exact, tariff.leastCents)
  const powerCents = usesPower ? tariff.powerCents : 0
  return { metresCents, isLeast: exact < tariff.leastCents, powerCents, cents: metresCents + powerCents }
}
