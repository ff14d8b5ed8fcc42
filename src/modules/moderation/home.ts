import { waitingCounts } from '#engines/moderation'
import type { HomeCard } from '#kernel/service'
import { words } from './locales/index.ts'

/** The town hall’s way to moderation, and how much awaits it. */
export const home: readonly HomeCard[] = [
  {
    order: 85,
    async card({ db, body, actor, locale }) {
      if (!actor.roles.has('agent') && !actor.roles.has('elected') && !actor.roles.has('administrator')) return null
      const t = words(locale)
      const { held, reported, appeals } = await waitingCounts(db, body.id)
      const n = held + reported + appeals
      return {
        title: t('home.title'),
        lead: t('home.lead', { n }),
        items: [
          { title: t('home.open'), url: '/moderation' },
          { title: t('home.rules'), url: '/moderation/regles' },
        ],
      }
    },
  },
]
