import { answerOf, meetingsOf, meetingsWorld } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import { formatDate, formatDateTime } from '#kernel/i18n'
import type { HomeCard } from '#kernel/world'
import { deliberationUrl, listUrl, liveUrl, sittingUrl } from './council.ts'
import { register } from './here.ts'
import { words } from './locales/index.ts'
import { listDays } from './parameters.ts'
import { councilAssembly } from './queries/assembly.ts'
import { deliberationsOf } from './queries/deliberations.ts'
import { isRunning, mandatesOf } from './queries/mandates.ts'
import { listOf } from './queries/publications.ts'
import { timeliness } from './rules/examined.ts'
import type { Here } from './schema.ts'

/** The council on the home page: its next session, its latest decisions, and what awaits this very person. */
export const home: readonly HomeCard[] = [
  {
    order: 34,
    card: async (world: Here) => {
      const assembly = await councilAssembly(world)
      if (!assembly) return null
      const t = words(world.locale)
      const sessions = await meetingsOf(meetingsWorld(world), assembly.id, 30)
      const next = sessions.findLast(one => one.state === 'convened' && one.startsAt >= world.now)
      const running = sessions.find(one => one.state === 'opened')
      const { deliberations } = await deliberationsOf(world, {}, { size: 3, start: 0 })
      const items = [
        ...(running ? [{ title: running.title, url: liveUrl(running.id), note: t('home.running') }] : []),
        ...(next
          ? [{ title: next.title, url: sittingUrl(next.id), note: t('home.next', { day: formatDateTime(next.startsAt, world.locale) }) }]
          : []),
        ...deliberations.map(one => ({
          title: one.title,
          url: deliberationUrl(one.id),
          note: `${t(`outcome.${one.outcome}`)}, ${formatDate(one.heldOn, world.locale)}`,
        })),
      ]
      if (items.length === 0) return null
      const held = sessions.find(one => one.state === 'closed')
      return {
        title: t('home.title'),
        items,
        more: { label: t('home.more'), url: '/conseil' },
        expected: (held && (await listToPublish(world, held))) ?? (next && (await answerToGive(world, next))) ?? null,
      }
    },
  },
]

type Session = Awaited<ReturnType<typeof meetingsOf>>[number]

const listToPublish = async (world: Here, held: Session) => {
  if (!register.allows(world.actor) || (await listOf(world, held.id))) return null
  const heldOn = dayInParis(held.startsAt)
  const { dueOn } = timeliness(heldOn, listDays(heldOn), null, world.today)
  return { text: words(world.locale)('home.list', { title: held.title, day: formatDate(dueOn, world.locale) }), url: listUrl(held.id) }
}

const answerToGive = async (world: Here, next: Session) => {
  const person = world.actor.personId
  if (person === null) return null
  const sits = (await mandatesOf(world)).some(one => one.personId === person && isRunning(one, world.today))
  if (!sits || (await answerOf(meetingsWorld(world), next.id, person)) !== null) return null
  return { text: words(world.locale)('home.answer', { day: formatDateTime(next.startsAt, world.locale) }), url: sittingUrl(next.id) }
}
