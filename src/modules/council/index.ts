import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { deliberationUrl } from './council.ts'
import { demo } from './demo.ts'
import { home } from './home.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData } from './personalData.ts'
import { deliberationsOf } from './queries/deliberations.ts'
import { related } from './related.ts'
import { returnedEvents } from './returned.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'
import { settings } from './settings.ts'

/** The municipal council: its members, its sessions as the law asks, and the text of each decision, that nobody can change. */
export const council = defineService({
  id: 'council',
  path: '/conseil',
  title: { fr: 'Conseil municipal', en: 'Municipal council' },
  navigation: {
    section: 'decide',
    order: 50,
    about: {
      fr: 'Les séances du conseil : ordre du jour, votes, délibérations.',
      en: 'Sittings of the council: agenda, votes, deliberations.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  settings,
  openData,
  related,
  home,
  changes,
  outcomes,
  demo,
  events: returnedEvents,
  samples,
  search: [
    {
      id: 'deliberations',
      label: { fr: 'Délibérations', en: 'Deliberations' },
      find: async (world: Here, words, limit) =>
        (await deliberationsOf(world, { words }, { size: limit, start: 0 })).deliberations.map((one, index) => ({
          title: `${one.label} · ${one.title}`,
          url: deliberationUrl(one.id),
          excerpt: one.heldOn,
          rank: 1 / (index + 1),
        })),
    },
  ],
})
