import { sessionsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import { formatDate } from '#kernel/i18n'
import { defineService } from '#kernel/service'
import { afterDraw } from './afterDraw.ts'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { expectedOf } from './expected.ts'
import { keepPlots } from './keepPlots.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { figuresOf, gardensOf } from './queries/gardens.ts'
import { roundsOf } from './queries/rounds.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'
import { sendLetter } from './sendLetter.ts'
import { owner } from './who.ts'

/** Shared gardens and their plots: asked for each year, given by a draw that anyone replays, kept by residents. */
export const plots = defineService({
  id: 'plots',
  path: '/jardins',
  title: { fr: 'Jardins partagés', en: 'Shared gardens' },
  navigation: {
    section: 'run',
    order: 32,
    about: {
      fr: 'Demander une parcelle, la cultiver, donner le surplus.',
      en: 'Asking for a plot, growing on it, giving away what is left.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  openData,
  personalData,
  retention,
  changes,
  demo,
  samples,
  events: { 'plot.told': sendLetter, 'allocation.drawn': afterDraw },
  jobs: { 'plots.keep': { every: '15 6 * * *', run: system => system.forEachBody(keepPlots) } },
  search: [
    {
      id: 'plots',
      label: { fr: 'Jardins partagés', en: 'Shared gardens' },
      find: async (world: Here, asked, limit) => {
        const { rows } = await sql<{ id: string; name: string; about: string; rank: number }>`
          select id::text as id, name, about, ts_rank(to_tsvector('kernel.french', name || ' jardin potager parcelle ' || about), query) as rank
          from plots.garden, websearch_to_tsquery('kernel.french', ${asked}) query
          where body_id = ${world.body.id} and to_tsvector('kernel.french', name || ' jardin potager parcelle ' || about) @@ query
          order by rank desc, id limit ${limit}`.execute(world.db)
        return rows.map(({ id, name, about, rank }) => ({ title: name, url: `/jardins/lieux/${id}`, excerpt: about, rank }))
      },
    },
  ],
  home: [
    {
      order: 62,
      card: async (world: Here) => {
        const t = words(world.locale)
        const gardens = await gardensOf(world)
        if (gardens.length === 0) return null
        const { plots: count, held } = await figuresOf(world)
        const open = (await roundsOf(world)).find(one => one.stage === 'open')
        const expected = await expectedOf(world)
        return {
          title: t('home.title'),
          lead: t('home.lead', { plots: count, held }),
          items: open
            ? [{ title: open.title, url: `/jardins/campagnes/${open.id}`, note: formatDate(open.closesOn, world.locale) }]
            : gardens.slice(0, 3).map(one => ({ title: one.name, url: `/jardins/lieux/${one.id}` })),
          more: { label: t('home.more'), url: '/jardins' },
          expected: expected && { text: expected.text, url: expected.href },
        }
      },
    },
  ],
  related: [
    {
      label: { fr: 'Jardins partagés', en: 'Shared gardens' },
      find: async (world: Here, subject) =>
        subject.startsWith('service:')
          ? (await gardensOf(world))
              .filter(one => one.service === subject.slice('service:'.length))
              .map(one => ({ title: one.name, url: `/jardins/lieux/${one.id}` }))
          : [],
    },
  ],
  calendar: async (world: Here, from, to) => {
    const days = await sessionsOf(
      world,
      owner,
      { startsAt: `${from.slice(0, 10)}T00:00:00Z`, endsAt: `${to.slice(0, 10)}T23:59:59Z` },
      'day',
    )
    return days
      .filter(one => one.cancelledAt === null)
      .map(one => ({
        id: `garden-day:${one.id}`,
        title: one.name,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        url: one.path,
        place: one.place,
      }))
  },
})
