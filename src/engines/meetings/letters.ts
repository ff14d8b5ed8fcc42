import type { Db } from '#kernel/db'
import { defaultLocale, isLocale } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import type { PeopleTables } from '#kernel/people'
import type { World } from '#kernel/service'
import { words } from './locales/index.ts'
import { when } from './pages/shared.tsx'
import { assemblyOf } from './queries/assemblies.ts'
import { type Session, sessionOf } from './queries/session.ts'
import type { Tables } from './tables.ts'

type News = 'convened' | 'changed' | 'cancelled'

/** Writes to the members, and to whoever said they would come, what happened to a meeting. Runs as a job, which may read addresses. */
export const tellMembers = (news: News) => async (world: World<Tables>, event: JournalEvent) => {
  const owner = typeof event.content?.owner === 'string' ? event.content.owner : ''
  const assembly = await assemblyOf(world, owner)
  const session = assembly && (await sessionOf(world, assembly, event.subject.split(':')[1] ?? ''))
  if (!session || (news === 'changed' && session.convening === null)) return
  const expected = session.registrations.filter(one => one.answer === 'coming').map(one => one.person)
  const people = [...new Set([...session.seats.map(seat => seat.member), ...(news === 'convened' ? [] : expected)])]
  for (const person of await contacts(world.db, people)) await queueMail(world, letter(world, session, news, person))
}

const letter = (
  world: World<Tables>,
  session: Session,
  news: News,
  person: { id: string; name: string; email: string; locale: string },
) => {
  const locale = isLocale(person.locale) ? person.locale : defaultLocale
  const t = words(locale)
  const { meeting, assembly } = session
  const facts = {
    name: person.name,
    title: meeting.title,
    assembly: assembly.name,
    when: when(t, locale, meeting),
    place: [meeting.place, meeting.address, meeting.link].filter(Boolean).join('\n'),
    agenda: session.items
      .filter(item => item.position !== null)
      .map(item => `${item.position}. ${item.title}`)
      .join('\n'),
    reason: session.states.findLast(one => one.state === 'cancelled')?.reason ?? '',
    url: `${world.url}${assembly.path}/${meeting.id}`,
  }
  return { to: person.email, personId: person.id, subject: t(`mail.${news}`, facts), text: t(`mail.${news}Text`, facts), locale }
}

const contacts = async (db: Db<PeopleTables>, people: readonly string[]) => {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('kernel.person as p')
    .innerJoin('kernel.contact as c', 'c.person_id', 'p.id')
    .select(['p.id', 'p.name', 'c.email', 'c.locale'])
    .where('p.id', 'in', [...people])
    .where('p.erased_at', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.flatMap(row => (row.email ? [{ ...row, email: row.email }] : []))
}
