import type pg from 'pg'

/** One request of a person that changes something, and how to see afterwards that it did. */
export interface Act {
  /** Event written in the journal. */
  readonly event: string
  /** Addresses to post to, as the demonstration has them. */
  readonly paths: (owner: pg.Client) => Promise<readonly string[]>
  /** `person path` of every act the database holds. */
  readonly kept: (owner: pg.Client) => Promise<readonly string[]>
}

/** Acts that must never be lost; a module whose residents act in great numbers at once adds its own. */
export const acts: readonly Act[] = [
  {
    event: 'measure.supported',
    paths: async owner => {
      const { rows } =
        await owner.query(`select id from measures.measure where body_id = 1 and (closes_on is null or closes_on > current_date)
        and stage in ('proposed', 'co-construction', 'consultation') order by id limit 40`)
      return rows.map(row => `/mesures/${row.id}/soutien`)
    },
    kept: async owner => {
      const { rows } = await owner.query('select person_id, measure_id from measures.support where body_id = 1')
      return rows.map(row => `${row.person_id} /mesures/${row.measure_id}/soutien`)
    },
  },
]
