import { addDays } from '#kernel/clock'
import { member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import { latestMeasures } from '#modules/measures'
import { invented } from './data/invented.ts'
import { agreementsOf, saveService } from './queries.ts'
import { weekdayOf } from './rules/hoursOn.ts'
import { readHours } from './rules/readHours.ts'
import type { Here } from './schema.ts'

/** The services of an invented small town, each bound to the measures that would change it. */
export const demo = async (world: Here) => {
  const claire = member('claire')
  const day = addDays(world.today, -25)
  const then: Here = {
    ...world,
    today: day,
    now: `${day}T09:30:00.000Z`,
    actor: actorFrom({ personId: claire.id, name: claire.name, roles: ['agent'], services: ['participation'] }),
  }
  const measures = await latestMeasures(world.db, world.body.id, 500)
  const [agreement] = await agreementsOf(world.db, world.body.id)
  for (const { hours, closedFor, measures: titles, isShared = false, ...service } of invented) {
    const openings = hours.flatMap((written, index) => (readHours(written) ?? []).map(slot => ({ weekday: index + 1, ...slot })))
    const exceptions = closedFor === null ? [] : [{ ...closing(world.today, closedFor), hours: '', reason: closedFor.reason }]
    await saveService(then, null, {
      day1: '',
      day2: '',
      day3: '',
      day4: '',
      day5: '',
      day6: '',
      day7: '',
      ...service,
      agreement: isShared && agreement ? agreement.id : null,
      openings,
      exceptions,
      measure: measures.filter(measure => titles.includes(measure.title)).map(measure => measure.id),
      reason: 'Première description du service.',
    })
  }
}

/** Invented closures begin on a working day. */
const closing = (today: string, closed: { in: number; days: number }) => {
  const asked = addDays(today, closed.in)
  const firstDay = weekdayOf(asked) > 5 ? addDays(asked, 8 - weekdayOf(asked)) : asked
  return { firstDay, lastDay: addDays(firstDay, closed.days - 1) }
}
