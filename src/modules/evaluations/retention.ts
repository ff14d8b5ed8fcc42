import type { Retention } from '#kernel/world'
import { wordRetention } from './national.ts'
import { forgetOriginals } from './queries/words.ts'

export const retention: readonly Retention[] = [
  {
    what: { fr: 'Paroles libres telles qu’elles ont été écrites', en: 'Free words as they were written' },
    reason: {
      fr: 'Le temps de les lire, d’y masquer ce qui est personnel et de les publier',
      en: 'The time to read them, to mask what is personal and to publish them',
    },
    days: wordRetention('2026-01-01'),
    purge: (world, before) => forgetOriginals(world, before),
  },
]
