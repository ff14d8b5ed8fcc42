import { decisionsOf, meetingsWorld } from '#engines/meetings'
import type { PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'
import { committeeUrl } from './committee.ts'
import type { Here } from './schema.ts'

/** Committees created and votes closed lately. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const founded = await world.db
    .selectFrom('committees.committee')
    .select(['id', 'name', 'purpose', 'created_at as at'])
    .where('body_id', '=', world.body.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const decided = await decisionsOf(meetingsWorld(world), 'committee:', { exactly: false, limit })
  return [
    ...founded.map(one => ({
      id: `committee:${one.id}`,
      title: t('change.founded', { name: one.name }),
      url: committeeUrl(one.id),
      at: one.at,
      text: one.purpose.slice(0, 300).toWellFormed(),
    })),
    ...decided.map(one => ({
      id: `vote:${one.id}`,
      title: t('change.decided', { assembly: one.assembly, outcome: t(`outcome.${one.outcome}`), question: one.question }),
      url: one.url,
      at: one.closedAt,
      text: one.itemTitle,
    })),
  ]
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, limit)
}
