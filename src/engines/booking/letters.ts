import { defaultLocale, formatDateTime, isLocale, type Locale } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import type { AnyWorld } from '#kernel/world'
import { suspensionById } from './acts/suspensions.ts'
import { words } from './locales/index.ts'
import { type Booking, bookingById, earlyEndOf } from './queries/bookings.ts'
import { sayEarlyEnd, sayWhen } from './say.ts'
import { bookingDb } from './where.ts'

type News = 'asked' | 'confirmed' | 'offered' | 'refused' | 'cancelled' | 'missed' | 'ended'

/** Writes to the person what became of their booking. Runs as a job, which may read addresses. */
export const tellBooker = (news: News) => async (world: AnyWorld, event: JournalEvent) => {
  if (event.content?.silent === true) return
  const booking = await bookingById(world, event.subject.split(':')[1] ?? '')
  if (!booking) return
  const because = String(event.content?.reason ?? '')
  if (news === 'ended') {
    const early = await earlyEndOf(world, booking.id)
    if (early) await writeTo(world, booking, news, locale => sayEarlyEnd(early, locale))
    return
  }
  await writeTo(world, booking, news, because)
}

/** The same before the day, from the job that keeps time. */
export const remind = (world: AnyWorld, booking: Booking) => writeTo(world, booking, 'reminder', '')

const writeTo = async (world: AnyWorld, booking: Booking, news: News | 'reminder', because: string | ((locale: Locale) => string)) => {
  const person = booking.person === null ? undefined : await addressOf(world, booking.person)
  if (!person) return
  const t = words(person.locale)
  const reason =
    typeof because === 'function'
      ? because(person.locale)
      : because === 'expired' || because === 'declined'
        ? t(`because.${because}`)
        : because
  const facts = {
    name: person.name,
    thing: booking.thing,
    when: sayWhen(booking, person.locale),
    until: booking.stateUntil === null ? '' : formatDateTime(booking.stateUntil, person.locale),
    code: booking.code,
    reason,
    url: `${world.url}/reservations/${booking.id}`,
  }
  await queueMail(world, {
    to: person.email,
    personId: booking.person,
    subject: t(`mail.${news}`, facts),
    text: t(`mail.${news}Text`, facts),
    locale: person.locale,
  })
}

/** Tells somebody that they cannot book for a while, and how to answer. */
export const tellSuspended = async (world: AnyWorld, event: JournalEvent) => {
  const suspension = await suspensionById(world, event.subject.split(':')[1] ?? '0')
  const person = suspension && (await addressOf(world, suspension.person))
  if (!person) return
  const t = words(person.locale)
  const facts = {
    name: person.name,
    n: suspension.absences,
    until: formatDateTime(suspension.until, person.locale),
    url: `${world.url}/reservations`,
  }
  await queueMail(world, {
    to: person.email,
    personId: suspension.person,
    subject: t('mail.suspended', facts),
    text: t('mail.suspendedText', facts),
    locale: person.locale,
  })
}

const addressOf = async (world: AnyWorld, person: string) => {
  const row = await bookingDb(world)
    .selectFrom('kernel.person as p')
    .innerJoin('kernel.contact as c', 'c.person_id', 'p.id')
    .select(['p.name', 'c.email', 'c.locale'])
    .where('p.id', '=', person)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  return row?.email ? { name: row.name, email: row.email, locale: isLocale(row.locale) ? row.locale : defaultLocale } : undefined
}
