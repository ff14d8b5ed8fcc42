import type { AnyWorld } from '#kernel/world'
import { argumentCount } from '#engines/debate'
import type { Locale } from '#kernel/i18n'
import { amendmentParts } from './amendments/parts.tsx'
import type { T } from './locales/index.ts'
import type { MeasureLinks } from './pages/MeasurePage.tsx'
import type { MeasureId } from './schema.ts'
import type { ThreadEntry } from '#kernel/ui'

type Place = Pick<AnyWorld, 'db' | 'body'>

/** What the other parts of a measure add to its page: where to go on, and knots of the thread. */
export const linksOf = async (
  place: Place,
  measure: MeasureId,
  t: T,
  locale: Locale,
): Promise<{ links: readonly MeasureLinks[]; knots: readonly ThreadEntry[] }> => {
  const path = `/mesures/${measure}`
  const [{ open, knots }, argued] = await Promise.all([amendmentParts(place, measure, locale), argumentCount(place, `measure:${measure}`)])
  return {
    links: [
      { href: `${path}/amendements`, label: t('measure.amendments'), count: open },
      { href: `${path}/debat`, label: t('measure.debate'), count: argued },
      { href: `${path}/groupe`, label: t('measure.group') },
      { href: `${path}/reunions`, label: t('measure.meetings') },
      { href: '#reponse', label: t('measure.answers') },
      { href: `${path}/versions`, label: t('measure.versions') },
    ],
    knots,
  }
}
