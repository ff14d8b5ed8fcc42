import { decisionsOf, meetingsWorld } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import type { Outcome, OutcomesAsked } from '#kernel/world'
import { servicesOfMeasure } from '#modules/catalogue'
import { words } from './locales/index.ts'
import { committeeSubject } from './committee.ts'
import { committeesOf } from './queries/committees.ts'
import type { Here } from './schema.ts'

/** What committees carried: what was put to them, what they decided. What came of it is told by commitments. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  const t = words(world.locale)
  const services =
    asked.service !== null
      ? [asked.service]
      : asked.measure !== null
        ? (await servicesOfMeasure(world.db, world.body.id, asked.measure)).map(one => one.id)
        : null
  const all = await committeesOf(world)
  const concerned = all.filter(one => services === null || one.services.some(id => services.includes(id)))
  const byOwner = new Map(concerned.map(one => [committeeSubject(one.id), one]))
  const decisions = await decisionsOf(meetingsWorld(world), 'committee:', { exactly: false, limit: services === null ? asked.limit : 500 })
  return decisions
    .filter(one => one.outcome === 'carried' && byOwner.has(one.owner))
    .slice(0, asked.limit)
    .map(one => ({
      id: `vote:${one.id}`,
      title: one.question,
      service: asked.service ?? byOwner.get(one.owner)?.services[0] ?? null,
      measure: asked.measure,
      said: { text: one.itemTitle, url: one.url.replace(/\/votes\/\d+$/, ''), on: dayInParis(one.heldAt) },
      decided: { text: `${one.assembly} : ${t('outcome.carried').toLowerCase()}`, url: one.url, on: dayInParis(one.closedAt) },
      done: null,
      measured: null,
      at: one.closedAt,
    }))
}
