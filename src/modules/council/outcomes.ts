import { dayInParis } from '#kernel/clock'
import type { Outcome, OutcomesAsked } from '#kernel/world'
import { measuresById } from '#modules/measures'
import { deliberationUrl, sittingUrl } from './council.ts'
import { words } from './locales/index.ts'
import { deliberationById, deliberationsOf } from './queries/deliberations.ts'
import type { Here } from './schema.ts'

/** What the council decided about measures: the measure that residents shaped, then the deliberation. Commitments tell what came of it. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (asked.service !== null) return []
  const t = words(world.locale)
  const { deliberations } = await deliberationsOf(world, asked.measure === null ? { aboutMeasures: true } : { measure: asked.measure }, {
    size: Math.min(asked.limit, 100),
    start: 0,
  })
  const threads: Outcome[] = []
  for (const line of deliberations) {
    const one = await deliberationById(world, line.id)
    const measure = asked.measure ?? one?.measures[0]?.measure ?? null
    if (!one || one.publishedAt === null || measure === null) continue
    const [known] = await measuresById(world.db, world.body.id, [measure])
    if (!known) continue
    threads.push({
      id: `deliberation:${one.id}`,
      title: one.title,
      service: null,
      measure,
      said: { text: known.title, url: `/mesures/${measure}`, on: one.heldOn },
      decided: {
        text: t('outcome.thread', { outcome: t(`outcome.${one.outcome}`).toLowerCase() }),
        url: one.voteId ? sittingUrl(one.meetingId, `/votes/${one.voteId}`) : deliberationUrl(one.id),
        on: dayInParis(one.publishedAt),
      },
      done: null,
      measured: null,
      at: one.publishedAt,
      isRefused: one.outcome === 'rejected',
    })
  }
  return threads
}
