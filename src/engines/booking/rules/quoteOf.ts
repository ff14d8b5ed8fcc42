import type { PriceRule } from './policy.ts'
import { minutesOf, type Span } from './spans.ts'

/** One line of a computation that a person can follow: see `price.*` in the locales. */
export interface QuoteStep {
  readonly step: 'free' | 'quotient' | 'quotient-unknown' | 'bracket' | 'bracket-last' | 'linear' | 'least' | 'most' | 'times' | 'total'
  readonly values: Readonly<Record<string, string | number>>
}
export interface Quote {
  readonly cents: number
  readonly steps: readonly QuoteStep[]
}
export interface Priced {
  readonly span: Span
  readonly places?: number
  /** Grams, minutes, metres… as many decimals as the scale shows. */
  readonly units?: number
  /** Quotient familial in euros; null when the person did not say: the highest price then holds. */
  readonly quotient: number | null
}

/** What it costs and why, in integer cents; half a cent goes up. */
export const quoteOf = (rule: PriceRule, asked: Priced): Quote => {
  if (rule.kind === 'free') return { cents: 0, steps: [{ step: 'free', values: {} }] }
  const { each, steps } = eachOf(rule, asked.quotient)
  const count =
    rule.per === 'booking'
      ? 1
      : rule.per === 'place'
        ? (asked.places ?? 1)
        : rule.per === 'unit'
          ? (asked.units ?? 1)
          : minutesOf(asked.span) / 60
  const cents = roundHalfUp(each * count)
  return {
    cents,
    steps: [
      ...steps,
      { step: 'times', values: { per: rule.per, unit: rule.unit, count: Math.round(count * 1000) / 1000, cents: each } },
      { step: 'total', values: { cents } },
    ],
  }
}

const eachOf = (rule: Exclude<PriceRule, { kind: 'free' }>, quotient: number | null): { each: number; steps: readonly QuoteStep[] } => {
  if (rule.kind === 'flat') return { each: rule.cents, steps: [] }
  const known: QuoteStep = quotient === null ? { step: 'quotient-unknown', values: {} } : { step: 'quotient', values: { quotient } }
  if (rule.kind === 'brackets') {
    const brackets = rule.brackets.toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity))
    const last = brackets.at(-1)!
    const found = quotient === null ? last : (brackets.find(({ upTo }) => upTo === null || quotient <= upTo) ?? last)
    const step: QuoteStep =
      found.upTo === null
        ? { step: 'bracket-last', values: { cents: found.cents } }
        : { step: 'bracket', values: { upTo: found.upTo, cents: found.cents } }
    return { each: found.cents, steps: [known, step] }
  }
  if (quotient === null) return { each: rule.most, steps: [known, { step: 'most', values: { cents: rule.most } }] }
  const raw = roundHalfUp((quotient * rule.permille * 100) / 1000)
  const linear: QuoteStep = { step: 'linear', values: { quotient, percent: rule.permille / 10, cents: raw } }
  if (raw < rule.least) return { each: rule.least, steps: [known, linear, { step: 'least', values: { cents: rule.least } }] }
  if (raw > rule.most) return { each: rule.most, steps: [known, linear, { step: 'most', values: { cents: rule.most } }] }
  return { each: raw, steps: [known, linear] }
}

/** Binary fractions would put 0.5 on either side: a millionth of a cent settles it. */
export const roundHalfUp = (value: number) => Math.floor(value + 0.5 + 1e-6)
