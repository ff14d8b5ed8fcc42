import { calendarFacts, incidentOutcomes, sayWhen } from '#engines/booking'
import { addDays, dayInParis, instantInParis } from '#kernel/rules'
import type { Outcome, OutcomesAsked, PublicChange } from '#kernel/service'
import { words } from './locales/index.ts'
import { monthsOfActivity } from './queries/activity.ts'
import { spaceOf } from './queries/space.ts'
import { openMonth, publicationOf } from './rules/openMonth.ts'
import type { Here } from './schema.ts'
import { home, owner } from './where.ts'

/** Closures announced, and each month's activity once it is published: the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const space = await spaceOf(world)
  if (!space) return []
  const asked = { startsAt: instantInParis(addDays(world.today, -60), '00:00'), endsAt: instantInParis(addDays(world.today, 365), '00:00') }
  const closures = (await calendarFacts(world, space.calendar, asked)).exceptions.filter(one => one.kind === 'closed')
  const months = await monthsOfActivity(world.db, world.body.id, openMonth(world.today), 6)
  return [
    ...closures.map(one => ({
      id: `digitalClosure:${one.id}`,
      title: t('change.closed', { when: sayWhen(one, world.locale) }),
      url: home,
      at: one.decidedAt,
      text: one.reason,
    })),
    ...months.map(({ month }) => ({
      id: `digitalMonth:${month}`,
      title: t('change.month', { month: monthName(month, world.locale) }),
      url: `${home}#chiffres`,
      at: instantInParis(publicationOf(month), '06:00'),
    })),
  ]
    .filter(({ at }) => at <= world.now && dayInParis(at) <= world.today)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

/** What people said was wrong with a seat or something lent, and what was done. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> =>
  incidentOutcomes(world, owner, (await spaceOf(world))?.service ?? null, asked)

const monthName = (month: string, locale: Here['locale']) =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`))
