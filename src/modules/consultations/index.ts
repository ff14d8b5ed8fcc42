import { defineService } from '#kernel/service'
import { calendar, changes, home, outcomes, relatedConsultations } from './contributions.ts'
import { demo } from './demo.ts'
import { events } from './events.ts'
import { jobs } from './jobs.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { findConsultations } from './queries/consultations.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'
import { consultationSettings } from './settings.ts'

/** What people think, one short statement at a time: what all groups agree on, and what each says that others do not. */
export const consultations = defineService({
  id: 'consultations',
  path: '/consultations',
  title: { fr: 'Consultations', en: 'Consultations' },
  navigation: {
    section: 'propose',
    order: 30,
    about: {
      fr: 'Donner son avis sur des phrases, et voir sur une carte où l’on se rejoint.',
      en: 'Give your opinion on statements, and see on a map where people meet.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  events,
  jobs,
  personalData,
  retention,
  openData,
  settings: consultationSettings,
  search: [
    {
      id: 'consultations',
      label: { fr: 'Consultations', en: 'Consultations' },
      find: async (world, asked, limit) =>
        (await findConsultations(world.db, world.body.id, asked, limit)).map(({ id, title, excerpt, rank }) => ({
          title,
          excerpt,
          rank,
          url: `/consultations/${id}`,
        })),
    },
  ],
  related: [{ label: { fr: 'Consultations', en: 'Consultations' }, find: relatedConsultations }],
  home,
  changes,
  calendar,
  outcomes,
  demo,
  samples,
})
