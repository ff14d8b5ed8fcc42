import { defineService } from '#kernel/service'
import { jobs } from './computePanel.ts'
import { demo } from './demo.ts'
import { words } from './locales/index.ts'
import { personalData } from './personalData.ts'
import { lots } from './queries/lots.ts'
import { panels } from './queries/panels.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import type { Here } from './schema.ts'

/** What chance decides: lists drawn by lot and citizens' panels, each of which anyone can draw again. */
export const draws = defineService({
  id: 'draws',
  path: '/tirages',
  title: { fr: 'Tirages au sort', en: 'Draws by lot' },
  navigation: {
    section: 'decide',
    order: 30,
    about: {
      fr: 'Former un panel d’habitants tirés au sort, par un tirage que chacun peut refaire.',
      en: 'Form a panel of residents drawn by lot, by a draw that anyone can repeat.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  jobs,
  personalData,
  retention,
  home: [
    {
      order: 60,
      card: async (world: Here) => {
        const t = words(world.locale)
        const open = (await panels(world.db, world.body.id, { size: 20, start: 0 })).filter(({ closesOn }) => world.today <= closesOn)
        if (open.length === 0) return null
        return {
          title: t('home.title'),
          items: open.slice(0, 3).map(({ id, title }) => ({ title: t('home.volunteer', { title }), url: `/tirages/panels/${id}` })),
        }
      },
    },
  ],
  calendar: async (world: Here, from, to) =>
    (await lots(world.db, world.body.id, { size: 100, start: 0 }))
      .filter(({ seedOn }) => seedOn >= from.slice(0, 10) && seedOn <= to.slice(0, 10))
      .map(({ id, title, seedOn }) => ({ id: `lot:${id}`, title, startsAt: seedOn, endsAt: seedOn, url: `/tirages/${id}` })),
  demo,
  samples: async (world: Here) => {
    const [lot] = await lots(world.db, world.body.id, { size: 1, start: 0 })
    const drawn = (await panels(world.db, world.body.id, { size: 20, start: 0 })).find(({ lotId }) => lotId !== null)
    return { lot: lot?.id ?? '1', panel: drawn?.id ?? '1' }
  },
})
