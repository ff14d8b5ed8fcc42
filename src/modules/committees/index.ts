import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { events } from './events.ts'
import { home } from './home.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData } from './personalData.ts'
import { committeeUrl } from './committee.ts'
import { committeesOf } from './queries/committees.ts'
import { related } from './related.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'
import { settings } from './settings.ts'

/** Users, agents and elected members judge services together, under rules that anyone may read. */
export const committees = defineService({
  id: 'committees',
  path: '/comites',
  title: { fr: 'Comités', en: 'Committees' },
  navigation: {
    section: 'decide',
    order: 40,
    about: {
      fr: 'Les comités où habitants, agents et élus tiennent la plume ensemble.',
      en: 'Committees where residents, staff and elected members hold the pen together.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  events,
  personalData,
  retention,
  settings,
  openData,
  related,
  home,
  changes,
  outcomes,
  demo,
  samples,
  search: [
    {
      id: 'committees',
      label: { fr: 'Comités', en: 'Committees' },
      find: async (world: Here, words, limit) =>
        (await committeesOf(world, { words, limit })).map((one, index) => ({
          title: one.name,
          url: committeeUrl(one.id),
          excerpt: one.purpose.slice(0, 200).toWellFormed(),
          rank: 1 / (index + 1),
        })),
    },
  ],
})
