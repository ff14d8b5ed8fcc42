import type { PublicChange } from '#kernel/world'
import { deliberationUrl } from './council.ts'
import { words } from './locales/index.ts'
import { deliberationsOf } from './queries/deliberations.ts'
import type { Here } from './schema.ts'

/** Deliberations published lately. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const { deliberations } = await deliberationsOf(world, {}, { size: limit, start: 0 })
  return deliberations
    .flatMap(one =>
      one.publishedAt === null
        ? []
        : [
            {
              id: `deliberation:${one.id}`,
              title: t('change.decided', { label: one.label, title: one.title }),
              url: deliberationUrl(one.id),
              at: one.publishedAt,
              text: t(`outcome.${one.outcome}`),
            },
          ],
    )
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
}
