import { together } from '#kernel/db'
import type { Variables } from '#kernel/http'
import type { CalendarEntry, HomeCard, KernelTables, PublicChange } from '#kernel/service'
import { addDays } from '#kernel/rules'

/** A request's world, as the gathering pages see it: with every room of the house. */
export type Gathering = Variables<KernelTables>
export type Card = NonNullable<Awaited<ReturnType<HomeCard['card']>>> & Pick<HomeCard, 'order'>

/** What every room shows on the home page, in the order rooms ask for. */
export const gatherCards = async (world: Gathering): Promise<readonly Card[]> => {
  const wanted = world.contributors.flatMap(room => room.home ?? []).toSorted((a, b) => a.order - b.order)
  const drawn = await together(wanted.map(({ card }) => card(world)))
  return drawn.flatMap((card, at) => (card ? { ...card, order: wanted[at]?.order ?? 0 } : []))
}

/** What happened lately in every room, the latest first. */
export const gatherChanges = async (world: Gathering, limit: number): Promise<readonly PublicChange[]> => {
  const changes = await together(world.contributors.map(async room => room.changes?.(world, limit) ?? []))
  return changes
    .flat()
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, limit)
}

/** What is on the agenda of every room in the coming days, the soonest first. */
export const gatherCalendar = async (world: Gathering, days: number, limit: number): Promise<readonly CalendarEntry[]> => {
  const until = addDays(world.today, days)
  const entries = await together(world.contributors.map(async room => room.calendar?.(world, world.today, until) ?? []))
  return entries
    .flat()
    .toSorted((a, b) => (a.startsAt === b.startsAt ? (a.id < b.id ? -1 : 1) : a.startsAt < b.startsAt ? -1 : 1))
    .slice(0, limit)
}
