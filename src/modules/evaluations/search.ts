import type { SearchSource } from '#kernel/service'
import { searchWords } from './queries/words.ts'
import { serviceNamed } from '#modules/catalogue'

/** Words that were published. */
export const search: readonly SearchSource[] = [
  {
    id: 'evaluations',
    label: { fr: 'Paroles d’usagers', en: 'Words of users' },
    find: async (world, asked, limit) => {
      const found = await searchWords(world, asked, limit)
      return Promise.all(
        found.map(async (word, at) => ({
          title: (await serviceNamed(world, word.service)) ?? '',
          url: `/evaluations/service/${word.service}#parole-${word.id}`,
          excerpt: (word.published ?? '').slice(0, 200).toWellFormed(),
          rank: 1 / (at + 1),
        })),
      )
    },
  },
]
