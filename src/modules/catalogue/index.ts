import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { demo } from './demo.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { readServices, servicesOfMeasure } from './queries.ts'
import { routes } from './routes.tsx'
import { hoursOn } from './rules/hoursOn.ts'
import type { Here } from './schema.ts'

/** The commune's public services: who runs them, for whom, where, when, and how to question them. */
export const catalogue = defineService({
  id: 'catalogue',
  path: '/services',
  title: { fr: 'Services', en: 'Services' },
  navigation: {
    section: 'run',
    order: 10,
    about: {
      fr: 'Les services de la commune : qui les tient, ce qu’ils coûtent, ce qu’ils valent.',
      en: 'The services of the town: who runs them, what they cost, what they are worth.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  openData,
  demo,
  personalData: {
    held: [
      {
        what: { fr: 'Agent qui a corrigé ou archivé la page d’un service', en: 'Agent who corrected or archived the page of a service' },
        basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
        kept: {
          fr: 'Tant que la page est publiée ; le nom disparaît à l’effacement',
          en: 'As long as the page is published; the name goes when the person is erased',
        },
      },
    ],
    columns: { 'catalogue.edition.author_id': 'anonymised', 'catalogue.archival.author_id': 'anonymised' },
    erase: async ({ db, body }: Here, personId: string) => {
      await db
        .updateTable('catalogue.edition')
        .set({ author_id: null })
        .where('body_id', '=', body.id)
        .where('author_id', '=', personId)
        .execute()
      await db
        .updateTable('catalogue.archival')
        .set({ author_id: null })
        .where('body_id', '=', body.id)
        .where('author_id', '=', personId)
        .execute()
    },
  },
  search: [
    {
      id: 'catalogue',
      label: { fr: 'Services publics', en: 'Public services' },
      find: async ({ db, body }: Here, asked, limit) =>
        (await readServices(db, body.id, asked, limit)).map((service, index) => ({
          title: service.name,
          url: `/services/${service.id}`,
          excerpt: service.purpose,
          rank: 1 / (index + 1),
        })),
    },
  ],
  home: [
    {
      order: 40,
      card: async ({ db, body, locale, today }: Here) => {
        const t = words(locale)
        const open = (await readServices(db, body.id))
          .map(service => ({ service, hours: hoursOn(service, today).hours }))
          .filter(({ hours }) => hours !== '')
        if (open.length === 0) return null
        return {
          title: t('home.title'),
          lead: t('home.lead'),
          more: { label: t('home.more'), url: '/services' },
          items: open.slice(0, 5).map(({ service, hours }) => ({ title: service.name, url: `/services/${service.id}`, note: hours })),
        }
      },
    },
  ],
  related: [
    {
      label: { fr: 'Services publics qu’elle crée ou change', en: 'Public services that it creates or changes' },
      find: async ({ db, body }: Here, subject) =>
        subject.startsWith('measure:')
          ? (await servicesOfMeasure(db, body.id, subject.slice('measure:'.length))).map(({ id, name }) => ({
              title: name,
              url: `/services/${id}`,
            }))
          : [],
    },
  ],
  samples: async world => {
    const { rows } = await sql<{
      service: string
    }>`select id::text as service from catalogue.service where body_id = ${world.body.id} and archived_at is null order by id limit 1`.execute(
      world.db,
    )
    return rows[0] ? { ...rows[0] } : {}
  },
})

export { aboutService, serviceCalled, type AboutServiceProps } from './aboutService.ts'
export { AboutService } from './pages/AboutService.tsx'
export { firstServices, measuresOfService, readServices, serviceNamed, servicesNamed, servicesOfMeasure } from './queries.ts'
export type { CatalogueTables, ServiceId } from './schema.ts'
