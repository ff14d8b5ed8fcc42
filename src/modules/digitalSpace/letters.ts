import { bookingById } from '#engines/booking'
import { defaultLocale, formatDate, isLocale } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import { dayInParis } from '#kernel/rules'
import { words } from './locales/index.ts'
import { sayScope } from './national.ts'
import { mandateById } from './queries/mandates.ts'
import type { Here } from './schema.ts'
import { home, mandatePath } from './where.ts'

/** Writes to the person in whose name something happened. Runs as a job, which may read addresses. */
export const tellMandator = (news: 'given' | 'used' | 'expired') => async (world: Here, event: JournalEvent) => {
  if (event.content?.silent === true) return
  const mandate = await mandateById(world, event.subject.split(':')[1] ?? '')
  const person = mandate?.mandator ? await addressOf(world, mandate.mandator) : undefined
  if (!mandate || !person) return
  const scopes = news === 'used' ? [String(event.content?.scope ?? '')] : mandate.scopes.map(({ scope }) => scope)
  const facts = {
    name: person.name,
    date: formatDate(mandate.lastDay, person.locale),
    scopes: scopes.map(scope => sayScope(scope, person.locale)).join(' · '),
    url: `${world.url}${mandatePath(mandate.id)}`,
  }
  const t = words(person.locale)
  await queueMail(world, {
    to: person.email,
    personId: mandate.mandator,
    subject: t(`mail.${news}`),
    text: t(`mail.${news}Text`, facts),
    locale: person.locale,
  })
}

/** Something lent is late: one letter. */
export const tellLateBorrower = async (world: Here, event: JournalEvent) => {
  const booking = await bookingById(world, event.subject.split(':')[1] ?? '')
  const person = booking?.person ? await addressOf(world, booking.person) : undefined
  if (!booking || !person) return
  const t = words(person.locale)
  const facts = {
    name: person.name,
    thing: booking.thing,
    date: formatDate(dayInParis(booking.endsAt), person.locale),
    url: `${world.url}${home}`,
  }
  await queueMail(world, {
    to: person.email,
    personId: booking.person,
    subject: t('mail.late', facts),
    text: t('mail.lateText', facts),
    locale: person.locale,
  })
}

const addressOf = async ({ db }: Here, person: string) => {
  const row = await db
    .selectFrom('kernel.person as p')
    .innerJoin('kernel.contact as c', 'c.person_id', 'p.id')
    .select(['p.name', 'c.email', 'c.locale'])
    .where('p.id', '=', person)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  return row?.email ? { name: row.name, email: row.email, locale: isLocale(row.locale) ? row.locale : defaultLocale } : undefined
}
