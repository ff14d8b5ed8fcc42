import type { T } from '../locales/index.ts'

export interface MeasureName {
  readonly id: string
  readonly title: string
}
/** The way from the list of measures; `amendments` when the page stands under them. */
export const crumbs = (t: T, measure: MeasureName, under: 'measure' | 'amendments' | 'versions' = 'measure') => [
  { label: t('measures.title'), href: '/mesures' },
  { label: measure.title, href: `/mesures/${measure.id}` },
  ...(under === 'amendments' ? [{ label: t('list.title'), href: `/mesures/${measure.id}/amendements` }] : []),
  ...(under === 'versions' ? [{ label: t('versions.title'), href: `/mesures/${measure.id}/versions` }] : []),
]
