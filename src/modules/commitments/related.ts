import type { Related } from '#kernel/world'
import { standingOf } from './commitment.ts'
import { words } from './locales/index.ts'
import { commitmentsOf } from './queries.ts'

/** What was promised about a measure or a service, for a committee, or by a decision. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Engagements', en: 'Commitments' },
    find: async (world, subject) => {
      const t = words(world.locale)
      if (subject === 'programme:all') return [{ title: t('mandate.title'), url: '/engagements/mandat' }]
      const [kind, id] = subject.split(':')
      const about = kind === 'measure' || kind === 'service' || kind === 'committee' ? { [kind]: id } : { decision: subject }
      const found = await commitmentsOf(world, about, { size: 20, start: 0 })
      return found.map(commitment => ({
        title: `${commitment.title} (${t(`standing.${standingOf(commitment, world.today)}`).toLowerCase()})`,
        url: `/engagements/${commitment.id}`,
      }))
    },
  },
]
