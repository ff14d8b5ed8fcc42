import { formatDate } from '#kernel/i18n'
import type { HomeCard } from '#kernel/service'
import type { AnyWorld, CalendarEntry } from '#kernel/world'
import { words } from './locales/index.ts'
import { countLines } from './queries/readLines.ts'
import { readRounds } from './queries/rounds.ts'
import { standingOf } from './rules/rounds.ts'

/** The rounds open today; an agent sees how many needs await a word. */
export const home: readonly HomeCard[] = [
  {
    order: 45,
    card: async (world: AnyWorld) => {
      const t = words(world.locale)
      const open = (await readRounds(world, { isOpen: true })).filter(round => standingOf(round, world.today) === 'open')
      const waiting = world.actor.roles.has('agent') ? (await countLines(world)).reduce((sum, one) => sum + one.waiting, 0) : 0
      if (open.length === 0 && waiting === 0) return null
      return {
        title: t('home.title'),
        lead: t('home.lead'),
        items: open.slice(0, 4).map(round => ({
          title: round.title,
          url: `/besoins/etats/${round.id}`,
          note: t('round.until', { date: formatDate(round.closesOn, world.locale) }),
        })),
        more: { label: t('home.more'), url: '/besoins' },
        expected: waiting > 0 ? { text: t('home.expected', { n: waiting }), url: '/besoins' } : null,
      }
    },
  },
]

/** The last day of each round not yet concluded. */
export const calendar = async (world: AnyWorld, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  return (await readRounds(world, { isOpen: true }))
    .filter(({ closesOn }) => closesOn >= from && closesOn <= to)
    .map(({ id, title, closesOn }) => ({
      id: `need-round:${id}`,
      title: t('calendar.closes', { title }),
      startsAt: closesOn,
      endsAt: `${closesOn}T20:00:00.000Z`,
      url: `/besoins/etats/${id}`,
    }))
}
