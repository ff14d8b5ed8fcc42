import { formatDate } from '#kernel/i18n'
import type { HomeCard } from '#kernel/service'
import { reviewLate, standingOf } from './commitment.ts'
import { words } from './locales/index.ts'
import { latestFirst } from './mandate.ts'
import { commitmentsOf, countsOf, latestCommitments } from './queries.ts'

/** What was promised: those in danger and those just missed first, and to the town hall the reviews it owes. */
export const home: readonly HomeCard[] = [
  {
    order: 35,
    card: async world => {
      const t = words(world.locale)
      const counts = await countsOf(world, {})
      if (counts.running + counts.kept + counts.missed === 0) return null
      const running = await commitmentsOf(world, { group: 'running' }, { size: 1000, start: 0 })
      const everyMissed = await latestCommitments(world, { group: 'missed' }, 1000)
      const missed = everyMissed.slice(0, 1)
      const shown = [...missed, ...running.filter(one => standingOf(one, world.today) !== 'in-time'), ...running]
      const isTownHall = world.actor.roles.has('agent') || world.actor.roles.has('elected')
      const owed = running.filter(one => reviewLate(one, world.today)).length
      return {
        title: t('home.title'),
        lead: t('home.lead', { running: counts.running, kept: counts.kept, missed: counts.missed }),
        items: [
          {
            title: t('mandate.home'),
            url: '/engagements/mandat',
            note: t('mandate.homeNote', { n: latestFirst([...everyMissed, ...running], world.today).length }),
          },
          ...[...new Map(shown.map(one => [one.id, one])).values()].slice(0, 3).map(one => ({
            title: one.title,
            url: `/engagements/${one.id}`,
            note: `${t(`standing.${standingOf(one, world.today)}`)}, ${t('promise.due', { date: formatDate(one.dueOn, world.locale) })}`,
          })),
        ],
        more: { label: t('home.more'), url: '/engagements' },
        expected: isTownHall && owed > 0 ? { text: t('home.review', { n: owed }), url: '/engagements' } : null,
      }
    },
  },
]
