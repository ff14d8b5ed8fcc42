import { sql } from '#kernel/db'
import type { SearchSource } from '#kernel/service'

/** Measures, by their words; accents and typing errors forgiven. */
export const search: readonly SearchSource[] = [
  {
    id: 'measures',
    label: { fr: 'Mesures', en: 'Measures' },
    find: async (world, words, limit) => {
      const { rows } = await sql<{ id: string; number: string; title: string; excerpt: string; rank: number }>`
        select m.id, m.number, m.title, m.summary as excerpt, f.rank from measures.found(${words}, ${limit}) f
        join measures.measure m on m.body_id = ${world.body.id} and m.id = f.id order by f.rank desc, m.id`.execute(world.db)
      return rows.map(row => ({
        title: `${row.number} ${row.title}`.trim(),
        url: `/mesures/${row.id}`,
        excerpt: row.excerpt,
        rank: row.rank,
      }))
    },
  },
]
