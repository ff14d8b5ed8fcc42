import type { DocumentKind } from './terms.ts'

export interface Paper {
  readonly kind: DocumentKind
  readonly expiresOn: string | null
  readonly isRefused: boolean
}
/** What a trader must show: the producer has no itinerant trader's card, the organic one shows the certificate, food asks for hygiene. */
export const askedOf = (trader: {
  readonly isProducer: boolean
  readonly isOrganic: boolean
  readonly sellsFood: boolean
}): readonly DocumentKind[] => [
  ...(trader.isProducer ? [] : (['card'] as const)),
  'insurance',
  'registration',
  ...(trader.sellsFood ? (['hygiene'] as const) : []),
  ...(trader.isOrganic ? (['organic'] as const) : []),
]
/** Those of them that nobody gave, that were refused, or whose last day has passed. The last day is included. */
export const missingOn = (asked: readonly DocumentKind[], papers: readonly Paper[], day: string): readonly DocumentKind[] =>
  asked.filter(kind => !papers.some(one => one.kind === kind && !one.isRefused && (one.expiresOn === null || one.expiresOn >= day)))
