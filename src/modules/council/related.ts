import { formatDate } from '#kernel/i18n'
import type { Related } from '#kernel/world'
import { deliberationUrl } from './council.ts'
import { words } from './locales/index.ts'
import { deliberationsOf } from './queries/deliberations.ts'
import type { Here } from './schema.ts'

/** On the page of a measure: what the council decided about it. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Délibérations du conseil', en: 'Deliberations of the council' },
    find: async (world: Here, subject) => {
      const measure = /^measure:(\d{1,18})$/.exec(subject)?.[1]
      if (!measure) return []
      const t = words(world.locale)
      const { deliberations } = await deliberationsOf(world, { measure }, { size: 20, start: 0 })
      return deliberations.map(one => ({
        title: `${one.label} · ${one.title}`,
        url: deliberationUrl(one.id),
        note: t('related.note', { outcome: t(`outcome.${one.outcome}`), day: formatDate(one.heldOn, world.locale) }),
      }))
    },
  },
]
