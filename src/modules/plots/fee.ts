import { quoteOf, type Quote } from '#engines/booking'
import { figureOn } from './parameters.ts'

/**
 * The yearly fee of a plot and its steps, in integer cents: so much a square metre, a share of the quotient familial (in euros)
 * between two bounds; groups pay the lowest price, and who does not say their quotient the highest.
 */
export const feeOf = (asked: {
  readonly squareMetres: number
  readonly quotient: number | null
  readonly isCollective: boolean
  readonly day: string
}): Quote => {
  const [least, most] = [figureOn('fee-least', asked.day), figureOn('fee-most', asked.day)]
  const rule = asked.isCollective
    ? ({ kind: 'flat', per: 'unit', unit: 'm²', cents: least } as const)
    : ({ kind: 'linear', per: 'unit', unit: 'm²', permille: figureOn('fee-rate', asked.day) * 1000, least, most } as const)
  const span = { startsAt: `${asked.day}T00:00:00.000Z`, endsAt: `${asked.day}T01:00:00.000Z` }
  return quoteOf(rule, { span, quotient: asked.quotient, units: asked.squareMetres })
}
