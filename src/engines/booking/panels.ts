import { emptyForm, type Form, type FormValues } from '#kernel/forms'
import { addDays, dayInParis, instantInParis, parisTime } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { nextFree, verdictFor } from './acts/book.ts'
import { BookedPlace, BookedTime } from './forms.ts'
import { words } from './locales/index.ts'
import type { SessionPanelProps } from './pages/SessionPanel.tsx'
import type { ThingPanelProps } from './pages/ThingPanel.tsx'
import { availabilityOf, blocksIn } from './queries/availability.ts'
import { bookingsOfSession } from './queries/bookings.ts'
import { policyOn } from './queries/policies.ts'
import type { Resource } from './queries/resources.ts'
import type { Session } from './queries/sessions.ts'
import { knownOf } from './queries/knownOf.ts'
import { quoteOf } from './rules/quoteOf.ts'
import { minutesAfter } from './rules/spans.ts'
import { mondayOf, standingOfPerson } from './rules/standingFor.ts'
import { weekView } from './rules/weekView.ts'

/**
 * What `<ThingPanel>` shows of a resource: the week of `day` (`?jour=`), what this person may do, the price, and the form.
 * @param shown.path the page it stands on, for the links to other weeks; the resource's own page when absent
 */
export const thingPanel = async (
  world: AnyWorld,
  resource: Resource,
  shown: { readonly day?: string | undefined; readonly path?: string; readonly form?: Form<BookedTime> } = {},
): Promise<ThingPanelProps> => {
  const asked = /^20[2-9]\d-\d\d-\d\d$/.test(shown.day ?? '') && !Number.isNaN(Date.parse(shown.day!)) ? shown.day! : null
  const { rules } = await policyOn(world, resource.policy, asked ?? world.today, resource.body)
  const midnight = instantInParis(asked ?? world.today, '00:00')
  const from = midnight > world.now ? midnight : minutesAfter(world.now, rules.advance.leastMinutes)
  const usual = await nextFree(world, resource, { startsAt: from, endsAt: minutesAfter(from, rules.length.least) })
  // Without a day asked, the week in which it is next free.
  const day = asked ?? (usual ? dayInParis(usual.startsAt) : world.today)
  const monday = mondayOf(day)
  const week = { startsAt: instantInParis(monday, '00:00'), endsAt: instantInParis(addDays(monday, 7), '00:00') }
  const found = (await availabilityOf(world, [resource], week)).get(resource.id)
  const blocks = await blocksIn(world, [resource.id], week)
  const policy = await policyOn(world, resource.policy, day, resource.body)
  const { personId } = world.actor
  const known = personId === null ? null : await knownOf(world, personId, resource.policy, resource.owner, world.now)
  return {
    t: words(world.locale),
    locale: world.locale,
    today: world.today,
    resource,
    policy,
    week: weekView(monday, world.now, { open: found?.open ?? [], taken: found?.taken ?? [], blocks }),
    standing: standingOfPerson(policy.rules, known),
    quote: quoteOf(policy.rules.price, {
      span: { startsAt: week.startsAt, endsAt: minutesAfter(week.startsAt, Math.max(60, policy.rules.length.least)) },
      quotient: null,
    }),
    form: shown.form ?? emptyForm(BookedTime, usual ? typed(usual.startsAt, usual.endsAt) : { day }),
    path: shown.path ?? resource.path,
  }
}

const typed = (startsAt: string, endsAt: string): FormValues => ({
  day: dayInParis(startsAt),
  from: parisTime(startsAt).time,
  to: parisTime(endsAt).time,
})

/** What `<SessionPanel>` shows of a session: places, who waits, what this person may do, the price, and the form. */
export const sessionPanel = async (world: AnyWorld, session: Session, form?: Form<BookedPlace>): Promise<SessionPanelProps> => {
  const everybody = await bookingsOfSession(world, session.id)
  const { policy, standing, quote } = await verdictFor(world, session, session)
  const { personId } = world.actor
  const own = everybody.find(one => one.person !== null && one.person === personId && one.state !== 'cancelled' && one.state !== 'refused')
  return {
    t: words(world.locale),
    locale: world.locale,
    session,
    policy,
    standing,
    quote,
    waiting: everybody.filter(one => one.state === 'waiting').length,
    own: own ?? null,
    form: form ?? emptyForm(BookedPlace, { places: '1' }),
  }
}
