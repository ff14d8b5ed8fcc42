import type { AnyWorld } from '#kernel/world'
import type { T } from './locales/index.ts'
import type { MeasureLinks } from './pages/MeasurePage.tsx'
import type { MeasureId } from './schema.ts'
import type { ThreadEntry } from '#kernel/ui'

type Place = Pick<AnyWorld, 'db' | 'body'>

/** What the other parts of a measure add to its page: where to go on, and knots of the thread. */
export const linksOf = async (_place: Place, measure: MeasureId, t: T): Promise<{ links: readonly MeasureLinks[]; knots: readonly ThreadEntry[] }> => {
  const path = `/mesures/${measure}`
  return {
    links: [
      { href: `${path}/amendements`, label: t('measure.amendments') },
      { href: `${path}/debat`, label: t('measure.debate') },
      { href: `${path}/groupe`, label: t('measure.group') },
      { href: `${path}/reponses`, label: t('measure.answers') },
      { href: `${path}/versions`, label: t('measure.versions') },
    ],
    knots: [],
  }
}
