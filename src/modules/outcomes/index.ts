import { defineService } from '#kernel/service'
import type { Contributor } from '#kernel/world'
import { gatherOutcomes } from './gather.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { routes } from './routes.tsx'
import { standingOf } from './rules/standing.ts'

/** What people said, what was decided, what was done and the effect measured, gathered from every room; nothing is hidden. */
export const outcomes = defineService({
  id: 'outcomes',
  path: '/vous-avez-dit',
  title: { fr: 'Vous avez dit, nous avons fait', en: 'You said, we did' },
  navigation: {
    section: 'judge',
    order: 20,
    about: {
      fr: 'Ce que les habitants ont dit, et ce qui en a été fait.',
      en: 'What residents said, and what was done with it.',
    },
  },
  routes,
  openData,
  personalData: 'none',
  home: [
    {
      order: 60,
      card: async world => {
        const t = words(world.locale)
        const { contributors } = world as unknown as { contributors: readonly Contributor[] } // the home page is a request
        const threads = await gatherOutcomes(contributors, world, { service: null, measure: null }, 12)
        const moved = threads.filter(({ decided, done, measured }) => (measured ?? done ?? decided) !== null).slice(0, 3)
        if (moved.length === 0) return null
        return {
          title: t('home.title'),
          lead: t('home.lead'),
          items: moved.map(thread => ({
            title: thread.title,
            url: (thread.measured ?? thread.done ?? thread.decided)?.url ?? '/vous-avez-dit',
            note: t(`standing.${standingOf(thread, world.today)}`),
          })),
          more: { label: t('home.more'), url: '/vous-avez-dit' },
        }
      },
    },
  ],
  related: [
    {
      label: { fr: 'Vous avez dit, nous avons fait', en: 'You said, we did' },
      find: async (world, subject) => {
        const [, kind, id] = /^(service|measure):(\d+)$/.exec(subject) ?? []
        if (!kind || !id) return []
        return [{ title: words(world.locale)('related.title'), url: `/vous-avez-dit/${kind === 'service' ? 'services' : 'mesures'}/${id}` }]
      },
    },
  ],
  // Nothing to invent: every thread is told by another room.
  demo: async () => {},
})
