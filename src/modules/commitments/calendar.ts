import type { CalendarEntry } from '#kernel/service'
import { words } from './locales/index.ts'
import { commitmentsBetween } from './queries.ts'
import type { Here } from './schema.ts'

/** Days promised and reviews announced. */
export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  const found = await commitmentsBetween(world, from, to)
  const entry = (kind: 'due' | 'review', day: string | null, { id, title }: (typeof found)[number]): readonly CalendarEntry[] =>
    day === null || day < from || day > to
      ? []
      : [
          {
            id: `commitment-${kind}-${id}`,
            title: t(`calendar.${kind}`, { title }),
            startsAt: day,
            endsAt: `${day}T08:30:00.000Z`,
            url: `/engagements/${id}`,
          },
        ]
  return found.flatMap(one => [...entry('review', one.reviewOn, one), ...entry('due', one.dueOn, one)])
}
