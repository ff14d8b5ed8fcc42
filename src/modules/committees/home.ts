import { answerOf, meetingsBetween, meetingsOfPerson, meetingsWorld } from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { sql } from '#kernel/db'
import { formatDateTime } from '#kernel/i18n'
import type { HomeCard } from '#kernel/world'
import { register } from './here.ts'
import { words } from './locales/index.ts'
import { committeeUrl } from './committee.ts'
import { committeesOf } from './queries/committees.ts'
import type { Here } from './schema.ts'

/** Committees on the home page: when they meet, which seats are to be filled, and what awaits this very person. */
export const home: readonly HomeCard[] = [
  {
    order: 35,
    card: async (world: Here) => {
      const t = words(world.locale)
      const committees = await committeesOf(world, { running: true, limit: 50 })
      if (committees.length === 0) return null
      const next = await meetingsBetween(meetingsWorld(world), world.now, `${addDays(world.today, 90)}T00:00:00.000Z`)
      const items = committees.slice(0, 4).map(one => {
        const meeting = next.find(each => each.path === committeeUrl(one.id, '/reunions') && each.state !== 'cancelled')
        const note = meeting
          ? t('home.next', { day: formatDateTime(meeting.startsAt, world.locale) })
          : one.vacancies > 0
            ? t('committees.vacancies', { n: one.vacancies, seats: one.seats })
            : undefined
        return { title: one.name, url: committeeUrl(one.id), ...(note ? { note } : {}) }
      })
      return {
        title: t('home.title'),
        lead: t('home.lead', { n: committees.length }),
        items,
        more: { label: t('home.more'), url: '/comites' },
        expected: (await candidatesToAnswer(world)) ?? (await meetingToAnswer(world)),
      }
    },
  },
]

const candidatesToAnswer = async (world: Here) => {
  if (!register.allows(world.actor)) return null
  const { rows } = await sql<{ committee: string; n: number }>`
    select min(committee_id)::text as committee, count(*)::int as n from committees.candidacy
    where body_id = ${world.body.id} and decision is null`.execute(world.db)
  const waiting = rows[0]
  return waiting && waiting.n > 0
    ? { text: words(world.locale)('home.candidates', { n: waiting.n }), url: `${committeeUrl(waiting.committee, '/sieges')}#candidatures` }
    : null
}

/** A meeting of a committee that this person was invited to and has not answered. */
const meetingToAnswer = async (world: Here) => {
  const person = world.actor.personId
  if (person === null) return null
  const mine = await meetingsOfPerson(meetingsWorld(world), person, world.now, 20)
  for (const meeting of mine.filter(one => one.state === 'convened' && one.path.startsWith('/comites/'))) {
    if ((await answerOf(meetingsWorld(world), meeting.id, person)) === null)
      return {
        text: words(world.locale)('home.expected', { day: formatDateTime(meeting.startsAt, world.locale), title: meeting.title }),
        url: `${meeting.path}/${meeting.id}`,
      }
  }
  return null
}
