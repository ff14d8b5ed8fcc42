import { openIn, sayWhen, sessionsOf } from '#engines/booking'
import { formatDate } from '#kernel/i18n'
import { addDays, instantInParis } from '#kernel/rules'
import { defineService } from '#kernel/service'
import { servicesOfMeasure } from '#modules/catalogue'
import { noteLateLoans, noteReturned } from './acts/loans.ts'
import { endMandates } from './acts/mandates.ts'
import { changes, outcomes } from './changes.ts'
import { demo } from './demo.ts'
import { tellLateBorrower, tellMandator } from './letters.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { personalData, retention } from './personalData.ts'
import { mandatesOf } from './queries/mandates.ts'
import { spaceOf } from './queries/space.ts'
import { routes } from './routes.ts'
import { stateOn } from './rules/mandate.ts'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'
import { home, mandatePath, owner } from './where.ts'

/** A place with equipment and with people to help: seats, appointments, workshops, loans, mandates, and what is done there without a name. */
export const digitalSpace = defineService({
  id: 'digitalSpace',
  path: home,
  title: { fr: 'Espace numérique', en: 'Digital space' },
  navigation: {
    section: 'run',
    order: 120,
    about: {
      fr: 'Réserver une place ou un rendez-vous, apprendre, se faire aider dans une démarche.',
      en: 'Book a seat or an appointment, learn, be helped with a procedure.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  changes,
  outcomes,
  retention,
  openData,
  demo,
  samples,
  events: {
    'mandate.given': tellMandator('given'),
    'mandate.used': tellMandator('used'),
    'mandate.expired': tellMandator('expired'),
    'loan.late': tellLateBorrower,
    'booking.ended': noteReturned,
  },
  jobs: {
    'digitalSpace.keep': {
      every: '10 * * * *',
      run: system =>
        system.forEachBody(async (world: Here) => {
          await endMandates(world)
          await noteLateLoans(world)
        }),
    },
  },
  home: [
    {
      order: 45,
      card: async (world: Here) => {
        const { locale, today, now, actor } = world
        const t = words(locale)
        const space = await spaceOf(world)
        if (!space) return null
        const open = await openIn(world, space.calendar, { startsAt: now, endsAt: instantInParis(addDays(today, 7), '00:00') })
        const workshops = await sessionsOf(world, owner, { startsAt: now, endsAt: instantInParis(addDays(today, 30), '00:00') }, 'workshop')
        const first = open[0]
        const ending = actor.personId === null ? undefined : (await mandatesOf(world, actor.personId)).find(one => endsSoon(one, today))
        return {
          title: t('home.title'),
          lead:
            first === undefined
              ? t('space.closedToday')
              : first.startsAt <= now
                ? t('home.open')
                : t('home.next', { when: sayWhen(first, locale) }),
          items: workshops
            .filter(({ cancelledAt }) => cancelledAt === null)
            .slice(0, 2)
            .map(one => ({ title: one.name, url: one.path, note: sayWhen(one, locale) })),
          more: { label: t('home.more'), url: home },
          expected: ending ? { text: t('home.mandate', { date: formatDate(ending.lastDay, locale) }), url: mandatePath(ending.id) } : null,
        }
      },
    },
  ],
  calendar: async (world: Here, from, to) => {
    const span = { startsAt: instantInParis(from.slice(0, 10), '00:00'), endsAt: instantInParis(addDays(to.slice(0, 10), 1), '00:00') }
    return (await sessionsOf(world, owner, span, 'workshop'))
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(one => ({
        id: `workshop-${one.id}`,
        title: one.name,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        url: one.path,
        place: one.place,
      }))
  },
  related: [
    {
      label: { fr: 'Y aller', en: 'Go there' },
      find: async (world: Here, subject) => {
        const service = (await spaceOf(world))?.service ?? null
        if (service === null) return []
        const isOurs =
          subject === `service:${service}` ||
          (subject.startsWith('measure:') &&
            (await servicesOfMeasure(world.db, world.body.id, subject.slice('measure:'.length))).some(({ id }) => id === service))
        const t = words(world.locale)
        return isOurs ? [{ title: t('space.title'), url: home, note: t('related.note') }] : []
      },
    },
  ],
  search: [
    {
      id: 'digitalSpace',
      label: { fr: 'Espace numérique', en: 'Digital space' },
      find: async (world: Here, asked, limit) => {
        const span = { startsAt: world.now, endsAt: instantInParis(addDays(world.today, 120), '00:00') }
        const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
        return (await sessionsOf(world, owner, span, 'workshop'))
          .filter(one => words.every(word => `${one.name} ${one.description}`.toLowerCase().includes(word)))
          .slice(0, limit)
          .map((one, at) => ({ title: one.name, url: one.path, excerpt: one.description, rank: 1 / (at + 1) }))
      },
    },
  ],
})

/** A mandate that runs and ends within the week, unless it was of a few days from the start. */
const endsSoon = (mandate: Parameters<typeof stateOn>[0] & { readonly days: number }, today: string) =>
  mandate.days > 7 && stateOn(mandate, today) === 'active' && mandate.lastDay <= addDays(today, 7)
