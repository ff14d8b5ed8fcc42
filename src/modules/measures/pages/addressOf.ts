import type { Wanted } from '../queries/readMeasures.ts'

/** The address of a page of the list, with what one looks for. */
export const addressOf = ({ words, stage, section, isClosingSoon }: Wanted, page: number): string => {
  const query = new URLSearchParams()
  if (words !== '') query.set('q', words)
  if (stage !== null) query.set('etape', stage)
  if (section !== null) query.set('theme', section)
  if (isClosingSoon) query.set('tri', 'cloture')
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/mesures?${query}` : '/mesures'
}
