import type { SearchSource } from '#kernel/service'
import { searchWords } from './queries/words.ts'
import { servicesNamed } from '#modules/catalogue'

/** Words that were published. */
export const search: readonly SearchSource[] = [
  {
    id: 'evaluations',
    label: { fr: 'Paroles d’usagers', en: 'Words of users' },
    find: async (world, asked, limit) => {
      const found = await searchWords(world, asked, limit)
      const names = await servicesNamed(
        world,
        found.map(({ service }) => service),
      )
      return found.map((word, at) => ({
        title: names.get(word.service) ?? '',
        url: `/evaluations/service/${word.service}#parole-${word.id}`,
        excerpt: (word.published ?? '').slice(0, 200).toWellFormed(),
        rank: 1 / (at + 1),
      }))
    },
  },
]
